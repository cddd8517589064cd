package io.giaovan.standalone.crash.gateway;

import java.util.regex.Pattern;

/** Where a gateway is killed: the named points are those at which a crash would cost the most. */
enum KillPoint {
    CHARGE_BOOKED(
            "after a provider took money, before the gateway knew",
            Moment.PROVIDER_ANSWERED,
            ".*/carrier-billing/.*/payments(/[^/]+/confirm)?|.*/type/merchantpay|.*/momo/.*/confirm"),
    REFUND_BOOKED(
            "after a provider gave money back, before the gateway knew",
            Moment.PROVIDER_ANSWERED,
            ".*/refunds?|.*/reversals|.*/api/returns"),
    PAYOUT_BOOKED(
            "after a payout was carried out, before the gateway knew",
            Moment.PROVIDER_ANSWERED,
            ".*/type/disbursement|.*/api/payouts"),
    CALL_LOST("after an attempt was stored, before the provider was reached", Moment.PROVIDER_CALLED, ".*"),
    NEWS_BEGUN("while a provider's news is taken", Moment.NEWS_COMES, ".*"),
    NEWS_TAKEN("after a provider's news was taken, before the provider knew", Moment.NEWS_ANSWERED, ".*"),
    ACKNOWLEDGED("right after a shop was answered", Moment.SHOP_ANSWERED, ".*"),
    ANY("at any moment", Moment.NONE, "");

    /** Moments in the traffic around the gateway. */
    enum Moment {
        PROVIDER_CALLED,
        PROVIDER_ANSWERED,
        NEWS_COMES,
        NEWS_ANSWERED,
        SHOP_ANSWERED,
        /** Nothing in the traffic; the clock decides. */
        NONE
    }

    private final String words;
    private final Moment moment;
    private final Pattern path;

    KillPoint(String words, Moment moment, String path) {
        this.words = words;
        this.moment = moment;
        this.path = Pattern.compile(path);
    }

    String words() {
        return words;
    }

    boolean isNow(Moment now, String at) {
        return moment == now && path.matcher(at).matches();
    }
}
