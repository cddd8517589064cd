package io.giaovan.orderservice.order.stock;

import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import io.giaovan.orderservice.stock.Stock;
import jakarta.inject.Singleton;
import java.util.List;

/** Books the goods out of the warehouse when the parcel leaves. */
@Singleton
final class TakeStockStep implements OrderStep {
    private final Stock stock;

    TakeStockStep(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Step step() {
        return Step.TAKE_STOCK;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        stock.take(order.merchantId(), order.id(), order.purchase().quantities());
        return List.of();
    }
}
