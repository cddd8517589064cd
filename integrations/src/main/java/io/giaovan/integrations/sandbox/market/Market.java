package io.giaovan.integrations.sandbox.market;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * The sandbox marketplace's rules: what buyers may do, what sellers may tell, and that every change of status is pushed.
 */
@Singleton
final class Market {
    private static final int RACES_MAX = 50;

    private final MarketLedger ledger;
    private final MarketPushes pushes;
    private final Clock clock;

    Market(MarketLedger ledger, MarketPushes pushes, Clock clock) {
        this.ledger = ledger;
        this.pushes = pushes;
        this.clock = clock;
    }

    /** Enters a new order; one with a number that is taken changes nothing. */
    void place(MarketOrder order) {
        if (ledger.insert(order)) {
            pushes.enqueue(order);
        }
    }

    /** The buyer wants out: until it is shipped the seller is asked, afterwards it is refused. */
    MarketOrder cancelByBuyer(String orderSn) {
        return change(orderSn, order -> switch (order.status()) {
            case READY_TO_SHIP -> order.moved(MarketStatus.IN_CANCEL, clock.instant());
            case IN_CANCEL, CANCELLED -> order;
            case SHIPPED, TO_RETURN, COMPLETED ->
                throw new ProblemException(
                        ErrorCode.OUT_OF_SEQUENCE,
                        "Order " + orderSn + " is " + order.status() + ", it cannot be cancelled any more");
        });
    }

    /** Shows a status that the seller's side may not know, until the next change. */
    MarketOrder showStatus(String orderSn, String strangeStatus) {
        return change(orderSn, order -> order.showing(strangeStatus, clock.instant()));
    }

    void ship(String orderSn, String trackingNumber) {
        changeAsSeller(orderSn, "ship_order " + trackingNumber, order -> switch (order.status()) {
            case READY_TO_SHIP ->
                order.moved(MarketStatus.SHIPPED, clock.instant()).tracked(trackingNumber);
            case SHIPPED, IN_CANCEL, CANCELLED, TO_RETURN, COMPLETED ->
                throw new MarketRefusal("logistics.ship_order_only_support_ready_to_ship", "wrong order status");
        });
    }

    void updateTracking(String orderSn, String logisticsStatus) {
        MarketStatus next = switch (logisticsStatus) {
            case "LOGISTICS_DELIVERY_DONE" -> MarketStatus.COMPLETED;
            case "LOGISTICS_RETURNED" -> MarketStatus.TO_RETURN;
            default -> throw new MarketRefusal("error_param", "logistics_status is not known");
        };
        changeAsSeller(orderSn, "update_tracking_status " + logisticsStatus, order -> switch (order.status()) {
            case SHIPPED -> order.moved(next, clock.instant());
            case COMPLETED -> next == MarketStatus.TO_RETURN ? order.moved(next, clock.instant()) : order;
            case TO_RETURN -> order;
            case READY_TO_SHIP, IN_CANCEL, CANCELLED ->
                throw new MarketRefusal("logistics.order_not_shipped", "wrong order status");
        });
    }

    void cancelBySeller(String orderSn) {
        changeAsSeller(orderSn, "cancel_order", order -> switch (order.status()) {
            case READY_TO_SHIP -> order.moved(MarketStatus.CANCELLED, clock.instant());
            case SHIPPED, IN_CANCEL, CANCELLED, TO_RETURN, COMPLETED ->
                throw new MarketRefusal("order.order_status_not_allow", "wrong order status");
        });
    }

    void answerCancellation(String orderSn, boolean accepted) {
        changeAsSeller(orderSn, "handle_buyer_cancellation " + (accepted ? "ACCEPT" : "REJECT"), order -> {
            if (order.status() != MarketStatus.IN_CANCEL) {
                throw new MarketRefusal("order.order_status_not_allow", "nobody asked to cancel");
            }
            return order.moved(accepted ? MarketStatus.CANCELLED : MarketStatus.READY_TO_SHIP, clock.instant());
        });
    }

    private void changeAsSeller(String orderSn, String what, UnaryOperator<MarketOrder> rule) {
        Instant now = clock.instant();
        change(orderSn, order -> rule.apply(order).hearing(what, now));
    }

    private MarketOrder change(String orderSn, UnaryOperator<MarketOrder> rule) {
        for (int race = 0; race < RACES_MAX; race++) {
            MarketOrder before = ledger.find(orderSn).orElseThrow(() -> ProblemException.notFound("order", orderSn));
            MarketOrder after = rule.apply(before);
            boolean moved = after.updateSeconds() != before.updateSeconds();
            if (after.equals(before) || ledger.update(after, moved)) {
                if (moved) {
                    pushes.enqueue(after);
                }
                return after;
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "Order " + orderSn + " changes too fast");
    }
}
