package io.giaovan.contracts.order;

/**
 * Identifies an order.
 *
 * @param value 1 to 64 letters, digits, {@code _} and {@code -}
 */
public record OrderId(String value) {
    public OrderId {
        if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("orderId: '" + value + "' is not 1 to 64 letters, digits, _ or -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
