package io.giaovan.paymentgateway.api;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.WebhookDelivery.Status;
import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Waiting deliveries in a small collection that is searched often, finished ones in another. A delivery moves by being
 * written to the second before it is deleted from the first, so a crash between the two sends it twice at most. Leases
 * run on the machine's time, because a simulated clock may stand still or leap.
 */
@Singleton
final class MongoWebhookQueue implements WebhookQueue {
    private final MongoCollection<Document> waiting;
    private final MongoCollection<Document> finished;
    private final Clock wall;

    MongoWebhookQueue(MongoDatabase database, StoreSettings settings, @Named("wall") Clock wall) {
        this.waiting = database.getCollection("gateway_webhook_queue");
        this.finished = database.getCollection("gateway_webhook_deliveries");
        this.wall = wall;
        if (settings.soleOwner()) {
            waiting.updateMany(new Document(), Updates.set("leasedUntil", new Date(0)));
        }
    }

    @Override
    public void add(WebhookDelivery delivery) {
        if (finished.find(Filters.eq("_id", delivery.id())).first() != null) {
            return;
        }
        try {
            waiting.insertOne(document(delivery).append("leasedUntil", new Date(0)));
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
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
                leased.add(delivery(found));
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
        finished.replaceOne(Filters.eq("_id", delivery.id()), document(delivery), new ReplaceOptions().upsert(true));
        waiting.deleteOne(Filters.eq("_id", delivery.id()));
    }

    @Override
    public long countDue(Instant now) {
        return waiting.countDocuments(Filters.lte("dueAt", Date.from(now)));
    }

    @Override
    public long prune(Instant before) {
        return finished.deleteMany(Filters.lt("createdAt", Date.from(before))).getDeletedCount();
    }

    private static Document document(WebhookDelivery delivery) {
        return new Document("_id", delivery.id())
                .append("schema", 1)
                .append("merchant", delivery.merchantId().value())
                .append("endpoint", delivery.endpointId())
                .append("event", delivery.eventId())
                .append("createdAt", Date.from(delivery.createdAt()))
                .append("status", delivery.status().name())
                .append("attempts", delivery.attempts())
                .append("lastAnswer", delivery.lastAnswer())
                .append("dueAt", Date.from(delivery.dueAt()));
    }

    private static WebhookDelivery delivery(Document document) {
        return new WebhookDelivery(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                StoredValues.textAt(document, "endpoint"),
                StoredValues.textAt(document, "event"),
                StoredValues.instantAt(document, "createdAt"),
                Status.valueOf(StoredValues.textAt(document, "status")),
                document.getInteger("attempts", 0),
                document.getString("lastAnswer"),
                StoredValues.instantAt(document, "dueAt"));
    }
}
