package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to a buyer.
 *
 * @param id {@code re_…}
 * @param amount how much
 * @param reason Stripe's word, or null
 * @param status where it stands
 * @param failure why it failed, else null
 * @param createdAt when it was asked
 * @param metadata the merchant's own notes
 */
public record Refund(
        String id,
        Money amount,
        @Nullable String reason,
        Status status,
        @Nullable Failure failure,
        Instant createdAt,
        Map<String, String> metadata) {
    /** Where it stands. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    public Refund {
        metadata = Map.copyOf(metadata);
    }

    Refund with(Status other, @Nullable Failure why) {
        return new Refund(id, amount, reason, other, why, createdAt, metadata);
    }

    Refund withMetadata(Map<String, String> others) {
        return new Refund(id, amount, reason, status, failure, createdAt, others);
    }
}
