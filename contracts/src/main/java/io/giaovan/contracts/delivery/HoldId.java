package io.giaovan.contracts.delivery;

/**
 * Identifies a held slot.
 *
 * @param value 1 to 64 letters, digits, {@code _} and {@code -}
 */
public record HoldId(String value) {
    public HoldId {
        if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("holdId: '" + value + "' is not 1 to 64 letters, digits, _ or -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
