package io.giaovan.orderservice.notice;

import io.giaovan.contracts.merchant.MerchantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a seller reads of its webhooks; secrets and bodies stay here. */
@Singleton
public final class SellerWebhooks {
    private final WebhookEndpoints endpoints;
    private final WebhookQueue queue;

    SellerWebhooks(WebhookEndpoints endpoints, WebhookQueue queue) {
        this.endpoints = endpoints;
        this.queue = queue;
    }

    /**
     * An endpoint.
     *
     * @param id begins with {@code we_}
     * @param url where webhooks are posted
     * @param createdAt when it was registered
     * @param disabledBecause why nothing is sent there any more, or null while it is on
     */
    public record Endpoint(
            String id,
            String url,
            Instant createdAt,
            @Nullable String disabledBecause) {}

    /**
     * One message on its way to one endpoint.
     *
     * @param id begins with {@code wd_}
     * @param url where it goes, or the endpoint's id when that is gone
     * @param type what happened, for instance {@code order.delivered}
     * @param status WAITING, DELIVERED, GIVEN_UP or DROPPED
     * @param attempts tries so far
     * @param lastAnswer what came of the last try, or null before the first
     * @param createdAt when it was queued
     */
    public record Delivery(
            String id,
            String url,
            String type,
            String status,
            int attempts,
            @Nullable String lastAnswer,
            Instant createdAt) {}

    public List<Endpoint> endpoints(MerchantId merchantId) {
        return endpoints.list(merchantId).stream()
                .map(known ->
                        new Endpoint(known.id(), known.url().toString(), known.createdAt(), known.disabledBecause()))
                .toList();
    }

    /** The newest deliveries. */
    public List<Delivery> deliveries(MerchantId merchantId, int limit) {
        List<Endpoint> known = endpoints(merchantId);
        return queue.list(merchantId, limit).stream()
                .map(delivery -> new Delivery(
                        delivery.id(),
                        known.stream()
                                .filter(endpoint -> endpoint.id().equals(delivery.endpointId()))
                                .map(Endpoint::url)
                                .findFirst()
                                .orElse(delivery.endpointId()),
                        delivery.type(),
                        delivery.status().name(),
                        delivery.attempts(),
                        delivery.lastAnswer(),
                        delivery.createdAt()))
                .toList();
    }
}
