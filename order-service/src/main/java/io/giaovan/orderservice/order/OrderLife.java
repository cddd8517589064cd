package io.giaovan.orderservice.order;

import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.orderservice.order.Cancellation.By;
import io.giaovan.orderservice.order.OrderEvent.AttemptFailed;
import io.giaovan.orderservice.order.OrderEvent.CameBack;
import io.giaovan.orderservice.order.OrderEvent.CancelAsked;
import io.giaovan.orderservice.order.OrderEvent.ChargeChanged;
import io.giaovan.orderservice.order.OrderEvent.ChargeRefused;
import io.giaovan.orderservice.order.OrderEvent.DeliveryRefused;
import io.giaovan.orderservice.order.OrderEvent.DeliveryWithdrawn;
import io.giaovan.orderservice.order.OrderEvent.HandedOver;
import io.giaovan.orderservice.order.OrderEvent.LeftDepot;
import io.giaovan.orderservice.order.OrderEvent.PaymentLapsed;
import io.giaovan.orderservice.order.OrderEvent.RestCameBack;
import io.giaovan.orderservice.order.OrderEvent.ReturnStarted;
import io.giaovan.orderservice.order.OrderEvent.SlotLost;
import io.giaovan.orderservice.order.OrderEvent.StockLost;
import io.giaovan.orderservice.order.OrderEvent.WithdrawalRefused;
import io.giaovan.orderservice.order.OrderState.AwaitingPayment;
import io.giaovan.orderservice.order.OrderState.Cancelled;
import io.giaovan.orderservice.order.OrderState.Delivered;
import io.giaovan.orderservice.order.OrderState.OutForDelivery;
import io.giaovan.orderservice.order.OrderState.Packed;
import io.giaovan.orderservice.order.OrderState.Received;
import io.giaovan.orderservice.order.OrderState.Returned;
import io.giaovan.orderservice.order.OrderState.Returning;
import io.giaovan.orderservice.order.Outcome.Moved;
import io.giaovan.orderservice.order.Outcome.Refused;
import io.giaovan.orderservice.order.Outcome.Unchanged;

/** The whole life of an order: what each event does in each state. Pure. */
public final class OrderLife {
    private OrderLife() {}

    public static Outcome<OrderState> on(OrderState state, OrderEvent event) {
        return switch (state) {
            case AwaitingPayment s -> onAwaitingPayment(s, event);
            case Received s -> onReceived(s, event);
            case Packed s -> onPacked(s, event);
            case OutForDelivery s -> onOutForDelivery(s, event);
            case Delivered s -> onDelivered(s, event);
            case Returning s -> onReturning(s, event);
            case Returned s -> onReturned(s, event);
            case Cancelled s -> onCancelled(s, event);
        };
    }

    private static Outcome<OrderState> onAwaitingPayment(AwaitingPayment s, OrderEvent event) {
        return switch (event) {
            case ChargeChanged e -> onCharge(e.charge(), e);
            case ChargeRefused e -> cancelled("payment refused: " + e.code(), e);
            case PaymentLapsed e -> e.at().isBefore(s.payBy()) ? unchanged() : cancelled("not paid in time", e);
            case StockLost e -> cancelled("out of stock", e);
            case CancelAsked e -> new Moved<>(new Cancelled(e.cancellation(), e.at(), null));
            case SlotLost _, WithdrawalRefused _, DeliveryWithdrawn _, DeliveryRefused _ -> unchanged();
            case OrderEvent.Packed _,
                    LeftDepot _,
                    AttemptFailed _,
                    HandedOver _,
                    RestCameBack _,
                    ReturnStarted _,
                    CameBack _ -> refused(s, "it is not paid yet");
        };
    }

    private static Outcome<OrderState> onCharge(ChargeView charge, OrderEvent event) {
        return switch (charge.status()) {
            case AUTHORISED, SUCCEEDED -> new Moved<>(new Received());
            case REQUIRES_ACTION, PROCESSING -> unchanged();
            case FAILED, CANCELED -> cancelled("payment refused", event);
        };
    }

