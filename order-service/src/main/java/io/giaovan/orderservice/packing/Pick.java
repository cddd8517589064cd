package io.giaovan.orderservice.packing;

import io.giaovan.contracts.order.OrderLine;
import io.giaovan.orderservice.order.Order;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One walk to the shelf: all pieces of an article that a wave needs.
 *
 * @param sku the seller's stock-keeping unit
 * @param name what it is
 * @param quantity pieces to fetch
 * @param orders how many orders they are for
 */
public record Pick(String sku, String name, int quantity, int orders) {
    /** What the orders need, by sku. */
    static List<Pick> of(List<Order> orders) {
        Map<String, Pick> picks = new TreeMap<>();
        for (Order order : orders) {
            Map<String, String> names = new TreeMap<>();
            for (OrderLine line : order.purchase().lines()) {
                names.putIfAbsent(line.sku(), line.name());
            }
            order.purchase()
                    .quantities()
                    .forEach((sku, quantity) ->
                            picks.merge(sku, new Pick(sku, names.getOrDefault(sku, sku), quantity, 1), Pick::plus));
        }
        return List.copyOf(picks.values());
    }

    private Pick plus(Pick other) {
        return new Pick(sku, name, quantity + other.quantity, orders + other.orders);
    }
}
