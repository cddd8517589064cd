package io.giaovan.contracts.payment;

import java.time.Instant;

/**
 * A payout changed.
 *
 * @param payout the payout as it stands now
 * @param idempotencyKey the key it was asked with
 * @param at when it changed
 */
public record PayoutEvent(PayoutView payout, String idempotencyKey, Instant at) {}
