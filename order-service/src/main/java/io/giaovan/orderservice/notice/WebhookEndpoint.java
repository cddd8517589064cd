package io.giaovan.orderservice.notice;

import io.giaovan.contracts.merchant.MerchantId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a seller wants to hear what happens to its orders.
 *
 * @param id begins with {@code we_}
 * @param merchantId the seller
 * @param url where webhooks are posted
 * @param secret signs them
 * @param createdAt when it was registered
 * @param disabledBecause why nothing is sent there any more, or null while it is on
 */
record WebhookEndpoint(
        String id,
        MerchantId merchantId,
        URI url,
        WebhookSecret secret,
        Instant createdAt,
        @Nullable String disabledBecause) {
    boolean enabled() {
        return disabledBecause == null;
    }
}
