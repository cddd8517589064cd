package io.giaovan.paymentgateway.api.webhook;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.webhook.WebhookDelivery.Status;
import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.document.WaitingDocuments;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Deliveries to merchants as {@link WaitingDocuments}. */
@Singleton
final class MongoWebhookQueue implements WebhookQueue {
    private static final int WAITING_COUNTED_MAX = 100;

    private final MongoCollection<Document> waiting;
    private final WaitingDocuments documents;

    MongoWebhookQueue(MongoDatabase database, StoreSettings settings, @Named("wall") Clock wall) {
        this.waiting = database.getCollection("gateway_webhook_queue");
        waiting.createIndex(Indexes.ascending("event"));
        this.documents = new WaitingDocuments(
                waiting, database.getCollection("gateway_webhook_deliveries"), wall, settings.soleOwner());
    }

    @Override
    public void add(WebhookDelivery delivery) {
        documents.insertUnlessFinished(document(delivery));
    }

    @Override
    public List<WebhookDelivery> lease(Instant now, Duration lease, int limit) {
        return documents.lease(now, lease, limit).stream()
                .map(MongoWebhookQueue::delivery)
                .toList();
    }

    @Override
    public void postpone(WebhookDelivery delivery) {
        documents.postpone(delivery.id(), delivery.attempts(), delivery.lastAnswer(), delivery.dueAt());
    }

    @Override
    public void finish(WebhookDelivery delivery) {
        documents.finish(document(delivery));
    }

    @Override
    public long countDue(Instant now) {
        return documents.countDue(now);
    }

    @Override
    public int countWaiting(String eventId) {
        Set<String> endpoints = new HashSet<>();
        waiting.find(Filters.eq("event", eventId))
                .limit(WAITING_COUNTED_MAX)
                .forEach(document -> endpoints.add(StoredValues.textAt(document, "endpoint")));
        return endpoints.size();
    }

    @Override
    public long prune(Instant before) {
        return documents.prune(before);
    }

    private static Document document(WebhookDelivery delivery) {
        return new Document("_id", delivery.id())
                .append("schema", 1)
                .append("merchant", delivery.merchantId().value())
                .append(
                        "account",
                        delivery.account() == null ? null : delivery.account().value())
                .append("pending", delivery.pending())
                .append("endpoint", delivery.endpointId())
                .append("event", delivery.eventId())
                .append("createdAt", Date.from(delivery.createdAt()))
                .append("status", delivery.status().name())
                .append("attempts", delivery.attempts())
                .append("lastAnswer", delivery.lastAnswer())
                .append("dueAt", Date.from(delivery.dueAt()));
    }

    private static @Nullable MerchantId account(Document document) {
        String account = document.getString("account");
        return account == null ? null : new MerchantId(account);
    }

    private static WebhookDelivery delivery(Document document) {
        return new WebhookDelivery(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                account(document),
                document.getInteger("pending", 1),
                StoredValues.textAt(document, "endpoint"),
                StoredValues.textAt(document, "event"),
                StoredValues.instantAt(document, "createdAt"),
                Status.valueOf(StoredValues.textAt(document, "status")),
                document.getInteger("attempts", 0),
                document.getString("lastAnswer"),
                StoredValues.instantAt(document, "dueAt"));
    }
}
