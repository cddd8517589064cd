package io.giaovan.contracts.parcel;

/** Where a parcel is, in one vocabulary for all carriers. */
public enum TrackingStatus {
    CREATED,
    PICKUP_PENDING,
    PICKED_UP,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    READY_FOR_PICKUP,
    DELIVERY_FAILED,
    ON_HOLD,
    DELIVERED,
    PARTIALLY_DELIVERED,
    RETURNING,
    RETURNED,
    CANCELLED,
    LOST,
    DAMAGED,
    UNKNOWN
}
