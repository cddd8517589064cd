package io.giaovan.orderservice.portal;

import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of orders with what is needed to walk through it.
 *
 * @param tabs all orders, then one tab per status
 * @param status the chosen status, or null for all
 * @param search what is searched for, empty for nothing
 * @param orders those of this page
 * @param cut whether the search found more than is shown
 * @param next address of the next page, or null
 * @param here address of this page's live part
 * @param first whether this is the first page
 * @param now the time it was made
 */
public record OrdersView(
        List<Tab> tabs,
        @Nullable OrderStatus status,
        String search,
        List<Order> orders,
        boolean cut,
        @Nullable String next,
        String here,
        boolean first,
        Instant now) {
    /**
     * One status to choose.
     *
     * @param status null for all
     * @param count orders in it
     * @param address where it leads
     * @param chosen whether it is shown now
     */
    public record Tab(@Nullable OrderStatus status, long count, String address, boolean chosen) {}

    static OrdersView of(
            Map<OrderStatus, Long> counts,
            @Nullable OrderStatus status,
            String search,
            @Nullable String cursor,
            List<Order> orders,
            boolean cut,
            @Nullable String next,
            Instant now) {
        List<Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab(null, all, address("/portal/orders", null, search, null), status == null));
        for (OrderStatus each : OrderStatus.values()) {
            tabs.add(new Tab(
                    each,
                    counts.getOrDefault(each, 0L),
                    address("/portal/orders", each, search, null),
                    each == status));
        }
        return new OrdersView(
                tabs,
                status,
                search,
                orders,
                cut,
                next == null ? null : address("/portal/orders", status, search, next),
                address("/portal/orders/live", status, search, cursor),
                cursor == null,
                now);
    }

    /** Whether an order was late, or will be because its time is over. */
    public boolean late(Order order) {
        return order.late()
                || (!order.status().isEnd() && order.promise().window().end().isBefore(now));
    }

    private static String address(String path, @Nullable OrderStatus status, String search, @Nullable String cursor) {
        List<String> query = new ArrayList<>();
        if (status != null) {
            query.add("status=" + status);
        }
        if (!search.isEmpty()) {
            query.add("search=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        if (cursor != null) {
            query.add("cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
