package io.giaovan.contracts.merchant;

/**
 * Identifies a seller; every merchant-owned query takes one.
 *
 * @param value lower-case letters, digits, {@code _} and {@code -}, 1 to 64 characters
 */
public record MerchantId(String value) {
    public MerchantId {
        if (!value.matches("[a-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("merchantId: '" + value + "' is not 1 to 64 of a-z 0-9 _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
