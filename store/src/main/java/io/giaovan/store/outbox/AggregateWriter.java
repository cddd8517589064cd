package io.giaovan.store.outbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.giaovan.contracts.event.Event;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Writes an aggregate and its news as one document in one write. A document has {@code _id}, a {@code version} that
 * begins at 1 and rises by one, and an {@code outbox} that only this class and the relay touch. Safe for concurrent use.
 */
@Singleton
public final class AggregateWriter {
    private final MongoDatabase database;
    private final EventCodec events;
    private final OutboxRelay relay;

    AggregateWriter(MongoDatabase database, EventCodec events, OutboxRelay relay) {
        this.database = database;
        this.events = events;
        this.relay = relay;
    }

    /**
     * Inserts a new aggregate.
     *
     * @param document all fields with {@code _id} and without {@code outbox}; {@code version} is set to 1
     * @param news events to relay, in order
     * @return false when a unique key is taken already; nothing is changed then
     */
    public boolean insert(String collection, Document document, List<Event> news) {
        Document stored = new Document(document).append("version", 1L).append("outbox", encoded(news));
        try (OutboxRelay.Announcement announcement = relay.announce(collection, id(document), news)) {
            database.getCollection(collection).insertOne(stored);
            announcement.written();
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    /**
     * Replaces the fields of an aggregate if nobody changed it since it was read.
     *
     * @param document all fields, absent values as null, with {@code _id}; its {@code version} is ignored
     * @param versionRead the version that was read
     * @param news events to relay, in order
     * @return false when the race was lost; nothing is changed then
     */
    public boolean update(String collection, Document document, long versionRead, List<Event> news) {
        Document fields = new Document(document);
        fields.remove("_id");
        fields.remove("outbox");
        fields.put("version", versionRead + 1);
        Document change = new Document("$set", fields);
        if (!news.isEmpty()) {
            change.append("$push", new Document("outbox", new Document("$each", encoded(news))));
        }
        try (OutboxRelay.Announcement announcement = relay.announce(collection, id(document), news)) {
            boolean won = database.getCollection(collection)
                            .updateOne(
                                    Filters.and(Filters.eq("_id", id(document)), Filters.eq("version", versionRead)),
                                    change)
                            .getMatchedCount()
                    == 1;
            if (won) {
                announcement.written();
            }
            return won;
        }
    }

    private List<Document> encoded(List<Event> news) {
        return news.stream().map(events::toDocument).toList();
    }

    private static Object id(Map<String, Object> document) {
        return StoredValues.required(document.get("_id"), "_id");
    }
}
