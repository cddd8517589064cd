package io.giaovan.paymentgateway.api.clock;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time of its own for some customers.
 *
 * @param id {@code clock_…}
 * @param name the merchant's own word, or null
 * @param frozenAt what it shows
 * @param advancing whether what is due by then is still being done
 * @param version of the stored document
 */
record TestClock(
        String id,
        MerchantId merchantId,
        @Nullable String name,
        Instant frozenAt,
        boolean advancing,
        Instant createdAt,
        long version) {
    TestClock at(Instant other, boolean busy) {
        return new TestClock(id, merchantId, name, other, busy, createdAt, version);
    }
}
