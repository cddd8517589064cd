package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.paymentgateway.api.event.ApiEvent;
import io.giaovan.paymentgateway.api.key.ConnectedMerchants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Knows which endpoints want an event: the merchant's own, and the platform's for connected merchants. */
@Singleton
final class Hearers {
    private final WebhookEndpoints endpoints;
    private final ConnectedMerchants connected;

    Hearers(WebhookEndpoints endpoints, ConnectedMerchants connected) {
        this.endpoints = endpoints;
        this.connected = connected;
    }

    List<WebhookEndpoint> of(ApiEvent event) {
        Stream<WebhookEndpoint> platforms = connected.platformOf(event.merchantId()).stream()
                .flatMap(platform -> endpoints.list(platform).stream());
        return Stream.concat(endpoints.list(event.merchantId()).stream(), platforms)
                .filter(endpoint -> endpoint.wants(event))
                .toList();
    }
}
