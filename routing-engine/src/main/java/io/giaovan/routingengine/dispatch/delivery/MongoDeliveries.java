package io.giaovan.routingengine.dispatch.delivery;

import static io.giaovan.store.document.StoredValues.textAt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.store.outbox.AggregateWriter;
import io.giaovan.store.outbox.OutboxRelay;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * A delivery is one document. Beside it, as long as it has not come to an end, there is a small one in
 * {@code open_deliveries}, so that looking for work never reads the finished ones: written before the delivery and deleted
 * after its end, it may outlive a crash, and is swept when it is found to point at nothing open.
 */
@Singleton
final class MongoDeliveries implements Deliveries {
    private static final String COLLECTION = "deliveries";
    private static final int FETCH_AT_ONCE = 500;

    private final MongoCollection<Document> deliveries;
    private final MongoCollection<Document> open;
    private final AggregateWriter writer;

    MongoDeliveries(MongoDatabase database, AggregateWriter writer, OutboxRelay relay) {
        this.deliveries = database.getCollection(COLLECTION);
        this.open = database.getCollection("open_deliveries");
        this.writer = writer;
        open.createIndex(Indexes.ascending("depot"));
        relay.watch(COLLECTION);
    }

    @Override
    public boolean insert(Delivery delivery, Instant now) {
        try {
            open.insertOne(new Document("_id", delivery.id().value())
                    .append("schema", 1)
                    .append("depot", delivery.request().depot()));
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
        }
        return writer.insert(
                COLLECTION, DeliveryDocuments.document(delivery), List.of(DeliveryNews.of(delivery, 1, now)));
    }

    @Override
    public boolean update(Delivery delivery, Instant now) {
        boolean won = writer.update(
                COLLECTION,
                DeliveryDocuments.document(delivery),
                delivery.version(),
                List.of(DeliveryNews.of(delivery, delivery.version() + 1, now)));
        if (won && isOver(delivery.state())) {
            open.deleteOne(Filters.eq("_id", delivery.id().value()));
        }
        return won;
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return Optional.ofNullable(
                        deliveries.find(Filters.eq("_id", id.value())).first())
                .map(DeliveryDocuments::delivery);
    }

    @Override
    public List<Delivery> list(Collection<DeliveryId> ids) {
        List<String> keys = ids.stream().map(DeliveryId::value).toList();
        Map<String, Delivery> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += FETCH_AT_ONCE) {
            deliveries
                    .find(Filters.in("_id", keys.subList(from, Math.min(keys.size(), from + FETCH_AT_ONCE))))
                    .map(DeliveryDocuments::delivery)
                    .forEach(delivery -> found.put(delivery.id().value(), delivery));
        }
        return keys.stream()
                .map(found::get)
                .filter(delivery -> delivery != null)
                .toList();
    }

    @Override
    public List<Delivery> listOpen(DepotId depot) {
        List<DeliveryId> ids = open.find(Filters.eq("depot", depot.value()))
                .sort(Sorts.ascending("_id"))
                .limit(OPEN_PER_DEPOT_MAX)
                .map(found -> new DeliveryId(textAt(found, "_id")))
                .into(new ArrayList<>());
        List<Delivery> all = list(ids);
        all.stream()
                .filter(delivery -> isOver(delivery.state()))
                .forEach(over -> open.deleteOne(Filters.eq("_id", over.id().value())));
        return all.stream().filter(delivery -> !isOver(delivery.state())).toList();
    }

    private static boolean isOver(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Delivered _,
                    DeliveryState.RestReturned _,
                    DeliveryState.Returned _,
                    DeliveryState.Cancelled _ -> true;
            case DeliveryState.Requested _,
                    DeliveryState.Planned _,
                    DeliveryState.OutForDelivery _,
                    DeliveryState.Arrived _,
                    DeliveryState.PartlyDelivered _,
                    DeliveryState.AttemptFailed _,
                    DeliveryState.Returning _ -> false;
        };
    }
}
