package io.giaovan.orderservice.order;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Outcome.Moved;
import io.giaovan.orderservice.order.Outcome.Refused;
import io.giaovan.orderservice.order.Outcome.Unchanged;
import jakarta.inject.Singleton;

/**
 * Takes orders in and tells them what happened. Every change is one write that also says which steps are due; the steps
 * are done right after. Safe for concurrent use.
 */
@Singleton
public final class OrderBook {
    private final MongoOrders orders;
    private final StepWorker worker;

    OrderBook(MongoOrders orders, StepWorker worker) {
        this.orders = orders;
        this.worker = worker;
    }

    /** Takes a new order in; returns false when there is one with its id, and changes nothing then. */
    public boolean place(Order order) {
        try (StepWorker.Announcement announcement = worker.announce(order.id())) {
            boolean placed = orders.insert(order);
            if (placed) {
                announcement.written();
            }
            return placed;
        }
    }

    /**
     * Tells an order what happened. An event that means nothing in the present state changes nothing; one that cannot
     * happen in it is refused.
     *
     * @return the order as it stands afterwards, inside {@link Moved} when it changed
     * @throws ProblemException NOT_FOUND when the seller has no such order
     */
    public Outcome<Order> tell(MerchantId merchantId, OrderId orderId, OrderEvent event) {
        while (true) {
            Order order = orders.get(merchantId, orderId);
            Outcome<Order> outcome = order.on(event);
            switch (outcome) {
                case Unchanged<Order> _, Refused<Order> _ -> {
                    return outcome;
                }
                case Moved<Order>(Order changed) -> {
                    if (written(changed)) {
                        return outcome;
                    }
                }
            }
        }
    }

    /** Like {@link #tell}, but a refusal is thrown and the order is returned. */
    public Order tellOrThrow(MerchantId merchantId, OrderId orderId, OrderEvent event) {
        return switch (tell(merchantId, orderId, event)) {
            case Moved<Order>(Order order) -> order;
            case Unchanged<Order> _ -> orders.get(merchantId, orderId);
            case Refused<Order>(var code, var detail) -> throw new ProblemException(code, detail);
        };
    }

    /** Does the due steps of an order now, in this thread, each once; what fails is tried again later as ever. */
    public Order settle(MerchantId merchantId, OrderId orderId) {
        worker.runNow(orderId);
        return orders.get(merchantId, orderId);
    }

    private boolean written(Order changed) {
        try (StepWorker.Announcement announcement = worker.announce(changed.id())) {
            boolean won = orders.update(changed);
            if (won) {
                announcement.written();
            }
            return won;
        }
    }
}
