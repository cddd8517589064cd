package io.giaovan.routingengine.fleet;

/**
 * Identifies a courier.
 *
 * @param value 1 to 40 letters, digits, {@code _} and {@code -}
 */
public record CourierId(String value) {
    public CourierId {
        if (!value.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("courierId: '" + value + "' is not 1 to 40 letters, digits, _ or -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
