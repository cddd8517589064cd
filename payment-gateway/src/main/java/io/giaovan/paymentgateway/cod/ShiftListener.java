package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.delivery.ShiftEvent;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import jakarta.inject.Singleton;

/** Hears that a depot counted a courier's cash. */
@Singleton
final class ShiftListener implements EventHandler {
    private final HandOvers handOvers;

    ShiftListener(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

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
        handOvers.counted((ShiftEvent) event.data());
    }
}
