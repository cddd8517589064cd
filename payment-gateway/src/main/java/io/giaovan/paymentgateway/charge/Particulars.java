package io.giaovan.paymentgateway.charge;

import io.giaovan.paymentgateway.charge.sharing.Sharing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant notes on a charge; nothing here moves money before it is captured.
 *
 * @param orderId what it is for
 * @param description free text, or null
 * @param customer {@code cus_…}, or null
 * @param methodTypes rails the buyer may choose from
 * @param metadata the merchant's own notes
 * @param receiptEmail where a receipt goes, or null
 * @param statementDescriptor what the buyer's statement says, or null
 * @param confirmationManual whether each step waits for the merchant's server
 * @param testClock {@code clock_…} whose time this charge lives in, or null for the house's own
 * @param sharing what of it becomes another merchant's
 */
public record Particulars(
        String orderId,
        @Nullable String description,
        @Nullable String customer,
        List<String> methodTypes,
        Map<String, String> metadata,
        @Nullable String receiptEmail,
        @Nullable String statementDescriptor,
        boolean confirmationManual,
        @Nullable String testClock,
        Sharing sharing) {
    public Particulars {
        methodTypes = List.copyOf(methodTypes);
        metadata = Map.copyOf(metadata);
    }

    /** Just an order. */
    public static Particulars forOrder(String orderId, String rail) {
        return new Particulars(orderId, null, null, List.of(rail), Map.of(), null, null, false, null, Sharing.NONE);
    }

    /** The same with other notes of the merchant's own. */
    public Particulars withNotes(
            @Nullable String otherDescription,
            Map<String, String> otherMetadata,
            @Nullable String otherEmail,
            @Nullable String otherDescriptor) {
        return new Particulars(
                orderId,
                otherDescription,
                customer,
                methodTypes,
                otherMetadata,
                otherEmail,
                otherDescriptor,
                confirmationManual,
                testClock,
                sharing);
    }

    public Particulars withTypes(List<String> others) {
        return new Particulars(
                orderId,
                description,
                customer,
                others,
                metadata,
                receiptEmail,
                statementDescriptor,
                confirmationManual,
                testClock,
                sharing);
    }

    public Particulars withCustomer(@Nullable String other, @Nullable String otherClock) {
        return new Particulars(
                orderId,
                description,
                other,
                methodTypes,
                metadata,
                receiptEmail,
                statementDescriptor,
                confirmationManual,
                otherClock,
                sharing);
    }

    public Particulars withSharing(Sharing other) {
        return new Particulars(
                orderId,
                description,
                customer,
                methodTypes,
                metadata,
                receiptEmail,
                statementDescriptor,
                confirmationManual,
                testClock,
                other);
    }
}
