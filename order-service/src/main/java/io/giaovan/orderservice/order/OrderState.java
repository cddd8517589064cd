package io.giaovan.orderservice.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is true of an order at one point of its life; each state carries only what is known in it. */
public sealed interface OrderState {
    OrderStatus status();

    /** The parcel's code, once there is a parcel. */
    default @Nullable String parcelCode() {
        return switch (this) {
            case AwaitingPayment _, Received _ -> null;
            case Packed packed -> packed.parcel();
            case OutForDelivery out -> out.parcel();
            case Delivered delivered -> delivered.parcel();
            case Returning returning -> returning.parcel();
            case Returned returned -> returned.parcel();
            case Cancelled cancelled -> cancelled.parcel();
        };
    }

    /** Whether the goods are, or were, out of the seller's warehouse. */
    default boolean leftHouse() {
        return switch (this) {
            case AwaitingPayment _, Received _, Packed _, Cancelled _ -> false;
            case OutForDelivery _, Delivered _, Returning _, Returned _ -> true;
        };
    }

    /**
     * The buyer has yet to agree to the payment.
     *
     * @param payBy when the order lapses unpaid
     */
    record AwaitingPayment(Instant payBy) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.AWAITING_PAYMENT;
        }
    }

    /** Ready to be packed. */
    record Received() implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.RECEIVED;
        }
    }

    /**
     * In a parcel that waits for its courier.
     *
     * @param parcel the parcel's code
     * @param withdrawal the cancellation that the last mile is asked to allow, or null
     */
    record Packed(String parcel, @Nullable Cancellation withdrawal) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.PACKED;
        }
    }

    /**
     * Under way, or back in the depot between two attempts.
     *
     * @param parcel the parcel's code
     * @param failedAttempts attempts that failed so far
     */
    record OutForDelivery(String parcel, int failedAttempts) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.OUT_FOR_DELIVERY;
        }
    }

    /**
     * Handed over, all of it or the part that the buyer kept.
     *
     * @param parcel the parcel's code
     * @param handover how
     * @param restBackAt when what the buyer handed back came back to the seller, or null
     */
    record Delivered(
            String parcel, Handover handover, @Nullable Instant restBackAt) implements OrderState {
        /** Nothing came back, or not yet. */
        public Delivered(String parcel, Handover handover) {
            this(parcel, handover, null);
        }

        @Override
        public OrderStatus status() {
            return OrderStatus.DELIVERED;
        }
    }

    /** No more attempts; on its way back to the seller. */
    record Returning(String parcel, String reason) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.RETURNING;
        }
    }

    /** Back with the seller. */
    record Returned(String parcel, Instant at) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.RETURNED;
        }
    }

    /**
     * Given up before it left the house.
     *
     * @param cancellation by whom and why
     * @param at when
     * @param parcel the parcel's code if it was packed before, else null
     */
    record Cancelled(
            Cancellation cancellation, Instant at, @Nullable String parcel) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.CANCELLED;
        }
    }
}
