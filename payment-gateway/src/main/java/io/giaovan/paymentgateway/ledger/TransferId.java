package io.giaovan.paymentgateway.ledger;

/**
 * Identifies a transfer; chosen from what it books, so that booking the same fact twice changes nothing.
 *
 * @param value 1 to 160 letters, digits and {@code _ . : -}
 */
public record TransferId(String value) {
    public TransferId {
        if (!value.matches("[A-Za-z0-9_.:-]{1,160}")) {
            throw new IllegalArgumentException("transferId: '" + value + "' is not 1 to 160 letters, digits, _ . : -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
