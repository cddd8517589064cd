package io.giaovan.integrations.sync.poll;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** One document per source. */
@Singleton
final class MongoCursors implements Cursors {
    private final MongoCollection<Document> cursors;

    MongoCursors(MongoDatabase database) {
        this.cursors = database.getCollection("integrations_cursors");
    }

    @Override
    public Optional<Instant> find(String source) {
        return Optional.ofNullable(cursors.find(Filters.eq("_id", source)).first())
                .map(found -> StoredValues.instantAt(found, "readUpTo"));
    }

    @Override
    public void advance(String source, Instant readUpTo) {
        cursors.updateOne(
                Filters.eq("_id", source),
                Updates.combine(Updates.set("schema", 1), Updates.max("readUpTo", Date.from(readUpTo))),
                new UpdateOptions().upsert(true));
    }
}
