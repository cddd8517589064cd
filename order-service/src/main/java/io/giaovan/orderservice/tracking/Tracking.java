package io.giaovan.orderservice.tracking;

import io.giaovan.orderservice.merchant.Merchants;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.Orders;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Opens orders by the secret in their tracking address. Safe for concurrent use. */
@Singleton
public final class Tracking {
    /** How long a link works after the order ended. */
    public static final Duration OPEN_AFTER_END = Duration.ofDays(30);

    private static final int TOKEN_LENGTH_MAX = 200;

    private final Orders orders;
    private final Merchants merchants;
    private final Arrivals arrivals;
    private final Clock clock;

    Tracking(Orders orders, Merchants merchants, Arrivals arrivals, Clock clock) {
        this.orders = orders;
        this.merchants = merchants;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** The order behind a token; empty when there is none or the link has expired. */
    public Optional<Order> findOrder(String token) {
        if (token.length() > TOKEN_LENGTH_MAX) {
            return Optional.empty();
        }
        return orders.findByTrackingToken(token).filter(order -> !expired(order));
    }

    /** What the holder of a token sees; empty when there is no such order or the link has expired. */
    public Optional<TrackingView> find(String token) {
        return findOrder(token)
                .map(order ->
                        TrackingView.of(order, merchants.get(order.merchantId()).name(), arrivals.find(order)));
    }

    private boolean expired(Order order) {
        Instant last = order.timeline().getLast().at();
        return order.status().isEnd() && clock.instant().isAfter(last.plus(OPEN_AFTER_END));
    }
}
