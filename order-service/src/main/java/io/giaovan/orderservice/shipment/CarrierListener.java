package io.giaovan.orderservice.shipment;

import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.parcel.TrackingEvent;
import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.order.Handover;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.Orders;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an order what a parcel company says of its parcel. */
@Singleton
final class CarrierListener implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierListener.class);

    private final Shipments shipments;
    private final Orders orders;
    private final OrderBook book;

    CarrierListener(Shipments shipments, Orders orders, OrderBook book) {
        this.shipments = shipments;
        this.orders = orders;
        this.book = book;
    }

    @Override
    public Subscriber subscriber() {
        return Subscriber.ORDER_SERVICE;
    }

    @Override
    public EventType type() {
        return EventType.PARCEL_TRACKED;
    }

    @Override
    public void handle(Event event) {
        TrackingEvent news = (TrackingEvent) event.data();
        Optional<Shipment> shipment = shipments.find(news.merchantId(), news.parcelCode());
        if (shipment.isEmpty()) {
            LOG.warn("{} speaks of parcel {}, which it was not given", news.carrier(), news.parcelCode());
            return;
        }
        Order order = orders.get(news.merchantId(), shipment.get().orderId());
        meaning(order, news).ifPresent(meaning -> book.tell(order.merchantId(), order.id(), meaning));
    }

    /** What the news means for the order; empty when it means nothing yet. */
    static Optional<OrderEvent> meaning(Order order, TrackingEvent news) {
        return switch (news.status()) {
            case CREATED, PICKUP_PENDING -> Optional.empty();
            case PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY -> Optional.of(new OrderEvent.LeftDepot(news.at()));
            case DELIVERY_FAILED -> attemptFailed(order, news);
            case DELIVERED -> Optional.of(handedOver(order, news));
            case RETURNING, LOST, DAMAGED ->
                Optional.of(new OrderEvent.ReturnStarted(news.status().name(), news.at()));
            case RETURNED -> Optional.of(new OrderEvent.CameBack(news.at()));
            case CANCELLED -> Optional.of(new OrderEvent.DeliveryWithdrawn(news.at()));
            case READY_FOR_PICKUP, ON_HOLD, PARTIALLY_DELIVERED, UNKNOWN -> {
                LOG.warn("parcel {} with {} needs a look: {}", news.parcelCode(), news.carrier(), news.rawStatus());
                yield Optional.empty();
            }
        };
    }

    /** The company does not number its attempts; the same moment told twice is one attempt. */
    private static Optional<OrderEvent> attemptFailed(Order order, TrackingEvent news) {
        boolean known = order.timeline().stream()
                .anyMatch(entry -> entry.at().equals(news.at()) && entry.what().startsWith("ATTEMPT_FAILED"));
        int before = order.state() instanceof OrderState.OutForDelivery out ? out.failedAttempts() : 0;
        return known
                ? Optional.empty()
                : Optional.of(new OrderEvent.AttemptFailed(news.status().name(), before + 1, news.at()));
    }

    private static OrderEvent handedOver(Order order, TrackingEvent news) {
        String said = news.carrier() + "|" + news.trackingCode() + "|" + news.rawStatus() + "|" + news.at();
        Proof proof = new Proof(
                "carrier-" + news.carrier() + "-" + news.trackingCode(),
                ProofKind.CODE,
                Secrets.digest(said),
                news.at(),
                null);
        Money cash = RequestDeliveryStep.cashToCollect(order);
        boolean late = news.at().isAfter(order.promise().window().end());
        return new OrderEvent.HandedOver(
                new Handover(
                        news.at(),
                        proof,
                        cash.isPositive() ? cash : null,
                        cash.isPositive() ? Shipment.cashHolder(news.carrier()) : null),
                late);
    }
}
