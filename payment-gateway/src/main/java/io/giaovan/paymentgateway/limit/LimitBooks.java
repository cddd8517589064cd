package io.giaovan.paymentgateway.limit;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.List;
import java.util.Optional;

/** Keeps rules, what merchants' payments count as, who is exempt, and what is used. Safe for concurrent use. */
interface LimitBooks {
    List<LimitRule> listRules();

    /** Keeps a rule; one of the same provider, bucket and day is replaced. */
    void keep(LimitRule rule);

    Bucket bucketOf(MerchantId merchantId);

    void keepBucket(MerchantId merchantId, Bucket bucket);

    /** Whether a phone's account at a provider is a merchant's and not a subscriber's. */
    boolean isBusiness(String provider, String phoneIndex);

    void keepBusiness(String provider, String phoneIndex, boolean business);

    Optional<Usage> find(String usageId);

    /** Keeps a changed usage if nobody changed it since; version 0 is a new one. False when the race was lost. */
    boolean update(Usage usage);
}
