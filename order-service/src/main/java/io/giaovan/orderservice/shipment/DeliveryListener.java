package io.giaovan.orderservice.shipment;

import io.giaovan.contracts.delivery.DeliveryEvent;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.orderservice.order.Handover;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.Orders;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an order what our own couriers do with its parcel. Parcels that others gave to the engine are not ours to follow. */
@Singleton
final class DeliveryListener implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryListener.class);

    private final Orders orders;
    private final OrderBook book;

    DeliveryListener(Orders orders, OrderBook book) {
        this.orders = orders;
        this.book = book;
    }

    @Override
    public Subscriber subscriber() {
        return Subscriber.ORDER_SERVICE;
    }

    @Override
    public EventType type() {
        return EventType.DELIVERY_CHANGED;
    }

    @Override
    public void handle(Event event) {
        DeliveryEvent news = (DeliveryEvent) event.data();
        if (orders.find(news.merchantId(), news.orderId()).isEmpty()) {
            LOG.warn("delivery {} is of no order here", news.deliveryId());
            return;
        }
        meaning(news).ifPresent(meaning -> book.tell(news.merchantId(), news.orderId(), meaning));
    }

    /** What the news means for the order; empty when it means nothing yet. */
    static Optional<OrderEvent> meaning(DeliveryEvent news) {
        return switch (news.status()) {
            case REQUESTED, PLANNED, ARRIVED -> Optional.empty();
            case OUT_FOR_DELIVERY -> Optional.of(new OrderEvent.LeftDepot(news.at()));
            case DELIVERED, PARTLY_DELIVERED -> Optional.of(new OrderEvent.HandedOver(handover(news), news.late()));
            case REST_RETURNED -> Optional.of(new OrderEvent.RestCameBack(news.at()));
            case ATTEMPT_FAILED -> Optional.of(new OrderEvent.AttemptFailed(reason(news), news.attempt(), news.at()));
            case RETURNING -> Optional.of(new OrderEvent.ReturnStarted(reason(news), news.at()));
            case RETURNED -> Optional.of(new OrderEvent.CameBack(news.at()));
            case CANCELLED -> Optional.of(new OrderEvent.DeliveryWithdrawn(news.at()));
        };
    }

    private static Handover handover(DeliveryEvent news) {
        return new Handover(
                news.at(),
                Objects.requireNonNull(news.proof(), "a delivered parcel has a proof"),
                news.cashCollected() == null || !news.cashCollected().isPositive() ? null : news.cashCollected(),
                news.courierId());
    }

    private static String reason(DeliveryEvent news) {
        return String.valueOf(news.failure());
    }
}
