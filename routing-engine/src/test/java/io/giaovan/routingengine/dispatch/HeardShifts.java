package io.giaovan.routingengine.dispatch;

import io.giaovan.contracts.delivery.ShiftEvent;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens where payment-gateway would. */
@Singleton
@Requires(property = "test.fake-roads", value = "true")
public final class HeardShifts implements EventHandler {
    private final List<ShiftEvent> heard = new CopyOnWriteArrayList<>();

    @Override
    public Subscriber subscriber() {
        return Subscriber.PAYMENT_GATEWAY;
    }

    @Override
    public EventType type() {
        return EventType.SHIFT_CHANGED;
    }

    @Override
    public void handle(Event event) {
        heard.add((ShiftEvent) event.data());
    }

    public List<ShiftEvent> all() {
        return List.copyOf(heard);
    }
}
