package io.giaovan.orderservice.notice;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.orderservice.notice.WebhookDelivery.Status;
import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.document.StoredValues;
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
import org.bson.conversions.Bson;

/**
 * Waiting deliveries in a small collection that is searched often, finished ones in another. A delivery moves by being
 * written to the second before it is deleted from the first, so a crash between the two sends it twice at most. Leases
 * run on the machine's time, because a simulated clock may stand still or leap.
 */
@Singleton
final class MongoWebhookQueue implements WebhookQueue {
    private static final int SCHEMA = 1;

    private final MongoCollection<Document> waiting;
    private final MongoCollection<Document> finished;
    private final Clock wall;

    MongoWebhookQueue(MongoDatabase database, StoreSettings settings, @Named("wall") Clock wall) {
        this.waiting = database.getCollection("webhook_queue");
        this.finished = database.getCollection("webhook_deliveries");
        this.wall = wall;
        if (settings.soleOwner()) {
            waiting.updateMany(new Document(), Updates.set("leasedUntil", new Date(0)));
        }
    }

    @Override
    public void add(WebhookDelivery delivery) {
        if (finished.find(Filters.eq("_id", delivery.id())).first() == null) {
            insertWaiting(delivery);
        }
    }

    @Override
    public void addAgain(WebhookDelivery delivery) {
        if (!insertWaiting(delivery)) {
            waiting.updateOne(
                    Filters.eq("_id", delivery.id()),
                    Updates.combine(Updates.set("dueAt", Date.from(delivery.dueAt())), Updates.set("attempts", 0)));
        }
    }

    @Override
    public List<WebhookDelivery> lease(Instant now, Duration lease, int limit) {
        List<WebhookDelivery> leased = new ArrayList<>();
        Bson free = Filters.lte("leasedUntil", Date.from(wall.instant()));
        for (Document found : waiting.find(Filters.and(Filters.lte("dueAt", Date.from(now)), free))
                .sort(Sorts.ascending("dueAt"))
                .limit(limit)) {
            Date until = Date.from(wall.instant().plus(lease));
            boolean won = waiting.updateOne(
                                    Filters.and(Filters.eq("_id", found.get("_id")), free),
                                    Updates.set("leasedUntil", until))
                            .getModifiedCount()
                    == 1;
            if (won) {
                leased.add(fromDocument(found));
            }
        }
        return leased;
    }

    @Override
    public void postpone(WebhookDelivery delivery) {
        waiting.updateOne(
                Filters.eq("_id", delivery.id()),
                Updates.combine(
                        Updates.set("attempts", delivery.attempts()),
                        Updates.set("lastAnswer", delivery.lastAnswer()),
                        Updates.set("dueAt", Date.from(delivery.dueAt())),
                        Updates.set("leasedUntil", new Date(0))));
    }

    @Override
    public void finish(WebhookDelivery delivery) {
        finished.replaceOne(Filters.eq("_id", delivery.id()), toDocument(delivery), new ReplaceOptions().upsert(true));
        waiting.deleteOne(Filters.eq("_id", delivery.id()));
    }

    @Override
    public long countDue(Instant now) {
        return waiting.countDocuments(Filters.lte("dueAt", Date.from(now)));
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
        return finished.deleteMany(Filters.lt("createdAt", Date.from(before))).getDeletedCount();
    }

    private boolean insertWaiting(WebhookDelivery delivery) {
        try {
            waiting.insertOne(toDocument(delivery).append("leasedUntil", new Date(0)));
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
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
