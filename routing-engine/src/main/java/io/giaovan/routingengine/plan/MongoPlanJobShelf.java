package io.giaovan.routingengine.plan;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

@Singleton
final class MongoPlanJobShelf implements PlanJobShelf {
    private final MongoCollection<Document> jobs;

    MongoPlanJobShelf(MongoDatabase database) {
        jobs = database.getCollection("plan_jobs");
    }

    @Override
    public boolean enter(String id, String fingerprint, Instant askedAt, Instant until) {
        try {
            jobs.insertOne(new Document("_id", id)
                    .append("schema", 1)
                    .append("fingerprint", fingerprint)
                    .append("status", "SOLVING")
                    .append("result", null)
                    .append("askedAt", StoredValues.instant(askedAt))
                    .append("until", StoredValues.instant(until)));
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    @Override
    public void end(String id, String status, @Nullable String result) {
        jobs.updateOne(
                Filters.and(Filters.eq("_id", id), Filters.eq("status", "SOLVING")),
                Updates.combine(Updates.set("status", status), Updates.set("result", result)));
    }

    @Override
    public Optional<Kept> find(String id) {
        return Optional.ofNullable(jobs.find(Filters.eq("_id", id)).first())
                .map(found -> new Kept(
                        id,
                        StoredValues.textAt(found, "fingerprint"),
                        StoredValues.textAt(found, "status"),
                        found.getString("result"),
                        StoredValues.instantAt(found, "until")));
    }

    @Override
    public void prune(Instant before) {
        jobs.deleteMany(Filters.lt("askedAt", StoredValues.instant(before)));
    }
}
