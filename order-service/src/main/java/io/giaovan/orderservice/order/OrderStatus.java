package io.giaovan.orderservice.order;

import io.giaovan.contracts.problem.ProblemException;
import java.util.Arrays;

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

    /**
     * The status that somebody asked for by name.
     *
     * @throws ProblemException INVALID_FIELD when there is none
     */
    public static OrderStatus named(String text) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("status", text, "is not one of " + Arrays.toString(values())));
    }

    /** Whether nothing more can happen. */
    public boolean isEnd() {
        return switch (this) {
            case DELIVERED, RETURNED, CANCELLED -> true;
            case AWAITING_PAYMENT, RECEIVED, PACKED, OUT_FOR_DELIVERY, RETURNING -> false;
        };
    }
}
