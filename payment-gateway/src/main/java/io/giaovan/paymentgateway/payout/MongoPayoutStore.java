package io.giaovan.paymentgateway.payout;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.PayoutEvent;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.paymentgateway.api.shelf.Pairs;
import io.giaovan.store.document.MongoSlices;
import io.giaovan.store.document.OpenDocuments;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.outbox.AggregateWriter;
import io.giaovan.store.outbox.OutboxRelay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Payouts in {@code payouts}. */
@Singleton
final class MongoPayoutStore implements PayoutStore {
    private static final String COLLECTION = "payouts";
    private static final List<String> UNSEEN = Arrays.stream(Cover.values())
            .filter(cover -> !cover.seen())
            .map(Cover::name)
            .toList();

    private final MongoCollection<Document> payouts;
    private final OpenDocuments open;
    private final AggregateWriter writer;
    private final Clock clock;

    MongoPayoutStore(MongoDatabase database, AggregateWriter writer, OutboxRelay relay, Clock clock) {
        this.payouts = database.getCollection(COLLECTION);
        this.open = new OpenDocuments(payouts);
        this.writer = writer;
        this.clock = clock;
        payouts.createIndex(Indexes.compoundIndex(Indexes.ascending("merchant"), Indexes.descending("createdAt")));
        relay.watch(COLLECTION);
    }

    @Override
    public boolean insert(Payout payout) {
        return writer.insert(COLLECTION, document(payout), news(payout, 1));
    }

    @Override
    public boolean update(Payout payout) {
        return writer.update(COLLECTION, document(payout), payout.version(), news(payout, payout.version() + 1));
    }

    @Override
    public boolean note(Payout payout) {
        return writer.update(COLLECTION, document(payout), payout.version(), List.of());
    }

    @Override
    public Optional<Payout> find(String id) {
        return Optional.ofNullable(payouts.find(Filters.eq("_id", id)).first()).map(MongoPayoutStore::payout);
    }

    @Override
    public Sliced<Payout> list(MerchantId merchantId, Slice slice) {
        return MongoSlices.of(payouts, "createdAt", "_id")
                .read(Filters.and(Filters.eq("merchant", merchantId.value()), Filters.nin("cover", UNSEEN)), slice)
                .map(MongoPayoutStore::payout);
    }

    @Override
    public List<String> listOpen() {
        return open.list();
    }

    @Override
    public void close(Payout payout) {
        open.close(payout.id(), payout.version());
    }

    private List<Event> news(Payout payout, long sequence) {
        if (!payout.cover().seen()) {
            return List.of();
        }
        Instant now = clock.instant();
        return List.of(new Event(
                payout.id() + "-" + sequence,
                "/payment-gateway",
                EventType.PAYOUT_CHANGED,
                payout.id(),
                sequence,
                now,
                new PayoutEvent(payout.view(), payout.key(), now)));
    }

    private static Document document(Payout payout) {
        return OpenDocuments.opened(new Document("_id", payout.id()))
                .append("schema", 1)
                .append("key", payout.key())
                .append("merchant", payout.merchantId().value())
                .append("amount", StoredValues.money(payout.amount()))
                .append("fees", StoredValues.money(payout.fees()))
                .append("maker", payout.maker())
                .append("approver", payout.approver())
                .append("phone", MongoPayoutDestinations.document(payout.phone()))
                .append("cover", payout.cover().name())
                .append("description", payout.notes().description())
                .append("statementDescriptor", payout.notes().statementDescriptor())
                .append("metadata", Pairs.documents(payout.notes().metadata()))
                .append("status", payout.status().name())
                .append("failure", payout.failure())
                .append("createdAt", Date.from(payout.createdAt()));
    }

    private static Payout payout(Document document) {
        return new Payout(
                StoredValues.textAt(document, "_id"),
                StoredValues.textAt(document, "key"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                StoredValues.moneyAt(document, "amount"),
                StoredValues.moneyAt(document, "fees"),
                document.get("maker", Payout.HOUSE),
                document.getString("approver"),
                MongoPayoutDestinations.phone(document.get("phone", Document.class)),
                Cover.valueOf(document.get("cover", Cover.AT_SENDING.name())),
                new PayoutNotes(
                        document.getString("description"),
                        document.getString("statementDescriptor"),
                        Pairs.read(document, "metadata")),
                PayoutStatus.valueOf(StoredValues.textAt(document, "status")),
                document.getString("failure"),
                StoredValues.instantAt(document, "createdAt"),
                StoredValues.longAt(document, "version"));
    }
}
