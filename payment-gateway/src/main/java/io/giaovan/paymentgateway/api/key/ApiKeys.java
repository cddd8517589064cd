package io.giaovan.paymentgateway.api.key;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.Optional;

/** Keeps the keys of the public API as digests. Safe for concurrent use. */
interface ApiKeys {
    /**
     * Gives a merchant a key; the same key again changes nothing.
     *
     * @param key {@code sk_} for everything or {@code rk_} for looking, then {@code test_} or {@code live_}
     * @return false when it is the key of another merchant
     */
    boolean grant(String key, MerchantId merchantId);

    Optional<ApiKey> find(String key);
}
