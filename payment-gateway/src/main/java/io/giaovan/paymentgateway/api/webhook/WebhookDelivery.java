package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.event.ApiEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param id made of event and endpoint, so the same event is queued once
 * @param merchantId whose endpoint it is
 * @param account the connected merchant whose event it is, or null for the endpoint's own
 * @param pending how many endpoints were to hear of it, so that each try sends the same bytes
 * @param endpointId where it goes
 * @param eventId what is sent
 * @param createdAt when it was queued
 * @param status where it stands
 * @param attempts tries so far
 * @param lastAnswer what came of the last try, or null before the first
 * @param dueAt when it is tried next
 */
record WebhookDelivery(
        String id,
        MerchantId merchantId,
        @Nullable MerchantId account,
        int pending,
        String endpointId,
        String eventId,
        Instant createdAt,
        Status status,
        int attempts,
        @Nullable String lastAnswer,
        Instant dueAt) {
    private static final int ID_LENGTH = 24;

    /** Where a delivery stands. */
    enum Status {
        /** It will be tried, perhaps again. */
        WAITING,
        /** The endpoint took it. */
        DELIVERED,
        /** All tries failed. */
        GIVEN_UP,
        /** The endpoint was switched off or removed first, or the event is forgotten. */
        DROPPED
    }

    static WebhookDelivery of(ApiEvent event, WebhookEndpoint endpoint, int pending) {
        String id = "wd_" + Secrets.digest(event.id() + "|" + endpoint.id()).substring(0, ID_LENGTH);
        return new WebhookDelivery(
                id,
                endpoint.merchantId(),
                account(event, endpoint),
                pending,
                endpoint.id(),
                event.id(),
                event.createdAt(),
                Status.WAITING,
                0,
                null,
                event.createdAt());
    }

    /** The same event once more, because somebody asked for it. */
    static WebhookDelivery again(ApiEvent event, WebhookEndpoint endpoint, int pending, String seed, Instant now) {
        String id = "wd_"
                + Secrets.digest(event.id() + "|" + endpoint.id() + "|" + seed).substring(0, ID_LENGTH);
        return new WebhookDelivery(
                id,
                endpoint.merchantId(),
                account(event, endpoint),
                pending,
                endpoint.id(),
                event.id(),
                now,
                Status.WAITING,
                0,
                null,
                now);
    }

    private static @Nullable MerchantId account(ApiEvent event, WebhookEndpoint endpoint) {
        return endpoint.merchantId().equals(event.merchantId()) ? null : event.merchantId();
    }

    /** Whose event it is. */
    MerchantId owner() {
        return account == null ? merchantId : account;
    }

    WebhookDelivery tried(Status next, String answer, Instant nextDueAt) {
        return new WebhookDelivery(
                id,
                merchantId,
                account,
                pending,
                endpointId,
                eventId,
                createdAt,
                next,
                attempts + 1,
                answer,
                nextDueAt);
    }

    WebhookDelivery dropped(String because) {
        return new WebhookDelivery(
                id,
                merchantId,
                account,
                pending,
                endpointId,
                eventId,
                createdAt,
                Status.DROPPED,
                attempts,
                because,
                dueAt);
    }

    /** Names it in logs, without what is sent. */
    @Override
    public String toString() {
        return "webhook " + id;
    }
}