    private static Outcome<OrderState> onReceived(Received s, OrderEvent event) {
        return switch (event) {
            case OrderEvent.Packed e -> new Moved<>(new Packed(e.parcelCode(), null));
            case CancelAsked e -> new Moved<>(new Cancelled(e.cancellation(), e.at(), null));
            case StockLost e -> cancelled("out of stock", e);
            case ChargeRefused e -> cancelled("payment refused: " + e.code(), e);
            case ChargeChanged _,
                    PaymentLapsed _,
                    SlotLost _,
                    WithdrawalRefused _,
                    DeliveryWithdrawn _,
                    DeliveryRefused _ -> unchanged();
            case LeftDepot _, AttemptFailed _, HandedOver _, RestCameBack _, ReturnStarted _, CameBack _ ->
                refused(s, "it is not packed yet");
        };
    }

    private static Outcome<OrderState> onPacked(Packed s, OrderEvent event) {
        return switch (event) {
            case OrderEvent.Packed e -> e.parcelCode().equals(s.parcel()) ? unchanged() : refused(s, "it is packed");
            case CancelAsked e ->
                s.withdrawal() == null ? new Moved<>(new Packed(s.parcel(), e.cancellation())) : unchanged();
            case WithdrawalRefused _ ->
                s.withdrawal() == null ? unchanged() : new Moved<>(new Packed(s.parcel(), null));
            case DeliveryWithdrawn e ->
                new Moved<>(new Cancelled(
                        s.withdrawal() == null
                                ? new Cancellation(By.HOUSE, "withdrawn by the dispatcher")
                                : s.withdrawal(),
                        e.at(),
                        s.parcel()));
            case StockLost e -> withdrawing(s, "out of stock: " + e.sku());
            case ChargeRefused e -> withdrawing(s, "payment refused: " + e.code());
            case LeftDepot _ -> new Moved<>(new OutForDelivery(s.parcel(), 0));
            case AttemptFailed e -> new Moved<>(new OutForDelivery(s.parcel(), e.attempt()));
            case HandedOver e -> new Moved<>(new Delivered(s.parcel(), e.handover()));
            case ReturnStarted e -> new Moved<>(new Returning(s.parcel(), e.reason()));
            case ChargeChanged _, PaymentLapsed _, SlotLost _, DeliveryRefused _ -> unchanged();
            case CameBack _, RestCameBack _ -> refused(s, "it has not left");
        };
    }

    private static Outcome<OrderState> withdrawing(Packed s, String reason) {
        return s.withdrawal() == null
                ? new Moved<>(new Packed(s.parcel(), new Cancellation(By.HOUSE, reason)))
                : unchanged();
    }

    private static Outcome<OrderState> onOutForDelivery(OutForDelivery s, OrderEvent event) {
        return switch (event) {
            case AttemptFailed e ->
                e.attempt() > s.failedAttempts()
                        ? new Moved<>(new OutForDelivery(s.parcel(), e.attempt()))
                        : unchanged();
            case HandedOver e -> new Moved<>(new Delivered(s.parcel(), e.handover()));
            case ReturnStarted e -> new Moved<>(new Returning(s.parcel(), e.reason()));
            case CameBack e -> new Moved<>(new Returned(s.parcel(), e.at()));
            case LeftDepot _,
                    WithdrawalRefused _,
                    ChargeChanged _,
                    ChargeRefused _,
                    PaymentLapsed _,
                    StockLost _,
                    SlotLost _,
                    DeliveryRefused _ -> unchanged();
            case OrderEvent.Packed e -> e.parcelCode().equals(s.parcel()) ? unchanged() : refused(s, "it is packed");
            case CancelAsked _, RestCameBack _ -> refused(s, "it is on its way");
            case DeliveryWithdrawn _ -> refused(s, "it has left");
        };
    }

