package io.giaovan.orderservice.order;

import io.giaovan.contracts.payment.ChargeView;
import java.time.Instant;

/** Something that happened to an order. */
public sealed interface OrderEvent {
    Instant at();

    /** The charge at the gateway stands like this now. */
    record ChargeChanged(ChargeView charge, Instant at) implements OrderEvent {}

    /** No charge can be opened; the code says why. */
    record ChargeRefused(String code, Instant at) implements OrderEvent {}

    /** The time to pay is over. */
    record PaymentLapsed(Instant at) implements OrderEvent {}

    /** The goods are not there after all. */
    record StockLost(String sku, Instant at) implements OrderEvent {}

    /** The slot that was held had lapsed before it was confirmed; the promise stands without a hold. */
    record SlotLost(Instant at) implements OrderEvent {}

    /** The goods are in a parcel. */
    record Packed(String parcelCode, Instant at) implements OrderEvent {}

    /** Someone wishes to give the order up. */
    record CancelAsked(Cancellation cancellation, Instant at) implements OrderEvent {}

    /** The last mile gave the parcel back before it left. */
    record DeliveryWithdrawn(Instant at) implements OrderEvent {}

    /** The last mile could not give the parcel back: it is under way. */
    record WithdrawalRefused(Instant at) implements OrderEvent {}

    /** Nobody can bring the parcel; the code says why. */
    record DeliveryRefused(String code, Instant at) implements OrderEvent {}

    /** The parcel is on a vehicle. */
    record LeftDepot(Instant at) implements OrderEvent {}

    /** Nobody took the parcel; {@code attempt} counts from 1. */
    record AttemptFailed(String reason, int attempt, Instant at) implements OrderEvent {}

    /** The buyer has the parcel. */
    record HandedOver(Handover handover, boolean late) implements OrderEvent {
        @Override
        public Instant at() {
            return handover.at();
        }
    }

    /** What the buyer handed back at the door is with the seller again. */
    record RestCameBack(Instant at) implements OrderEvent {}

    /** No more attempts. */
    record ReturnStarted(String reason, Instant at) implements OrderEvent {}

    /** The seller has the parcel again. */
    record CameBack(Instant at) implements OrderEvent {}
}
