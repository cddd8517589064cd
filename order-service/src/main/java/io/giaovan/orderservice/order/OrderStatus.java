package io.giaovan.orderservice.order;

/** Where an order stands, as the outside world is told. */
public enum OrderStatus {
    AWAITING_PAYMENT,
    RECEIVED,
    PACKED,
    OUT_FOR_DELIVERY,
    DELIVERED,
    RETURNING,
    RETURNED,
    CANCELLED;

    /** Whether nothing more can happen. */
    public boolean isEnd() {
        return switch (this) {
            case DELIVERED, RETURNED, CANCELLED -> true;
            case AWAITING_PAYMENT, RECEIVED, PACKED, OUT_FOR_DELIVERY, RETURNING -> false;
        };
    }
}
