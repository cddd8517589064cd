package io.giaovan.contracts.delivery;

/**
 * Identifies the delivery of one parcel by our own couriers; chosen by the caller, so that repeating a request is safe.
 *
 * @param value 1 to 64 letters, digits, {@code _} and {@code -}
 */
public record DeliveryId(String value) {
    public DeliveryId {
        if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("deliveryId: '" + value + "' is not 1 to 64 letters, digits, _ or -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