    private static Outcome<OrderState> onDelivered(Delivered s, OrderEvent event) {
        return switch (event) {
            case RestCameBack e -> restCameBack(s, e);
            case HandedOver _,
                    LeftDepot _,
                    AttemptFailed _,
                    WithdrawalRefused _,
                    ChargeChanged _,
                    ChargeRefused _,
                    PaymentLapsed _,
                    StockLost _,
                    SlotLost _,
                    DeliveryRefused _ -> unchanged();
            case OrderEvent.Packed e -> e.parcelCode().equals(s.parcel()) ? unchanged() : refused(s, "it is delivered");
            case CancelAsked _, DeliveryWithdrawn _, ReturnStarted _, CameBack _ -> refused(s, "it is delivered");
        };
    }

    /** Only what was handed over in part leaves a rest that can come back, and it comes back once. */
    private static Outcome<OrderState> restCameBack(Delivered s, RestCameBack event) {
        if (s.handover().proof().part() == null) {
            return refused(s, "it was taken whole");
        }
        return s.restBackAt() == null ? new Moved<>(new Delivered(s.parcel(), s.handover(), event.at())) : unchanged();
    }

    private static Outcome<OrderState> onReturning(Returning s, OrderEvent event) {
        return switch (event) {
            case CameBack e -> new Moved<>(new Returned(s.parcel(), e.at()));
            case HandedOver e -> new Moved<>(new Delivered(s.parcel(), e.handover()));
            case ReturnStarted _,
                    LeftDepot _,
                    AttemptFailed _,
                    WithdrawalRefused _,
                    ChargeChanged _,
                    ChargeRefused _,
                    PaymentLapsed _,
                    StockLost _,
                    SlotLost _,
                    DeliveryRefused _ -> unchanged();
            case OrderEvent.Packed e ->
                e.parcelCode().equals(s.parcel()) ? unchanged() : refused(s, "it is on its way back");
            case CancelAsked _, DeliveryWithdrawn _, RestCameBack _ -> refused(s, "it is on its way back");
        };
    }

    private static Outcome<OrderState> onReturned(Returned s, OrderEvent event) {
        return switch (event) {
            case CameBack _,
                    ReturnStarted _,
                    LeftDepot _,
                    AttemptFailed _,
                    WithdrawalRefused _,
                    ChargeChanged _,
                    ChargeRefused _,
                    PaymentLapsed _,
                    StockLost _,
                    SlotLost _,
                    DeliveryRefused _ -> unchanged();
            case OrderEvent.Packed e -> e.parcelCode().equals(s.parcel()) ? unchanged() : refused(s, "it came back");
            case CancelAsked _, DeliveryWithdrawn _, HandedOver _, RestCameBack _ -> refused(s, "it came back");
        };
    }

    private static Outcome<OrderState> onCancelled(Cancelled s, OrderEvent event) {
        return switch (event) {
            case CancelAsked _,
                    DeliveryWithdrawn _,
                    WithdrawalRefused _,
                    ChargeChanged _,
                    ChargeRefused _,
                    PaymentLapsed _,
                    StockLost _,
                    SlotLost _,
                    DeliveryRefused _ -> unchanged();
            case OrderEvent.Packed _,
                    LeftDepot _,
                    AttemptFailed _,
                    HandedOver _,
                    RestCameBack _,
                    ReturnStarted _,
                    CameBack _ -> refused(s, "it is cancelled");
        };
    }

    private static Outcome<OrderState> cancelled(String reason, OrderEvent event) {
        return new Moved<>(new Cancelled(new Cancellation(By.HOUSE, reason), event.at(), null));
    }

    private static Outcome<OrderState> unchanged() {
        return new Unchanged<>();
    }

    private static Outcome<OrderState> refused(OrderState state, String because) {
        return new Refused<>(
                ErrorCode.OUT_OF_SEQUENCE,
                "The order is " + state.status() + "; that is not possible because " + because);
    }
}
