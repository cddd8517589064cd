package io.giaovan.paymentgateway.api.connect;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;
import java.util.Map;

/**
 * A merchant that a platform connected.
 *
 * @param id {@code acct_…}; also the merchant's own id
 * @param platform who may act for it
 * @param type what the platform calls it: {@code standard}, {@code express} or {@code custom}
 * @param metadata the platform's own notes
 * @param version of the stored document
 */
record Account(
        String id, MerchantId platform, String type, Map<String, String> metadata, Instant createdAt, long version) {
    Account {
        metadata = Map.copyOf(metadata);
    }

    MerchantId merchantId() {
        return new MerchantId(id);
    }

    Account noted(Map<String, String> notes) {
        return new Account(id, platform, type, notes, createdAt, version);
    }
}
