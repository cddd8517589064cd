package io.giaovan.paymentgateway.api.event;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.store.document.MongoSlices;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Events in {@code gateway_events}. */
@Singleton
final class MongoApiEvents implements ApiEvents {
    private final MongoCollection<Document> events;

    MongoApiEvents(MongoDatabase database) {
        this.events = database.getCollection("gateway_events");
        events.createIndex(
                Indexes.compoundIndex(Indexes.ascending("merchant"), Indexes.descending("createdAt", "_id")));
    }

    @Override
    public void add(ApiEvent event) {
        try {
            events.insertOne(new Document("_id", event.id())
                    .append("schema", 1)
                    .append("merchant", event.merchantId().value())
                    .append("type", event.type())
                    .append("object", event.object())
                    .append("createdAt", Date.from(event.createdAt())));
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
    }

    @Override
    public Optional<ApiEvent> find(MerchantId merchantId, String id) {
        return Optional.ofNullable(events.find(Filters.and(Filters.eq("_id", id), owned(merchantId)))
                        .first())
                .map(MongoApiEvents::event);
    }

    @Override
    public Sliced<ApiEvent> list(MerchantId merchantId, List<String> types, Slice slice) {
        Bson whose = types.isEmpty() ? owned(merchantId) : Filters.and(owned(merchantId), Filters.in("type", types));
        return MongoSlices.of(events, "createdAt", "_id").read(whose, slice).map(MongoApiEvents::event);
    }

    @Override
    public long prune(Instant before) {
        return events.deleteMany(Filters.lt("createdAt", Date.from(before))).getDeletedCount();
    }

    private static Bson owned(MerchantId merchantId) {
        return Filters.eq("merchant", merchantId.value());
    }

    private static ApiEvent event(Document document) {
        return new ApiEvent(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                StoredValues.textAt(document, "type"),
                StoredValues.textAt(document, "object"),
                StoredValues.instantAt(document, "createdAt"));
    }
}
