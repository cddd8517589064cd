package io.giaovan.orderservice.order.stock;

import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import io.giaovan.orderservice.stock.Stock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Ends the story of goods that the buyer has; what was handed back at the door is still outside. */
@Singleton
final class SellStockStep implements OrderStep {
    private final Stock stock;

    SellStockStep(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Step step() {
        return Step.SELL_STOCK;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        Map<String, Integer> ordered = order.purchase().quantities();
        stock.sold(
                order.merchantId(),
                order.id(),
                ordered,
                order.part().map(order.purchase()::quantities).orElse(ordered));
        return List.of();
    }
}
