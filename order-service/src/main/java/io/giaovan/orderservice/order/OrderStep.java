package io.giaovan.orderservice.order;

import java.util.List;

/** Does one kind of step. Contributed by the room that talks to whoever has to hear of it. */
public interface OrderStep {
    Step step();

    /**
     * Does the step for an order as it stands now. It may run again after a crash or a failure, so it must be repeatable.
     * Calls of one order never overlap within a process.
     *
     * @return what the order learns from it
     * @throws RuntimeException to be tried again later
     */
    List<OrderEvent> run(Order order);
}
