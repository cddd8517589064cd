package io.giaovan.routingengine.fleet;

/**
 * Identifies a depot.
 *
 * @param value 1 to 40 letters, digits, {@code _} and {@code -}
 */
public record DepotId(String value) {
    public DepotId {
        if (!value.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("depotId: '" + value + "' is not 1 to 40 letters, digits, _ or -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
