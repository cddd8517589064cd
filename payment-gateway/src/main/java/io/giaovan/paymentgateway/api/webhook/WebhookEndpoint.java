package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.contracts.merchant.MerchantId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a merchant's software wants to hear events.
 *
 * @param id {@code we_…}
 * @param merchantId whose it is
 * @param url where events are posted
 * @param enabledEvents types it wants; {@code *} for all
 * @param description the merchant's own words, or null
 * @param version version in which it reads events
 * @param metadata the merchant's own notes
 * @param createdAt when it was made
 * @param disabledBecause why nothing is sent there, or null while it is on
 */
record WebhookEndpoint(
        String id,
        MerchantId merchantId,
        URI url,
        List<String> enabledEvents,
        @Nullable String description,
        String version,
        Map<String, String> metadata,
        Instant createdAt,
        @Nullable String disabledBecause) {
    WebhookEndpoint {
        enabledEvents = List.copyOf(enabledEvents);
        metadata = Map.copyOf(metadata);
    }

    boolean enabled() {
        return disabledBecause == null;
    }

    boolean wants(String type) {
        return enabled() && (enabledEvents.contains("*") || enabledEvents.contains(type));
    }
}
