package io.giaovan.contracts.order;

import org.jspecify.annotations.Nullable;

/**
 * What became of an incoming order.
 *
 * @param kind what happened
 * @param orderId our order, null when refused
 * @param code an {@link io.giaovan.contracts.problem.ErrorCode} name when refused, else null
 * @param detail why it was refused, without personal data, else null
 */
public record IntakeOutcome(
        Kind kind,
        @Nullable OrderId orderId,
        @Nullable String code,
        @Nullable String detail) {
    /** What happened to the order. */
    public enum Kind {
        ACCEPTED,
        ALREADY_ACCEPTED,
        CANCELLED,
        REFUSED
    }

    public static IntakeOutcome refused(String code, String detail) {
        return new IntakeOutcome(Kind.REFUSED, null, code, detail);
    }
}
