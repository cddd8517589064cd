package io.giaovan.orderservice.order;

import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.orderservice.order.OrderState.AwaitingPayment;
import io.giaovan.orderservice.order.OrderState.Received;
import io.giaovan.orderservice.order.Outcome.Moved;
import io.giaovan.orderservice.order.Outcome.Refused;
import io.giaovan.orderservice.order.Outcome.Unchanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order with everything that is true of it and everything that is still to be done for it.
 *
 * @param id identifies it
 * @param merchantId whose it is
 * @param purchase what was bought
 * @param promise when it arrives
 * @param trackingToken the secret in the buyer's tracking address
 * @param state where it stands
 * @param charge the charge at the gateway as we know it, or null
 * @param late whether the promise was missed
 * @param timeline what happened, oldest first, at most {@value #TIMELINE_MAX} entries: the first and the latest
 * @param due steps that have to be done, oldest first
 * @param steps how many steps became due so far
 * @param version rises with every write; 0 before the first
 */
public record Order(
        OrderId id,
        MerchantId merchantId,
        Purchase purchase,
        Promise promise,
        String trackingToken,
        OrderState state,
        @Nullable ChargeView charge,
        boolean late,
        List<TimelineEntry> timeline,
        List<DueStep> due,
        long steps,
        long version) {
    public static final int TIMELINE_MAX = 50;

    public Order {
        timeline = List.copyOf(timeline);
        due = List.copyOf(due);
    }

    /**
     * A new order.
     *
     * @param payBy when it lapses unpaid, or null when it needs no payment before it is packed
     */
    public static Order placed(
            OrderId id,
            MerchantId merchantId,
            Purchase purchase,
            Promise promise,
            String trackingToken,
            @Nullable Instant payBy,
            Instant at) {
        Order order = new Order(
                id,
                merchantId,
                purchase,
                promise,
                trackingToken,
                payBy == null ? new Received() : new AwaitingPayment(payBy),
                null,
                false,
                List.of(new TimelineEntry(at, promise.standard() ? "PLACED: standard window" : "PLACED")),
                List.of(),
                0,
                0);
        return order.withDue(DueSteps.whenPlaced(order));
    }

    public OrderStatus status() {
        return state.status();
    }

    /** What the buyer kept, where the rest was handed back at the door; empty when the order was taken whole. */
    public Optional<PartAccepted> part() {
        return state instanceof OrderState.Delivered delivered
                ? Optional.ofNullable(delivered.handover().proof().part())
                : Optional.empty();
    }

    /** What the seller may do now. */
    public List<OrderAction> allowedActions() {
        return switch (status()) {
            case RECEIVED -> List.of(OrderAction.PACK, OrderAction.CANCEL);
            case AWAITING_PAYMENT, PACKED -> List.of(OrderAction.CANCEL);
            case OUT_FOR_DELIVERY, DELIVERED, RETURNING, RETURNED, CANCELLED -> List.of();
        };
    }

    /** What the order becomes when something happens: state, charge, timeline and due steps together. */
    public Outcome<Order> on(OrderEvent event) {
        Order informed = this.informedBy(event);
        return switch (OrderLife.on(state, event)) {
            case Refused<OrderState>(var code, var detail) -> new Refused<>(code, detail);
            case Unchanged<OrderState> _ ->
                informed.equals(this)
                        ? new Unchanged<>()
                        : new Moved<>(informed.withDue(DueSteps.whenInformed(this, informed)));
            case Moved<OrderState>(OrderState to) -> {
                Order moved = informed.withState(to, Words.of(event));
                yield new Moved<>(moved.withDue(DueSteps.whenMoved(this, moved)));
            }
        };
    }

    /** Without a step that was done; another one of the same kind that became due meanwhile stays. */
    Order without(DueStep done) {
        List<DueStep> left = due.stream().filter(step -> !step.equals(done)).toList();
        return new Order(
                id, merchantId, purchase, promise, trackingToken, state, charge, late, timeline, left, steps, version);
    }

    private Order informedBy(OrderEvent event) {
        return switch (event) {
            case OrderEvent.ChargeChanged e -> withCharge(e.charge());
            case OrderEvent.HandedOver e -> late || !e.late() ? this : withLate();
            case OrderEvent.SlotLost e -> promise.hold() == null ? this : withoutHold(e);
            case OrderEvent.DeliveryRefused e -> withEntry(new TimelineEntry(e.at(), "NO_DELIVERY: " + e.code()));
            case OrderEvent.WithdrawalRefused _,
                    OrderEvent.ChargeRefused _,
                    OrderEvent.PaymentLapsed _,
                    OrderEvent.StockLost _,
                    OrderEvent.Packed _,
                    OrderEvent.CancelAsked _,
                    OrderEvent.DeliveryWithdrawn _,
                    OrderEvent.LeftDepot _,
                    OrderEvent.AttemptFailed _,
                    OrderEvent.ReturnStarted _,
                    OrderEvent.RestCameBack _,
                    OrderEvent.CameBack _ -> this;
        };
    }

    private Order withCharge(ChargeView view) {
        return new Order(
                id, merchantId, purchase, promise, trackingToken, state, view, late, timeline, due, steps, version);
    }

    private Order withLate() {
        return new Order(
                id, merchantId, purchase, promise, trackingToken, state, charge, true, timeline, due, steps, version);
    }

    private Order withoutHold(OrderEvent event) {
        Promise standing = new Promise(promise.window(), null, promise.standard());
        return new Order(
                        id,
                        merchantId,
                        purchase,
                        standing,
                        trackingToken,
                        state,
                        charge,
                        late,
                        timeline,
                        due,
                        steps,
                        version)
                .withEntry(new TimelineEntry(event.at(), "SLOT_LOST"));
    }

    private Order withState(OrderState to, TimelineEntry entry) {
        return new Order(
                        id,
                        merchantId,
                        purchase,
                        promise,
                        trackingToken,
                        to,
                        charge,
                        late,
                        timeline,
                        due,
                        steps,
                        version)
                .withEntry(entry);
    }

    private Order withEntry(TimelineEntry entry) {
        List<TimelineEntry> all = new ArrayList<>(timeline);
        if (all.size() >= TIMELINE_MAX) {
            all.remove(1);
        }
        all.add(entry);
        return new Order(
                id, merchantId, purchase, promise, trackingToken, state, charge, late, all, due, steps, version);
    }

    private Order withDue(List<Step> added) {
        List<DueStep> all = new ArrayList<>(due);
        long number = steps;
        for (Step step : added) {
            all.removeIf(waiting -> waiting.step() == step);
            all.add(new DueStep(step, ++number));
        }
        return new Order(
                id, merchantId, purchase, promise, trackingToken, state, charge, late, timeline, all, number, version);
    }

    /** Keeps the buyer out of logs. */
    @Override
    public String toString() {
        return "Order[" + id + ", " + merchantId + ", " + status() + ", version " + version + "]";
    }
}
