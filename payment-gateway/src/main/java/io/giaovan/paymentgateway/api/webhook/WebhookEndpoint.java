package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.event.ApiEvent;
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
 * @param connect whether it hears of the merchants that its merchant connected, and not of its merchant
 * @param enabledEvents types it wants; {@code *} for all
 * @param description the merchant's own words, or null
 * @param version version in which it reads events
 * @param metadata the merchant's own notes
 * @param createdAt when it was made
 * @param secretNumber how often its secret was changed
 * @param oldSecretUntil until when the secret before signs too, or null
 * @param disabledBecause why nothing is sent there, or null while it is on
 */
record WebhookEndpoint(
        String id,
        MerchantId merchantId,
        URI url,
        boolean connect,
        List<String> enabledEvents,
        @Nullable String description,
        String version,
        Map<String, String> metadata,
        Instant createdAt,
        int secretNumber,
        @Nullable Instant oldSecretUntil,
        @Nullable String disabledBecause) {
    WebhookEndpoint {
        enabledEvents = List.copyOf(enabledEvents);
        metadata = Map.copyOf(metadata);
    }

    WebhookEndpoint with(
            URI otherUrl,
            List<String> otherEvents,
            @Nullable String otherDescription,
            Map<String, String> otherMetadata,
            @Nullable String because) {
        return new WebhookEndpoint(
                id,
                merchantId,
                otherUrl,
                connect,
                otherEvents,
                otherDescription,
                version,
                otherMetadata,
                createdAt,
                secretNumber,
                oldSecretUntil,
                because);
    }

    boolean enabled() {
        return disabledBecause == null;
    }

    boolean wants(ApiEvent event) {
        String type = event.type();
        return enabled()
                && connect != merchantId.equals(event.merchantId())
                && (enabledEvents.contains("*") || enabledEvents.contains(type));
    }
}
