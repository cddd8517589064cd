package io.giaovan.routingengine.dispatch;

/**
 * Identifies a plan of a depot's day.
 *
 * @param value 1 to 64 letters, digits, {@code _} and {@code -}
 */
public record PlanId(String value) {
    public PlanId {
        if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("planId: '" + value + "' is not 1 to 64 letters, digits, _ or -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
