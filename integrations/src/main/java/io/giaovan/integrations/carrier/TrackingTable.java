package io.giaovan.integrations.carrier;

import io.giaovan.contracts.parcel.TrackingStatus;

/** Which news may change where a parcel is said to be. */
final class TrackingTable {
    private TrackingTable() {}

    /** Nothing more is expected. */
    static boolean isTerminal(TrackingStatus status) {
        return switch (status) {
            case DELIVERED, RETURNED, CANCELLED, LOST -> true;
            case CREATED,
                    PICKUP_PENDING,
                    PICKED_UP,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    READY_FOR_PICKUP,
                    DELIVERY_FAILED,
                    ON_HOLD,
                    PARTIALLY_DELIVERED,
                    RETURNING,
                    DAMAGED,
                    UNKNOWN -> false;
        };
    }

    /** A parcel that has arrived can still turn back or turn out to be lost; it never goes on as if nothing was. */
    static boolean allows(TrackingStatus from, TrackingStatus to) {
        return switch (from) {
            case DELIVERED, PARTIALLY_DELIVERED ->
                switch (to) {
                    case RETURNING, RETURNED, LOST, DAMAGED -> true;
                    case DELIVERED -> from == TrackingStatus.PARTIALLY_DELIVERED;
                    case CREATED,
                            PICKUP_PENDING,
                            PICKED_UP,
                            IN_TRANSIT,
                            OUT_FOR_DELIVERY,
                            READY_FOR_PICKUP,
                            DELIVERY_FAILED,
                            ON_HOLD,
                            PARTIALLY_DELIVERED,
                            CANCELLED,
                            UNKNOWN -> false;
                };
            case RETURNED, CANCELLED, LOST -> false;
            case CREATED,
                    PICKUP_PENDING,
                    PICKED_UP,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    READY_FOR_PICKUP,
                    DELIVERY_FAILED,
                    ON_HOLD,
                    RETURNING,
                    DAMAGED,
                    UNKNOWN -> true;
        };
    }
}
