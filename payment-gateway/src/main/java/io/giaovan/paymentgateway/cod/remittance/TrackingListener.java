package io.giaovan.paymentgateway.cod.remittance;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.parcel.TrackingEvent;
import jakarta.inject.Singleton;

/** Hears where parcels with parcel companies are, so that money for one that came back is noticed. */
@Singleton
final class TrackingListener implements EventHandler {
    private final CarrierBooks books;

    TrackingListener(CarrierBooks books) {
        this.books = books;
    }

    @Override
    public Subscriber subscriber() {
        return Subscriber.PAYMENT_GATEWAY;
    }

    @Override
    public EventType type() {
        return EventType.PARCEL_TRACKED;
    }

    @Override
    public void handle(Event event) {
        TrackingEvent news = (TrackingEvent) event.data();
        books.tracked(news.carrier(), news.trackingCode(), news.status(), news.at());
    }
}
