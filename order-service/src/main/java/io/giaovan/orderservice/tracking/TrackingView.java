package io.giaovan.orderservice.tracking;

import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a tracking link sees; nothing in it is personal.
 *
 * @param orderNumber the number the buyer knows the order by
 * @param seller who sent it
 * @param status where the order stands
 * @param promised the window promised
 * @param expected range in which it will arrive, or null when nobody knows yet
 * @param stopsBefore stops before this one, or null when it is not on its way
 * @param failedAttempts attempts that failed so far
 * @param cash what to have ready at the door, zero when nothing
 * @param deliveredAt when the courier's proof was taken, or null
 * @param part what the buyer kept where the rest was handed back, or null
 * @param steps what happened, oldest first
 */
public record TrackingView(
        String orderNumber,
        String seller,
        OrderStatus status,
        TimeWindow promised,
        @Nullable TimeWindow expected,
        @Nullable Integer stopsBefore,
        int failedAttempts,
        Money cash,
        @Nullable Instant deliveredAt,
        @Nullable PartAccepted part,
        List<Step> steps) {
    /** What a buyer is told of an order's past. */
    public enum StepKind {
        RECEIVED,
        PACKED,
        OUT_FOR_DELIVERY,
        ATTEMPT_FAILED,
        DELIVERED,
        PARTLY_DELIVERED,
        REST_RETURNED,
        RETURNING,
        RETURNED,
        CANCELLED
    }

    /**
     * One thing that happened.
     *
     * @param reason why, for a failed attempt: a name of {@link io.giaovan.contracts.delivery.FailureReason}, else null
     */
    public record Step(StepKind kind, Instant at, @Nullable String reason) {}

    static TrackingView of(Order order, String seller, Optional<DeliveryView> delivery) {
        return new TrackingView(
                order.purchase().externalId() == null
                        ? order.id().value()
                        : order.purchase().externalId(),
                seller,
                order.status(),
                order.promise().window(),
                delivery.map(DeliveryView::expected).orElse(null),
                delivery.map(DeliveryView::stopsBefore).orElse(null),
                order.state() instanceof OrderState.OutForDelivery out ? out.failedAttempts() : 0,
                cash(order),
                order.state() instanceof OrderState.Delivered delivered
                        ? delivered.handover().at()
                        : null,
                order.part().orElse(null),
                steps(order));
    }

    /** Whether the estimate lies after the promise. */
    public boolean late() {
        return expected != null && expected.start().isAfter(promised.end());
    }

    /** Pieces that the buyer kept, 0 when the order was taken whole. */
    public int piecesKept() {
        return part == null
                ? 0
                : part.kept().stream().mapToInt(KeptItem::quantity).sum();
    }

    /** How far along the order is: 0 received, 1 packed, 2 on its way, 3 delivered; −1 when it will not arrive. */
    public int progress() {
        return switch (status) {
            case AWAITING_PAYMENT, RECEIVED -> 0;
            case PACKED -> 1;
            case OUT_FOR_DELIVERY -> 2;
            case DELIVERED -> 3;
            case RETURNING, RETURNED, CANCELLED -> -1;
        };
    }

    private static Money cash(Order order) {
        boolean due = order.purchase().payment() == PaymentKind.CASH
                && !order.status().isEnd();
        return due
                ? order.purchase().total()
                : Money.zero(order.purchase().total().currency());
    }

    private static List<Step> steps(Order order) {
        List<Step> steps = new ArrayList<>();
        order.timeline().forEach(entry -> {
            String word = entry.what().split(": ", 2)[0];
            String detail = entry.what().contains(": ") ? entry.what().split(": ", 2)[1] : null;
            switch (word) {
                case "PLACED" -> steps.add(new Step(StepKind.RECEIVED, entry.at(), null));
                case "PACKED" -> steps.add(new Step(StepKind.PACKED, entry.at(), null));
                case "OUT_FOR_DELIVERY" -> steps.add(new Step(StepKind.OUT_FOR_DELIVERY, entry.at(), null));
                case "ATTEMPT_FAILED" -> steps.add(new Step(StepKind.ATTEMPT_FAILED, entry.at(), detail));
                case "DELIVERED" -> steps.add(new Step(StepKind.DELIVERED, entry.at(), null));
                case "PARTLY_DELIVERED" -> steps.add(new Step(StepKind.PARTLY_DELIVERED, entry.at(), null));
                case "REST_RETURNED" -> steps.add(new Step(StepKind.REST_RETURNED, entry.at(), null));
                case "RETURNING" -> steps.add(new Step(StepKind.RETURNING, entry.at(), null));
                case "RETURNED" -> steps.add(new Step(StepKind.RETURNED, entry.at(), null));
                default -> {
                    // Payment, stock and cancellation entries are the seller's business; see the state below.
                }
            }
        });
        if (order.state() instanceof OrderState.Cancelled cancelled) {
            steps.add(new Step(StepKind.CANCELLED, cancelled.at(), null));
        }
        return steps;
    }
}
