package io.giaovan.orderservice.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.orderservice.notice.WebhookDelivery.Status;
import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.document.WaitingDocuments;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** Deliveries to sellers as {@link WaitingDocuments}. */
@Singleton
final class MongoWebhookQueue implements WebhookQueue {
    private static final int SCHEMA = 1;

    private final MongoCollection<Document> waiting;
    private final MongoCollection<Document> finished;
    private final WaitingDocuments documents;

    MongoWebhookQueue(MongoDatabase database, StoreSettings settings, @Named("wall") Clock wall) {
        this.waiting = database.getCollection("webhook_queue");
        this.finished = database.getCollection("webhook_deliveries");
        this.documents = new WaitingDocuments(waiting, finished, wall, settings.soleOwner());
    }

    @Override
    public void add(WebhookDelivery delivery) {
        documents.insertUnlessFinished(toDocument(delivery));
    }

    @Override
    public void addAgain(WebhookDelivery delivery) {
        if (!documents.insert(toDocument(delivery))) {
            waiting.updateOne(
                    Filters.eq("_id", delivery.id()),
                    Updates.combine(Updates.set("dueAt", Date.from(delivery.dueAt())), Updates.set("attempts", 0)));
        }
    }

    @Override
    public List<WebhookDelivery> lease(Instant now, Duration lease, int limit) {
        return documents.lease(now, lease, limit).stream()
                .map(MongoWebhookQueue::fromDocument)
                .toList();
    }

    @Override
    public void postpone(WebhookDelivery delivery) {
        documents.postpone(delivery.id(), delivery.attempts(), delivery.lastAnswer(), delivery.dueAt());
    }

    @Override
    public void finish(WebhookDelivery delivery) {
        documents.finish(toDocument(delivery));
    }

    @Override
    public long countDue(Instant now) {
        return documents.countDue(now);
    }

    @Override
    public Optional<WebhookDelivery> find(MerchantId merchantId, String id) {
        return Stream.of(waiting, finished)
                .map(collection -> collection.find(Filters.eq("_id", id)).first())
                .flatMap(Stream::ofNullable)
                .map(MongoWebhookQueue::fromDocument)
                .filter(delivery -> delivery.merchantId().equals(merchantId))
                .findFirst();
    }

    @Override
    public List<WebhookDelivery> list(MerchantId merchantId, int limit) {
        List<WebhookDelivery> found = new ArrayList<>();
        for (MongoCollection<Document> collection : List.of(waiting, finished)) {
            collection
                    .find(Filters.eq("merchantId", merchantId.value()))
                    .sort(Sorts.descending("createdAt"))
                    .limit(limit)
                    .forEach(document -> found.add(fromDocument(document)));
        }
        return found.stream()
                .sorted(Comparator.comparing(WebhookDelivery::createdAt)
                        .reversed()
                        .thenComparing(WebhookDelivery::id))
                .limit(limit)
                .toList();
    }

    @Override
    public long prune(Instant before) {
        return documents.prune(before);
    }

    private static Document toDocument(WebhookDelivery delivery) {
        return new Document("_id", delivery.id())
                .append("schema", SCHEMA)
                .append("merchantId", delivery.merchantId().value())
                .append("endpointId", delivery.endpointId())
                .append("messageId", delivery.messageId())
                .append("type", delivery.type())
                .append("body", delivery.body())
                .append("createdAt", Date.from(delivery.createdAt()))
                .append("status", delivery.status().name())
                .append("attempts", delivery.attempts())
                .append("lastAnswer", delivery.lastAnswer())
                .append("dueAt", Date.from(delivery.dueAt()));
    }

    private static WebhookDelivery fromDocument(Document document) {
        return new WebhookDelivery(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchantId")),
                StoredValues.textAt(document, "endpointId"),
                StoredValues.textAt(document, "messageId"),
                StoredValues.textAt(document, "type"),
                StoredValues.textAt(document, "body"),
                StoredValues.instantAt(document, "createdAt"),
                Status.valueOf(StoredValues.textAt(document, "status")),
                (int) StoredValues.longAt(document, "attempts"),
                document.getString("lastAnswer"),
                StoredValues.instantAt(document, "dueAt"));
    }
}
