package io.giaovan.orderservice.order.stock;

import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import io.giaovan.orderservice.stock.HoldOutcome;
import io.giaovan.orderservice.stock.Stock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes the reservation of a placed order endless, or finds that the goods are gone. */
@Singleton
final class KeepStockStep implements OrderStep {
    private final Stock stock;
    private final Clock clock;

    KeepStockStep(Stock stock, Clock clock) {
        this.stock = stock;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.KEEP_STOCK;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        return switch (stock.keep(
                order.merchantId(), order.id(), order.purchase().quantities())) {
            case HoldOutcome.Held _ -> List.of();
            case HoldOutcome.TooFew(String sku, int _) -> lost(sku);
            case HoldOutcome.Unknown(String sku) -> lost(sku);
            case HoldOutcome.TooManyWaiting(String sku, int _) -> lost(sku);
        };
    }

    private List<OrderEvent> lost(String sku) {
        return List.of(new OrderEvent.StockLost(sku, clock.instant()));
    }
}
