package io.giaovan.contracts.payment;

/**
 * Identifies a charge at the gateway: the id of its payment intent.
 *
 * @param value begins with {@code pi_}
 */
public record ChargeId(String value) {
    public ChargeId {
        if (!value.matches("pi_[A-Za-z0-9_]{1,60}")) {
            throw new IllegalArgumentException("chargeId: '" + value + "' does not begin with pi_");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
