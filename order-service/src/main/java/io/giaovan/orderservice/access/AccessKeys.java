package io.giaovan.orderservice.access;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.Optional;

/** The keys of sellers and their shops, kept as digests. Safe for concurrent use. */
public interface AccessKeys {
    int KEY_LENGTH_MIN = 16;
    int KEY_LENGTH_MAX = 200;

    /**
     * Makes a key the only one of its kind that a seller has; the same key again changes nothing.
     *
     * @return false when the key belongs to another seller; nothing is changed then
     */
    boolean grant(KeyKind kind, String key, MerchantId merchantId);

    Optional<MerchantId> find(KeyKind kind, String key);
}
