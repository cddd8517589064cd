package io.giaovan.integrations.channel.chogo;

import io.giaovan.contracts.parcel.MarketplaceNews;
import io.giaovan.integrations.channel.ChannelShop;
import io.giaovan.integrations.channel.Marketplace;
import io.giaovan.integrations.sync.alert.Alerts;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import jakarta.inject.Singleton;

/**
 * Tells Chợ Gỗ what became of an order. It asks where the order stands, makes the one call that brings it nearer, and
 * asks again, so a call whose answer was lost is never repeated blindly.
 */
@Singleton
final class ChogoMarketplace implements Marketplace {
    static final String CHANNEL = "chogo";
    private static final int CALLS_MAX = 5;

    private final ChogoClient client;
    private final Alerts alerts;

    ChogoMarketplace(ChogoClient client, Alerts alerts) {
        this.client = client;
        this.alerts = alerts;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void tell(ChannelShop shop, MarketplaceNews news) {
        for (int call = 0; call < CALLS_MAX; call++) {
            if (!stepTowards(shop, news)) {
                return;
            }
        }
        throw PartnerTrouble.later("chogo order " + news.externalId() + " does not get to " + news.step());
    }

    /** Makes the next call; false when the order is where it should be. */
    private boolean stepTowards(ChannelShop shop, MarketplaceNews news) {
        String number = news.externalId();
        ChogoWire.Order order = client.findOrder(shop, number)
                .orElseThrow(() -> PartnerTrouble.never("chogo does not know order " + number));
        ChogoStatus status = ChogoStatus.find(order.orderStatus()).orElseThrow(() -> pending(number));
        switch (ChogoStatusTable.callTowards(news.step(), status)) {
            case SHIP_ORDER -> client.shipOrder(shop, number, trackingNumber(news));
            case MARK_DELIVERED ->
                client.updateTracking(shop, number, news.trackingCode(), "LOGISTICS_DELIVERY_DONE", news.at());
            case MARK_RETURNED ->
                client.updateTracking(shop, number, news.trackingCode(), "LOGISTICS_RETURNED", news.at());
            case CANCEL_ORDER -> client.cancelOrder(shop, number);
            case ACCEPT_CANCELLATION -> client.answerCancellation(shop, number, true);
            case REJECT_CANCELLATION -> client.answerCancellation(shop, number, false);
            case NOTHING -> {
                return false;
            }
            case IMPOSSIBLE ->
                throw PartnerTrouble.never(
                        "chogo order " + number + " is " + status + " and cannot become " + news.step());
        }
        return true;
    }

    private PartnerTrouble pending(String number) {
        alerts.raise(CHANNEL, "order " + number + " has a status that is not known, its news waits");
        return PartnerTrouble.later("chogo order " + number + " has a status that is not known");
    }

    private static String trackingNumber(MarketplaceNews news) {
        return news.trackingCode() == null ? news.externalId() : news.trackingCode();
    }
}
