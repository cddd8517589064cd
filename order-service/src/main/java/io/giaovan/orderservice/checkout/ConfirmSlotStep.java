package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes the slot of a placed order last, or finds that the hold had lapsed; the promise to the buyer stands anyway. */
@Singleton
final class ConfirmSlotStep implements OrderStep {
    private final LastMile lastMile;
    private final Clock clock;

    ConfirmSlotStep(LastMile lastMile, Clock clock) {
        this.lastMile = lastMile;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.CONFIRM_SLOT;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        if (order.promise().hold() == null) {
            return List.of();
        }
        try {
            lastMile.confirm(order.promise().hold());
            return List.of();
        } catch (ProblemException refused) {
            if (refused.code() != ErrorCode.HOLD_EXPIRED && refused.code() != ErrorCode.NOT_FOUND) {
                throw refused;
            }
            return List.of(new OrderEvent.SlotLost(clock.instant()));
        }
    }
}
