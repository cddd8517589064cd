package io.giaovan.paymentgateway.charge;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeEvent;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.outbox.AggregateWriter;
import io.giaovan.store.outbox.OutboxRelay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Charges in {@code charges}; the open ones also in the small {@code charges_open}. */
@Singleton
final class MongoChargeStore implements ChargeStore {
    private static final String COLLECTION = "charges";

    private final MongoCollection<Document> charges;
    private final MongoCollection<Document> open;
    private final AggregateWriter writer;
    private final ChargeViews views;
    private final Clock clock;

    MongoChargeStore(
            MongoDatabase database, AggregateWriter writer, OutboxRelay relay, ChargeViews views, Clock clock) {
        this.charges = database.getCollection(COLLECTION);
        this.open = database.getCollection("charges_open");
        this.writer = writer;
        this.views = views;
        this.clock = clock;
        charges.createIndex(Indexes.compoundIndex(Indexes.ascending("merchant"), Indexes.descending("createdAt")));
        relay.watch(COLLECTION);
    }

    @Override
    public boolean insert(Charge charge) {
        return writer.insert(COLLECTION, ChargeCodec.document(charge), List.of(news(charge, 1)));
    }

    @Override
    public boolean update(Charge charge, boolean tell) {
        return writer.update(
                COLLECTION,
                ChargeCodec.document(charge),
                charge.version(),
                tell ? List.of(news(charge, charge.version() + 1)) : List.of());
    }

    private Event news(Charge charge, long sequence) {
        Instant now = clock.instant();
        return new Event(
                charge.id() + "-" + sequence,
                "/payment-gateway",
                EventType.CHARGE_CHANGED,
                charge.id().value(),
                sequence,
                now,
                new ChargeEvent(charge.merchantId(), views.view(charge), now));
    }

    @Override
    public Optional<Charge> find(ChargeId id) {
        return Optional.ofNullable(charges.find(Filters.eq("_id", id.value())).first())
                .map(ChargeCodec::charge);
    }

    @Override
    public Optional<Charge> find(MerchantId merchantId, ChargeId id) {
        return find(id).filter(charge -> charge.merchantId().equals(merchantId));
    }

    @Override
    public List<Charge> list(MerchantId merchantId) {
        List<Charge> found = new ArrayList<>();
        for (Document document :
                charges.find(Filters.eq("merchant", merchantId.value())).sort(Sorts.descending("createdAt", "_id"))) {
            found.add(ChargeCodec.charge(document));
        }
        return found;
    }

    @Override
    public void open(ChargeId id) {
        try {
            open.insertOne(new Document("_id", id.value()));
        } catch (MongoWriteException there) {
            if (there.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw there;
            }
        }
    }

    @Override
    public void close(ChargeId id) {
        open.deleteOne(Filters.eq("_id", id.value()));
    }

    @Override
    public List<ChargeId> listOpen() {
        List<ChargeId> found = new ArrayList<>();
        for (Document document : open.find()) {
            found.add(new ChargeId(StoredValues.textAt(document, "_id")));
        }
        return found;
    }
}
