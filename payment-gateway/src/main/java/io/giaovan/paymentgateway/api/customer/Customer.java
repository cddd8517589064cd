package io.giaovan.paymentgateway.api.customer;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.person.Personal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's customer.
 *
 * @param id {@code cus_…}
 * @param personal who it is; nobody once deleted
 * @param description the merchant's own words, or null
 * @param metadata the merchant's own notes
 * @param defaultMethod {@code pm_…} that is used when none is named, or null
 * @param testClock {@code clock_…} in whose time it lives, or null
 * @param deleted whether only the id is left
 * @param version of the stored document
 */
public record Customer(
        String id,
        MerchantId merchantId,
        Personal personal,
        @Nullable String description,
        Map<String, String> metadata,
        @Nullable String defaultMethod,
        @Nullable String testClock,
        Instant createdAt,
        boolean deleted,
        long version) {
    public Customer {
        metadata = Map.copyOf(metadata);
    }

    Customer noted(Personal other, @Nullable String words, Map<String, String> notes, @Nullable String otherDefault) {
        return new Customer(id, merchantId, other, words, notes, otherDefault, testClock, createdAt, deleted, version);
    }

    Customer gone() {
        return new Customer(id, merchantId, Personal.NOBODY, null, Map.of(), null, testClock, createdAt, true, version);
    }
}
