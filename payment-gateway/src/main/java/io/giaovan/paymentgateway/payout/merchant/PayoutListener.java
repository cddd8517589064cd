package io.giaovan.paymentgateway.payout.merchant;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.payment.PaymentNews;
import io.giaovan.contracts.payment.PayoutEvent;
import io.giaovan.paymentgateway.api.webhook.NewsDesk;
import io.giaovan.paymentgateway.payout.Payout;
import io.giaovan.paymentgateway.payout.Payouts;
import jakarta.inject.Singleton;

/** Tells a merchant's software of its payouts; each event shows the payout as it stood then. */
@Singleton
final class PayoutListener implements EventHandler {
    private final Payouts payouts;
    private final NewsDesk desk;
    private final PayoutShape shape;

    PayoutListener(Payouts payouts, NewsDesk desk, PayoutShape shape) {
        this.payouts = payouts;
        this.desk = desk;
        this.shape = shape;
    }

    @Override
    public Subscriber subscriber() {
        return Subscriber.PAYMENT_GATEWAY;
    }

    @Override
    public EventType type() {
        return EventType.PAYOUT_CHANGED;
    }

    @Override
    public void handle(Event event) {
        PayoutEvent news = (PayoutEvent) event.data();
        Payout now = payouts.find(news.payout().payoutId())
                .orElseThrow(
                        () -> new IllegalStateException("payout " + event.subject() + " told of itself and is gone"));
        Payout then = now.at(news.payout().status());
        String type = switch (news.payout().status()) {
            case PENDING -> event.sequence() == now.firstSeen() ? "payout.created" : "payout.updated";
            case IN_TRANSIT -> "payout.updated";
            case PAID -> "payout.paid";
            case FAILED -> "payout.failed";
            case CANCELED -> "payout.canceled";
        };
        desk.tell(
                event.id(),
                event.sequence(),
                new PaymentNews(now.merchantId(), type, "", news.at()),
                shape.shape(then));
    }
}
