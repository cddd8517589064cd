package io.giaovan.paymentgateway.limit;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import java.time.Instant;

/**
 * A share of a limit that a charge wants.
 *
 * @param attempt identifies it; the same is reserved once
 * @param provider the rail
 * @param phoneIndex blind index of the subscriber's number
 * @param merchantId who is paid
 * @param amount how much
 * @param at when the provider is called; its month in Vietnam counts
 */
public record Claimed(
        String attempt, String provider, String phoneIndex, MerchantId merchantId, Money amount, Instant at) {}
