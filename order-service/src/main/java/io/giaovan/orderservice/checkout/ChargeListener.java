package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.payment.ChargeEvent;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.Orders;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells an order what its charge has become. Charges that belong to no order of ours are somebody else's business. */
@Singleton
final class ChargeListener implements EventHandler {
    private final Orders orders;
    private final OrderBook book;

    ChargeListener(Orders orders, OrderBook book) {
        this.orders = orders;
        this.book = book;
    }

    @Override
    public Subscriber subscriber() {
        return Subscriber.ORDER_SERVICE;
    }

    @Override
    public EventType type() {
        return EventType.CHARGE_CHANGED;
    }

    @Override
    public void handle(Event event) {
        ChargeEvent news = (ChargeEvent) event.data();
        Optional<Order> order = orders.find(news.merchantId(), news.charge().orderId());
        boolean ours = order.map(Order::charge)
                .map(known -> known.id().equals(news.charge().id()))
                .orElse(order.isPresent());
        if (ours) {
            book.tell(
                    news.merchantId(), news.charge().orderId(), new OrderEvent.ChargeChanged(news.charge(), news.at()));
        }
    }
}
