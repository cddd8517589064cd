package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives the slot of a cancelled order to somebody else. */
@Singleton
final class ReleaseSlotStep implements OrderStep {
    private final LastMile lastMile;

    ReleaseSlotStep(LastMile lastMile) {
        this.lastMile = lastMile;
    }

    @Override
    public Step step() {
        return Step.RELEASE_SLOT;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        if (order.promise().hold() != null) {
            lastMile.release(order.promise().hold());
        }
        return List.of();
    }
}
