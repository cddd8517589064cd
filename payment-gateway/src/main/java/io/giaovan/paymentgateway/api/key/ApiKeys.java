package io.giaovan.paymentgateway.api.key;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.key.ApiKey.Access;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the keys of the public API as digests. Safe for concurrent use. */
interface ApiKeys {
    /**
     * Gives a merchant a key; the same key again changes nothing.
     *
     * @param key {@code sk_}, {@code rk_} or {@code pk_}, then {@code test_} or {@code live_}
     * @param resources what a restricted key may do
     * @param expiresAt when it stops working, or null
     * @return false when it is the key of another merchant
     */
    boolean grant(String key, MerchantId merchantId, Map<ApiResource, Access> resources, @Nullable Instant expiresAt);

    Optional<ApiKey> find(String key);

    /** Lets a key stop working at an instant, unless it stops earlier already; false when there is no such key. */
    boolean expire(String key, MerchantId merchantId, Instant at);
}
