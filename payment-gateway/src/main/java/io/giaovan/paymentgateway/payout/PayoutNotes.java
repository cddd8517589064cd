package io.giaovan.paymentgateway.payout;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant notes on a payout; nothing here moves money.
 *
 * @param description free text, or null
 * @param statementDescriptor what the merchant's statement should say, or null
 * @param metadata the merchant's own notes
 */
public record PayoutNotes(
        @Nullable String description, @Nullable String statementDescriptor, Map<String, String> metadata) {
    static final PayoutNotes NONE = new PayoutNotes(null, null, Map.of());

    public PayoutNotes {
        metadata = Map.copyOf(metadata);
    }

    public PayoutNotes withMetadata(Map<String, String> others) {
        return new PayoutNotes(description, statementDescriptor, others);
    }
}
