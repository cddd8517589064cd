package io.giaovan.orderservice.settlement;

import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Handover;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderFixture;
import io.giaovan.orderservice.order.OrderPage;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.OrderStatus;
import io.giaovan.orderservice.order.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders in memory, and ended orders to put there. */
public final class EndedOrders implements Orders {
    private final Map<OrderId, Order> orders = new LinkedHashMap<>();

    public static Order delivered(Order order, @Nullable ChargeView charge, Instant at) {
        return ended(order, new OrderState.Delivered("GV" + order.id(), OrderFixture.handover(at)), charge);
    }

    /** Of the only line so many pieces were kept. */
    public static Order deliveredInPart(Order order, int kept, long due, @Nullable ChargeView charge, Instant at) {
        PartAccepted part = new PartAccepted(List.of(new KeptItem(1, kept)), Money.vnd(due));
        Proof proof = new Proof("pr_1", ProofKind.CODE, "ab".repeat(32), at, null, part);
        Handover handover = new Handover(at, proof, null, null);
        return ended(order, new OrderState.Delivered("GV" + order.id(), handover), charge);
    }

    public static Order returned(Order order, @Nullable ChargeView charge, Instant at) {
        return ended(order, new OrderState.Returned("GV" + order.id(), at), charge);
    }

    static ChargeView charge(Order order, ChargeStatus status, long received, long refunded) {
        ChargeView charge = OrderFixture.charge(order, status);
        return new ChargeView(
                charge.id(),
                charge.orderId(),
                charge.method(),
                status,
                charge.amount(),
                Money.vnd(received),
                Money.vnd(refunded),
                null,
                null);
    }

    private static Order ended(Order order, OrderState state, @Nullable ChargeView charge) {
        return new Order(
                order.id(),
                order.merchantId(),
                order.purchase(),
                order.promise(),
                order.trackingToken(),
                state,
                charge,
                false,
                order.timeline(),
                List.of(),
                order.steps(),
                1);
    }

    void put(Order order) {
        orders.put(order.id(), order);
    }

    List<Order> all() {
        return new ArrayList<>(orders.values());
    }

    @Override
    public Optional<Order> find(MerchantId merchantId, OrderId orderId) {
        return Optional.ofNullable(orders.get(orderId))
                .filter(order -> order.merchantId().equals(merchantId));
    }

    @Override
    public Order get(MerchantId merchantId, OrderId orderId) {
        return find(merchantId, orderId).orElseThrow(() -> ProblemException.notFound("order", orderId.value()));
    }

    @Override
    public Optional<Order> findByTrackingToken(String token) {
        return all().stream()
                .filter(order -> order.trackingToken().equals(token))
                .findFirst();
    }

    @Override
    public OrderPage list(MerchantId merchantId, @Nullable OrderStatus status, int limit, @Nullable String cursor) {
        throw new UnsupportedOperationException("settlement lists no orders");
    }

    @Override
    public List<Order> search(MerchantId merchantId, @Nullable OrderStatus status, String text, int limit) {
        throw new UnsupportedOperationException("settlement searches no orders");
    }

    @Override
    public Map<OrderStatus, Long> count(MerchantId merchantId) {
        throw new UnsupportedOperationException("settlement counts no orders");
    }

    @Override
    public List<Order> listAwaitingPayment(int limit) {
        throw new UnsupportedOperationException("settlement waits for no buyer");
    }
}
