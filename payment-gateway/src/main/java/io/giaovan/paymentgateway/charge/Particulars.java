package io.giaovan.paymentgateway.charge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant notes on a charge; nothing here moves money.
 *
 * @param orderId what it is for
 * @param description free text, or null
 * @param customer {@code cus_…}, or null
 * @param methodTypes rails the buyer may choose from
 * @param metadata the merchant's own notes
 * @param receiptEmail where a receipt goes, or null
 * @param statementDescriptor what the buyer's statement says, or null
 * @param confirmationManual whether each step waits for the merchant's server
 */
public record Particulars(
        String orderId,
        @Nullable String description,
        @Nullable String customer,
        List<String> methodTypes,
        Map<String, String> metadata,
        @Nullable String receiptEmail,
        @Nullable String statementDescriptor,
        boolean confirmationManual) {
    public Particulars {
        methodTypes = List.copyOf(methodTypes);
        metadata = Map.copyOf(metadata);
    }

    /** Just an order. */
    public static Particulars forOrder(String orderId, String rail) {
        return new Particulars(orderId, null, null, List.of(rail), Map.of(), null, null, false);
    }
}
