package io.giaovan.orderservice.notice;

import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells buyer and seller what happened to an order; telling it again tells nobody anything new. */
@Singleton
final class NoticeStep implements OrderStep {
    private final BuyerNotices buyers;
    private final SellerNotices sellers;

    NoticeStep(BuyerNotices buyers, SellerNotices sellers) {
        this.buyers = buyers;
        this.sellers = sellers;
    }

    @Override
    public Step step() {
        return Step.NOTIFY;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        buyers.tell(order);
        sellers.tell(order);
        return List.of();
    }
}
