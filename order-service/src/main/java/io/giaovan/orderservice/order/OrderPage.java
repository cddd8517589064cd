package io.giaovan.orderservice.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some orders of a list.
 *
 * @param orders in the list's order
 * @param next cursor of the next page, null when this is the last
 */
public record OrderPage(List<Order> orders, @Nullable String next) {
    public OrderPage {
        orders = List.copyOf(orders);
    }
}
