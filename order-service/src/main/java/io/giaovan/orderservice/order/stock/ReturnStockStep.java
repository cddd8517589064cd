package io.giaovan.orderservice.order.stock;

import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import io.giaovan.orderservice.stock.Stock;
import jakarta.inject.Singleton;
import java.util.List;

/** Books goods that came back into the warehouse. */
@Singleton
final class ReturnStockStep implements OrderStep {
    private final Stock stock;

    ReturnStockStep(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Step step() {
        return Step.RETURN_STOCK;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        stock.giveBack(
                order.merchantId(),
                order.id(),
                order.part().map(order.purchase()::handedBack).orElseGet(order.purchase()::quantities));
        return List.of();
    }
}
