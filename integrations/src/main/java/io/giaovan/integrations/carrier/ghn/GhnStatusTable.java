package io.giaovan.integrations.carrier.ghn;

import io.giaovan.contracts.parcel.TrackingStatus;

/** GHN's statuses in our vocabulary (its words are general knowledge, gathered 2026-11-24). */
final class GhnStatusTable {
    private GhnStatusTable() {}

    static TrackingStatus status(String rawStatus) {
        return switch (rawStatus) {
            case "ready_to_pick", "picking", "money_collect_picking" -> TrackingStatus.PICKUP_PENDING;
            case "picked" -> TrackingStatus.PICKED_UP;
            case "storing", "transporting", "sorting" -> TrackingStatus.IN_TRANSIT;
            case "delivering", "money_collect_delivering" -> TrackingStatus.OUT_FOR_DELIVERY;
            case "delivered" -> TrackingStatus.DELIVERED;
            case "delivery_fail" -> TrackingStatus.DELIVERY_FAILED;
            case "waiting_to_return", "return_fail", "exception" -> TrackingStatus.ON_HOLD;
            case "return", "return_transporting", "return_sorting", "returning" -> TrackingStatus.RETURNING;
            case "returned" -> TrackingStatus.RETURNED;
            case "cancel" -> TrackingStatus.CANCELLED;
            case "lost" -> TrackingStatus.LOST;
            case "damage" -> TrackingStatus.DAMAGED;
            default -> TrackingStatus.UNKNOWN;
        };
    }
}
