package io.giaovan.paymentgateway.api.method;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.person.Personal;
import io.giaovan.paymentgateway.rail.SealedPhone;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to pay that is kept.
 *
 * @param id {@code pm_…}
 * @param rail name of the rail
 * @param phone the phone account, for rails that need one
 * @param billing whom it belongs to
 * @param customer {@code cus_…} it is attached to, or null
 * @param detached whether it was taken from its customer; it pays nothing more then
 * @param metadata the merchant's own notes
 * @param version of the stored document
 */
public record SavedMethod(
        String id,
        MerchantId merchantId,
        String rail,
        @Nullable SealedPhone phone,
        Personal billing,
        @Nullable String customer,
        boolean detached,
        Map<String, String> metadata,
        Instant createdAt,
        long version) {
    public SavedMethod {
        metadata = Map.copyOf(metadata);
    }

    SavedMethod attachedTo(String other) {
        return new SavedMethod(id, merchantId, rail, phone, billing, other, false, metadata, createdAt, version);
    }

    SavedMethod taken() {
        return new SavedMethod(id, merchantId, rail, phone, billing, null, true, metadata, createdAt, version);
    }

    SavedMethod noted(Personal otherBilling, Map<String, String> notes) {
        return new SavedMethod(
                id, merchantId, rail, phone, otherBilling, customer, detached, notes, createdAt, version);
    }
}
