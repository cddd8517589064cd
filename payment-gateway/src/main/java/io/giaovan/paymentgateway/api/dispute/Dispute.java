package io.giaovan.paymentgateway.api.dispute;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeId;
import java.time.Instant;
import java.util.Map;

/**
 * A subscriber's objection against a charge.
 *
 * @param id {@code dp_…}
 * @param chargeId the charge; it can be disputed once
 * @param amount what the telecom took back
 * @param reason the telecom's word, for instance {@code unrecognized}
 * @param status where it stands
 * @param evidence what the merchant says, by the wire's names
 * @param submissions how often the evidence was handed in
 * @param metadata the merchant's own notes
 * @param dueBy until when the merchant can answer
 * @param version of the stored document
 */
record Dispute(
        String id,
        MerchantId merchantId,
        ChargeId chargeId,
        Money amount,
        String reason,
        Status status,
        Map<String, String> evidence,
        int submissions,
        Map<String, String> metadata,
        Instant dueBy,
        Instant createdAt,
        long version) {
    /** Where a dispute stands. */
    enum Status {
        NEEDS_RESPONSE,
        UNDER_REVIEW,
        WON,
        LOST;

        boolean isFinal() {
            return this == WON || this == LOST;
        }
    }

    Dispute {
        evidence = Map.copyOf(evidence);
        metadata = Map.copyOf(metadata);
    }

    Dispute with(Status other) {
        return new Dispute(
                id,
                merchantId,
                chargeId,
                amount,
                reason,
                other,
                evidence,
                submissions,
                metadata,
                dueBy,
                createdAt,
                version);
    }

    Dispute answered(Map<String, String> words, Map<String, String> notes, boolean handedIn) {
        return new Dispute(
                id,
                merchantId,
                chargeId,
                amount,
                reason,
                handedIn ? Status.UNDER_REVIEW : status,
                words,
                submissions + (handedIn ? 1 : 0),
                notes,
                dueBy,
                createdAt,
                version);
    }
}
