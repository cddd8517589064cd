package io.giaovan.paymentgateway.rail;

/**
 * A phone number that only the vault can read.
 *
 * @param sealed nonce and cipher text, Base64
 * @param index equal for equal numbers, tells nothing else
 * @param masked what may be shown
 */
public record SealedPhone(String sealed, String index, String masked) {
    @Override
    public String toString() {
        return masked;
    }
}
