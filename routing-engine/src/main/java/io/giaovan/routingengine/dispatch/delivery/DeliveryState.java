package io.giaovan.routingengine.dispatch.delivery;

import io.giaovan.contracts.delivery.DeliveryStatus;
import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.money.Money;
import io.giaovan.routingengine.dispatch.Forecast;
import io.giaovan.routingengine.dispatch.StopRef;
import java.time.Instant;

/** Where a delivery stands, with just what is true there. */
public sealed interface DeliveryState {
    /** Its name on the wire. */
    DeliveryStatus status();

    /** In the depot or on its way there, on no route. */
    record Requested() implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.REQUESTED;
        }
    }

    /** On a released route that has not left. */
    record Planned(StopRef stop, Forecast forecast) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.PLANNED;
        }
    }

    /** On the vehicle. */
    record OutForDelivery(StopRef stop, Forecast forecast) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.OUT_FOR_DELIVERY;
        }
    }

    /** The courier stands at the door. */
    record Arrived(StopRef stop, Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.ARRIVED;
        }
    }

    /** Handed over. */
    record Delivered(StopRef stop, Proof proof, Money cash, Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.DELIVERED;
        }
    }

    /** A part was handed over, the courier has the rest. */
    record PartlyDelivered(StopRef stop, Proof proof, Money cash, Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.PARTLY_DELIVERED;
        }
    }

    /** A part was handed over, the rest is back in the depot for the seller. */
    record RestReturned(StopRef stop, Proof proof, Money cash, Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.REST_RETURNED;
        }
    }

    /** The attempt failed, the courier still has the parcel, another attempt will be made. */
    record AttemptFailed(StopRef stop, FailureReason reason, Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.ATTEMPT_FAILED;
        }
    }

    /** The last attempt failed, the parcel comes back. */
    record Returning(StopRef stop, FailureReason reason, Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.RETURNING;
        }
    }

    /** Back in the depot for the seller. */
    record Returned(Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.RETURNED;
        }
    }

    /** Withdrawn before it left. */
    record Cancelled(Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.CANCELLED;
        }
    }
}
