package io.giaovan.paymentgateway.api.key;

import io.giaovan.contracts.merchant.MerchantId;

/**
 * A key of the public API as it is kept: never the key itself.
 *
 * @param digest SHA-256 of the key
 * @param merchantId whose key it is
 * @param scope what it opens
 * @param hint its last four characters, for people
 */
public record ApiKey(String digest, MerchantId merchantId, Scope scope, String hint) {
    /** What a key opens. */
    enum Scope {
        /** Everything of the merchant. */
        FULL,
        /** Only looking. */
        READ
    }
}
