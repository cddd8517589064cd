package io.giaovan.orderservice.notice;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to one endpoint.
 *
 * @param id begins with {@code wd_}; made of message and endpoint, so the same message is queued once
 * @param merchantId the seller
 * @param endpointId where it goes
 * @param messageId sent as {@code webhook-id}; the same for every attempt
 * @param type what happened, for instance {@code order.delivered}
 * @param body the JSON that is sent
 * @param createdAt when it was queued
 * @param status where it stands
 * @param attempts tries so far
 * @param lastAnswer what came of the last try: a status or a reason, or null before the first
 * @param dueAt when it is tried next; meaningless once it is over
 */
record WebhookDelivery(
        String id,
        MerchantId merchantId,
        String endpointId,
        String messageId,
        String type,
        String body,
        Instant createdAt,
        Status status,
        int attempts,
        @Nullable String lastAnswer,
        Instant dueAt) {
    /** Where a delivery stands. */
    enum Status {
        /** It will be tried, perhaps again. */
        WAITING,
        /** The endpoint took it. */
        DELIVERED,
        /** All tries failed. */
        GIVEN_UP,
        /** The endpoint was switched off or removed first. */
        DROPPED
    }

    WebhookDelivery tried(Status next, String answer, Instant nextDueAt) {
        return new WebhookDelivery(
                id, merchantId, endpointId, messageId, type, body, createdAt, next, attempts + 1, answer, nextDueAt);
    }

    WebhookDelivery over(Status next) {
        return new WebhookDelivery(
                id, merchantId, endpointId, messageId, type, body, createdAt, next, attempts, lastAnswer, dueAt);
    }

    WebhookDelivery again(Instant now) {
        return new WebhookDelivery(
                id, merchantId, endpointId, messageId, type, body, createdAt, Status.WAITING, 0, lastAnswer, now);
    }

    /** Names it in logs, without what is sent. */
    @Override
    public String toString() {
        return "webhook " + id;
    }
}
