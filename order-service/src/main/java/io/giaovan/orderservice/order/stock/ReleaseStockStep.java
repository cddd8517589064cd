package io.giaovan.orderservice.order.stock;

import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import io.giaovan.orderservice.stock.Stock;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives the goods of a cancelled order free. */
@Singleton
final class ReleaseStockStep implements OrderStep {
    private final Stock stock;

    ReleaseStockStep(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Step step() {
        return Step.RELEASE_STOCK;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        stock.release(order.merchantId(), order.id(), order.purchase().quantities());
        return List.of();
    }
}
