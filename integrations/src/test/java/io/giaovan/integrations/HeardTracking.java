package io.giaovan.integrations;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.parcel.TrackingEvent;
import java.util.ArrayList;
import java.util.List;

/** Listens in the order room's place to where parcels are. */
public final class HeardTracking implements EventHandler {
    private final List<TrackingEvent> heard = new ArrayList<>();

    @Override
    public Subscriber subscriber() {
        return Subscriber.ORDER_SERVICE;
    }

    @Override
    public EventType type() {
        return EventType.PARCEL_TRACKED;
    }

    @Override
    public synchronized void handle(Event event) {
        heard.add((TrackingEvent) event.data());
    }

    /** Our words for one parcel, in the order they were heard. */
    public synchronized List<String> of(String parcelCode) {
        return heard.stream()
                .filter(event -> event.parcelCode().equals(parcelCode))
                .map(event -> event.status() + " " + event.rawStatus())
                .toList();
    }
}
