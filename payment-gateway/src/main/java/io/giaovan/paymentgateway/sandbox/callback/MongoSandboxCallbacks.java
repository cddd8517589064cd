package io.giaovan.paymentgateway.sandbox.callback;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.paymentgateway.sandbox.callback.SandboxCallback.Taken;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Callbacks that are still to be taken, in {@code sandbox_callbacks}. */
@Singleton
final class MongoSandboxCallbacks {
    private final MongoCollection<Document> waiting;

    MongoSandboxCallbacks(MongoDatabase database) {
        this.waiting = database.getCollection("sandbox_callbacks");
    }

    /** One that waits, with how often it was tried and when it is next. */
    record Waiting(SandboxCallback callback, int tries, long notBeforeMillis, boolean twice) {}

    void keep(SandboxCallback callback, long notBeforeMillis, boolean twice) {
        try {
            waiting.insertOne(new Document("_id", callback.id())
                    .append("schema", 1)
                    .append("method", callback.method())
                    .append("address", callback.address())
                    .append(
                            "headers",
                            callback.headers().entrySet().stream()
                                    .map(header ->
                                            new Document("name", header.getKey()).append("value", header.getValue()))
                                    .toList())
                    .append("body", callback.body())
                    .append("taken", callback.taken().name())
                    .append("tries", 0)
                    .append("twice", twice)
                    .append("notBefore", notBeforeMillis));
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
    }

    List<Waiting> list() {
        List<Waiting> found = new ArrayList<>();
        for (Document document : waiting.find()) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (Document header : document.getList("headers", Document.class, List.of())) {
                headers.put(StoredValues.textAt(header, "name"), StoredValues.textAt(header, "value"));
            }
            found.add(new Waiting(
                    new SandboxCallback(
                            StoredValues.textAt(document, "_id"),
                            StoredValues.textAt(document, "method"),
                            StoredValues.textAt(document, "address"),
                            headers,
                            StoredValues.textAt(document, "body"),
                            Taken.valueOf(StoredValues.textAt(document, "taken"))),
                    document.getInteger("tries", 0),
                    StoredValues.longAt(document, "notBefore"),
                    document.getBoolean("twice", false)));
        }
        return found;
    }

    long count() {
        return waiting.countDocuments();
    }

    void done(String id) {
        waiting.deleteOne(Filters.eq("_id", id));
    }

    void tryLater(String id, int tries, long atMillis) {
        waiting.updateOne(
                Filters.eq("_id", id),
                Updates.combine(Updates.set("tries", tries), Updates.set("notBefore", atMillis)));
    }
}
