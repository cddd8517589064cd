package io.giaovan.orderservice.checkout;

import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends orders that were not paid in time. */
@Singleton
final class PaymentWatch implements UnfinishedWork {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentWatch.class);
    private static final int AT_ONCE_MAX = 1_000;

    private final Orders orders;
    private final OrderBook book;
    private final Clock clock;

    PaymentWatch(Orders orders, OrderBook book, Clock clock) {
        this.orders = orders;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment watch";
    }

    @Override
    public long unfinished() {
        return overdue(clock.instant()).size();
    }

    @Scheduled(fixedDelay = "${giaovan.checkout.watch-every:PT0.2S}")
    void endOverdue() {
        try {
            Instant now = clock.instant();
            for (Order order : overdue(now)) {
                book.tell(order.merchantId(), order.id(), new OrderEvent.PaymentLapsed(now));
            }
        } catch (RuntimeException trouble) {
            LOG.warn("unpaid orders will be looked at again: {}", trouble.toString());
        }
    }

    private List<Order> overdue(Instant now) {
        return orders.listAwaitingPayment(AT_ONCE_MAX).stream()
                .filter(order ->
                        order.state() instanceof OrderState.AwaitingPayment waiting && !now.isBefore(waiting.payBy()))
                .toList();
    }
}
