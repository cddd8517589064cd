package io.giaovan.orderservice.order;

import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.orderservice.order.Cancellation.By;
import io.giaovan.orderservice.order.OrderState.AwaitingPayment;
import io.giaovan.orderservice.order.OrderState.Cancelled;
import io.giaovan.orderservice.order.OrderState.Delivered;
import io.giaovan.orderservice.order.OrderState.OutForDelivery;
import io.giaovan.orderservice.order.OrderState.Packed;
import io.giaovan.orderservice.order.OrderState.Received;
import io.giaovan.orderservice.order.OrderState.Returned;
import io.giaovan.orderservice.order.OrderState.Returning;
import java.util.ArrayList;
import java.util.List;

/** Which steps become due by a change. Pure. */
final class DueSteps {
    private DueSteps() {}

    static List<Step> whenPlaced(Order order) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.KEEP_STOCK);
        if (order.promise().hold() != null) {
            steps.add(Step.CONFIRM_SLOT);
        }
        if (order.purchase().chargedByUs()) {
            steps.add(Step.OPEN_CHARGE);
        }
        if (order.state() instanceof Received) {
            steps.add(Step.NOTIFY);
        }
        return steps;
    }

    static List<Step> whenMoved(Order before, Order after) {
        List<Step> steps = new ArrayList<>();
        if (after.state().leftHouse() && !before.state().leftHouse()) {
            steps.add(Step.TAKE_STOCK);
            tell(after, Step.TELL_SHIPPED, steps);
        }
        switch (after.state()) {
            case AwaitingPayment _, Returning _ -> {}
            case Received _ -> steps.add(Step.NOTIFY);
            case Packed packed ->
                steps.addAll(
                        packed.withdrawal() != null
                                ? List.of(Step.WITHDRAW_DELIVERY)
                                : before.state() instanceof Received ? List.of(Step.REQUEST_DELIVERY) : List.of());
            case OutForDelivery _ -> steps.add(Step.NOTIFY);
            case Delivered _ ->
                steps.addAll(before.state() instanceof Delivered ? List.of(Step.RETURN_STOCK) : whenHandedOver(after));
            case Returned _ -> {
                steps.add(Step.RETURN_STOCK);
                giveMoneyBack(after, steps);
                tell(after, Step.TELL_RETURNED, steps);
                steps.addAll(List.of(Step.BOOK_LINES, Step.NOTIFY));
            }
            case Cancelled cancelled -> {
                steps.add(Step.RELEASE_STOCK);
                if (after.promise().hold() != null) {
                    steps.add(Step.RELEASE_SLOT);
                }
                giveMoneyBack(after, steps);
                if (cancelled.cancellation().by() != By.CHANNEL) {
                    tell(after, Step.TELL_CANCELLED, steps);
                }
                steps.add(Step.NOTIFY);
            }
        }
        return steps;
    }

    private static List<Step> whenHandedOver(Order order) {
        List<Step> steps = new ArrayList<>();
        if (capturedOnProof(order)) {
            steps.add(Step.CAPTURE);
        } else if (order.purchase().chargedByUs() && order.part().isPresent()) {
            steps.add(Step.GIVE_PART_BACK);
        }
        steps.add(Step.SELL_STOCK);
        tell(order, Step.TELL_DELIVERED, steps);
        steps.addAll(List.of(Step.BOOK_LINES, Step.NOTIFY));
        return steps;
    }

    /** Money that arrives for an order that is given up, or back, goes back. */
    static List<Step> whenInformed(Order before, Order after) {
        ChargeView charge = after.charge();
        boolean over = after.state() instanceof Cancelled || after.state() instanceof Returned;
        boolean holdsMoney = charge != null
                && switch (charge.status()) {
                    case REQUIRES_ACTION, PROCESSING, AUTHORISED -> true;
                    case SUCCEEDED -> charge.refunded().compareTo(charge.received()) < 0;
                    case FAILED, CANCELED -> false;
                };
        return over && charge != null && holdsMoney && !charge.equals(before.charge())
                ? List.of(Step.GIVE_MONEY_BACK)
                : List.of();
    }

    private static boolean capturedOnProof(Order order) {
        PaymentKind payment = order.purchase().payment();
        return order.purchase().chargedByUs() && (payment == PaymentKind.CASH || payment == PaymentKind.TELECOM);
    }

    private static void giveMoneyBack(Order order, List<Step> steps) {
        if (order.purchase().chargedByUs()) {
            steps.add(Step.GIVE_MONEY_BACK);
        }
    }

    private static void tell(Order order, Step step, List<Step> steps) {
        if (order.purchase().fromMarketplace()) {
            steps.add(step);
        }
    }
}
