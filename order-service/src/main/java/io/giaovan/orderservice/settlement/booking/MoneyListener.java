package io.giaovan.orderservice.settlement.booking;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.payment.ChargeEvent;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.orderservice.order.Orders;
import jakarta.inject.Singleton;

/** Hears of buyers' money that comes or goes after the order ended. */
@Singleton
final class MoneyListener implements EventHandler {
    private final Orders orders;
    private final LineBook book;

    MoneyListener(Orders orders, LineBook book) {
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
        ChargeView charge = news.charge();
        orders.find(news.merchantId(), charge.orderId())
                .filter(order -> order.charge() != null && order.charge().id().equals(charge.id()))
                .ifPresent(order -> book.chargeChanged(order, charge, event.sequence()));
    }
}
