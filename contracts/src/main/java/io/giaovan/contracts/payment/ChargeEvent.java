package io.giaovan.contracts.payment;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;

/**
 * A charge changed.
 *
 * @param merchantId for whom it is
 * @param charge the charge as it stands now
 * @param at when it changed
 */
public record ChargeEvent(MerchantId merchantId, ChargeView charge, Instant at) {}
