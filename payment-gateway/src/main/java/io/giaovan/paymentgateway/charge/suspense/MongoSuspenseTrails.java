package io.giaovan.paymentgateway.charge.suspense;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Trails in {@code suspense_trails}. */
@Singleton
final class MongoSuspenseTrails implements SuspenseTrails {
    private final MongoCollection<Document> trails;

    MongoSuspenseTrails(MongoDatabase database) {
        this.trails = database.getCollection("suspense_trails");
    }

    @Override
    public Trail get(String caseId) {
        Document found = trails.find(Filters.eq("_id", caseId)).first();
        return found == null
                ? new Trail(List.of(), 0)
                : new Trail(
                        found.getList("steps", Document.class).stream()
                                .map(MongoSuspenseTrails::step)
                                .toList(),
                        StoredValues.longAt(found, "version"));
    }

    @Override
    public boolean update(String caseId, Trail trail) {
        Document changed = new Document("_id", caseId)
                .append("schema", 1)
                .append("version", trail.version() + 1)
                .append(
                        "steps",
                        trail.steps().stream().map(MongoSuspenseTrails::step).toList());
        if (trail.version() > 0) {
            return trails.replaceOne(
                                    Filters.and(Filters.eq("_id", caseId), Filters.eq("version", trail.version())),
                                    changed)
                            .getMatchedCount()
                    == 1;
        }
        try {
            trails.insertOne(changed);
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    private static Document step(Resolution step) {
        return new Document("reference", step.reference())
                .append("how", step.how().name())
                .append("amount", StoredValues.money(step.amount()))
                .append("merchant", step.merchantId())
                .append("charge", step.chargeId())
                .append("rail", step.rail())
                .append("by", step.by())
                .append("note", step.note())
                .append("at", Date.from(step.at()))
                .append("status", step.status().name());
    }

    private static Resolution step(Document document) {
        return new Resolution(
                StoredValues.textAt(document, "reference"),
                Resolution.How.valueOf(StoredValues.textAt(document, "how")),
                StoredValues.moneyAt(document, "amount"),
                document.getString("merchant"),
                document.getString("charge"),
                document.getString("rail"),
                StoredValues.textAt(document, "by"),
                StoredValues.textAt(document, "note"),
                StoredValues.instantAt(document, "at"),
                Resolution.Status.valueOf(StoredValues.textAt(document, "status")));
    }
}
