package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;

/**
 * Something that was sent to a provider whose answer nobody knows.
 *
 * @param kind what it is
 * @param id the charge, refund or payout
 * @param merchantId whose it is
 * @param step what the provider was asked to do
 * @param since when it was first sent
 * @param asked how often the provider was asked what became of it, where that is counted
 */
record UnknownOutcome(Kind kind, String id, MerchantId merchantId, String step, Instant since, int asked) {
    /** What can be unknown. */
    enum Kind {
        CHARGE,
        REFUND,
        PAYOUT
    }
}
