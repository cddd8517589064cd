package io.giaovan.routingengine.dispatch;

import io.giaovan.contracts.delivery.DeliveryEvent;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens where order-service would. */
@Singleton
@Requires(property = "test.fake-roads", value = "true")
public final class HeardEvents implements EventHandler {
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    @Override
    public Subscriber subscriber() {
        return Subscriber.ORDER_SERVICE;
    }

    @Override
    public EventType type() {
        return EventType.DELIVERY_CHANGED;
    }

    @Override
    public void handle(Event event) {
        heard.add(event);
    }

    /** All events of a delivery in order. */
    public List<DeliveryEvent> of(String deliveryId) {
        return heard.stream()
                .filter(event -> event.subject().equals(deliveryId))
                .map(event -> (DeliveryEvent) event.data())
                .toList();
    }

    public List<Event> all() {
        return List.copyOf(heard);
    }
}
