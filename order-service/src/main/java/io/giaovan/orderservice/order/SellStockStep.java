package io.giaovan.orderservice.order;

import io.giaovan.orderservice.stock.Stock;
import jakarta.inject.Singleton;
import java.util.List;

/** Ends the story of goods that the buyer has. */
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
        stock.sold(order.merchantId(), order.id(), order.purchase().quantities());
        return List.of();
    }
}
