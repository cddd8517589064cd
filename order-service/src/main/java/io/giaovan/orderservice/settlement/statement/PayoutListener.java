package io.giaovan.orderservice.settlement.statement;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.payment.PayoutEvent;
import jakarta.inject.Singleton;

/** Hears what becomes of payouts. */
@Singleton
public final class PayoutListener implements EventHandler {
    private final StatementPayments payments;

    PayoutListener(StatementPayments payments) {
        this.payments = payments;
    }

    @Override
    public Subscriber subscriber() {
        return Subscriber.ORDER_SERVICE;
    }

    @Override
    public EventType type() {
        return EventType.PAYOUT_CHANGED;
    }

    @Override
    public void handle(Event event) {
        PayoutEvent news = (PayoutEvent) event.data();
        payments.heard(news.payout(), news.idempotencyKey(), news.at());
    }
}
