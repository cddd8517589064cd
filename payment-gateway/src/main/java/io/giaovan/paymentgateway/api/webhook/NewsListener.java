package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.payment.PaymentNews;
import jakarta.inject.Singleton;

/** Hears what was stored with the changes of charges. */
@Singleton
final class NewsListener implements EventHandler {
    private final NewsDesk desk;

    NewsListener(NewsDesk desk) {
        this.desk = desk;
    }

    @Override
    public Subscriber subscriber() {
        return Subscriber.PAYMENT_GATEWAY;
    }

    @Override
    public EventType type() {
        return EventType.PAYMENT_NEWS;
    }

    @Override
    public void handle(Event event) {
        desk.tell(event.id(), event.sequence(), (PaymentNews) event.data());
    }
}
