package io.giaovan.orderservice.order;

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

/** The words in which the timeline tells what happened. */
final class Words {
    private Words() {}

    static TimelineEntry of(OrderEvent event) {
        String what = switch (event) {
            case ChargeChanged e -> "PAYMENT_" + e.charge().status();
            case ChargeRefused e -> "PAYMENT_REFUSED: " + e.code();
            case PaymentLapsed _ -> "NOT_PAID_IN_TIME";
            case StockLost e -> "OUT_OF_STOCK: " + e.sku();
            case SlotLost _ -> "SLOT_LOST";
            case OrderEvent.Packed e -> "PACKED: " + e.parcelCode();
            case CancelAsked e -> "CANCEL_ASKED: " + e.cancellation().reason();
            case DeliveryWithdrawn _ -> "DELIVERY_WITHDRAWN";
            case WithdrawalRefused _ -> "TOO_LATE_TO_CANCEL";
            case DeliveryRefused e -> "NO_DELIVERY: " + e.code();
            case LeftDepot _ -> "OUT_FOR_DELIVERY";
            case AttemptFailed e -> "ATTEMPT_FAILED: " + e.reason();
            case HandedOver e ->
                (e.handover().proof().part() == null ? "DELIVERED" : "PARTLY_DELIVERED") + (e.late() ? ": late" : "");
            case RestCameBack _ -> "REST_RETURNED";
            case ReturnStarted e -> "RETURNING: " + e.reason();
            case CameBack _ -> "RETURNED";
        };
        return new TimelineEntry(event.at(), what);
    }
}
