package io.giaovan.routingengine.dispatch.day;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;

/** One document per courier and day in {@code lost_vehicles}. */
@Singleton
final class MongoLostVehicles implements LostVehicles {
    private final MongoCollection<Document> lost;

    MongoLostVehicles(MongoDatabase database) {
        lost = database.getCollection("lost_vehicles");
    }

    @Override
    public void lose(CourierId courier, LocalDate day, Instant at) {
        String id = id(courier, day);
        lost.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id).append("schema", 1).append("at", StoredValues.instant(at)),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void recover(CourierId courier, LocalDate day) {
        lost.deleteOne(Filters.eq("_id", id(courier, day)));
    }

    @Override
    public boolean isLost(CourierId courier, LocalDate day) {
        return lost.find(Filters.eq("_id", id(courier, day))).first() != null;
    }

    private static String id(CourierId courier, LocalDate day) {
        return courier + "." + day;
    }
}
