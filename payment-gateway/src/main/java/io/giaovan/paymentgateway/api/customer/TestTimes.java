package io.giaovan.paymentgateway.api.customer;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/** Knows the time of merchants' test clocks. */
public interface TestTimes {
    /** What a clock shows; none when there is no such clock. */
    Optional<Instant> now(MerchantId merchantId, String clockId);
}
