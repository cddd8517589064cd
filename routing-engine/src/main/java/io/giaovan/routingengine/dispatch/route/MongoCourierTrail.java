package io.giaovan.routingengine.dispatch.route;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

@Singleton
final class MongoCourierTrail implements CourierTrail {
    private final MongoCollection<Document> positions;
    private final MongoCollection<Document> last;

    MongoCourierTrail(MongoDatabase database) {
        positions = database.getCollection("courier_positions");
        last = database.getCollection("courier_last_positions");
        positions.createIndex(Indexes.ascending("at"));
    }

    @Override
    public void add(CourierId courier, List<Position> batch) {
        addAll(Map.of(courier, batch));
    }

    /** Keeps positions of several couriers in one write, and the last of each. */
    void addAll(Map<CourierId, List<Position>> batch) {
        List<Document> documents = new ArrayList<>();
        batch.forEach((courier, positions) -> positions.forEach(position -> documents.add(document(position)
                .append("_id", courier + "|" + position.at().toEpochMilli())
                .append("schema", 1)
                .append("courier", courier.value()))));
        if (documents.isEmpty()) {
            return;
        }
        try {
            positions.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            boolean allKnown = some.getWriteErrors().stream()
                    .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!allKnown) {
                throw some;
            }
        }
        batch.forEach((courier, positions) -> positions.stream()
                .max(Comparator.comparing(Position::at))
                .ifPresent(newest -> remember(courier, newest)));
    }

    @Override
    public Optional<Position> findLast(CourierId courier) {
        return Optional.ofNullable(last.find(Filters.eq("_id", courier.value())).first())
                .map(found -> new Position(
                        StoredValues.required(StoredValues.point(StoredValues.documentAt(found, "point")), "point"),
                        StoredValues.instantAt(found, "at"),
                        (@Nullable Double) found.getDouble("accuracyMetres")));
    }

    @Override
    public long prune(Instant before) {
        return positions
                .deleteMany(Filters.lt("at", StoredValues.instant(before)))
                .getDeletedCount();
    }

    private void remember(CourierId courier, Position newest) {
        long changed = last.updateOne(
                        Filters.and(
                                Filters.eq("_id", courier.value()),
                                Filters.lte("at", StoredValues.instant(newest.at()))),
                        new Document("$set", document(newest)))
                .getMatchedCount();
        if (changed == 0) {
            try {
                last.insertOne(document(newest).append("_id", courier.value()).append("schema", 1));
            } catch (MongoWriteException newer) {
                if (newer.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw newer;
                }
            }
        }
    }

    private static Document document(Position position) {
        return new Document("point", StoredValues.point(position.point()))
                .append("at", StoredValues.instant(position.at()))
                .append("accuracyMetres", position.accuracyMetres());
    }
}
