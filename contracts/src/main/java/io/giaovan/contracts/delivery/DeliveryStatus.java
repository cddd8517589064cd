package io.giaovan.contracts.delivery;

/** Where a delivery stands. */
public enum DeliveryStatus {
    /** Known to the engine, on no route yet. */
    REQUESTED,
    /** On a released route. */
    PLANNED,
    /** On the vehicle. */
    OUT_FOR_DELIVERY,
    /** The courier stands at the door. */
    ARRIVED,
    /** Handed over, with proof. */
    DELIVERED,
    /** A part was handed over, with proof; the courier brings the rest back to the depot. */
    PARTLY_DELIVERED,
    /** A part was handed over; the rest is back in the depot for the seller. */
    REST_RETURNED,
    /** The last attempt failed; another will be planned. */
    ATTEMPT_FAILED,
    /** No more attempts; the parcel comes back to the depot. */
    RETURNING,
    /** Back in the depot for the seller. */
    RETURNED,
    /** Withdrawn before it left. */
    CANCELLED
}
