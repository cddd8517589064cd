package io.giaovan.paymentgateway.charge.record;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.store.document.MongoSlices;
import io.giaovan.store.document.OpenDocuments;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.outbox.AggregateWriter;
import io.giaovan.store.outbox.OutboxRelay;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Charges in {@code charges}. */
@Singleton
final class MongoChargeStore implements ChargeStore {
    private static final String COLLECTION = "charges";

    private final MongoCollection<Document> charges;
    private final OpenDocuments open;
    private final AggregateWriter writer;

    MongoChargeStore(MongoDatabase database, AggregateWriter writer, OutboxRelay relay) {
        this.charges = database.getCollection(COLLECTION);
        this.open = new OpenDocuments(charges);
        this.writer = writer;
        charges.createIndex(Indexes.compoundIndex(Indexes.ascending("merchant"), Indexes.descending("createdAt")));
        charges.createIndex(Indexes.ascending("refunds.id"));
        relay.watch(COLLECTION);
    }

    @Override
    public boolean insert(Charge charge, List<Event> news) {
        return writer.insert(COLLECTION, opened(charge), news);
    }

    @Override
    public boolean update(Charge charge, List<Event> news) {
        return writer.update(COLLECTION, opened(charge), charge.version(), news);
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
    public Sliced<Charge> list(MerchantId merchantId, Slice slice) {
        return MongoSlices.of(charges, "createdAt", "_id")
                .read(owned(merchantId), slice)
                .map(ChargeCodec::charge);
    }

    @Override
    public Sliced<ChargedRefund> listRefunds(MerchantId merchantId, Slice slice) {
        return refunds(owned(merchantId), slice);
    }

    @Override
    public Sliced<ChargedRefund> listRefunds(MerchantId merchantId, ChargeId id, Slice slice) {
        return refunds(Filters.and(Filters.eq("_id", id.value()), owned(merchantId)), slice);
    }

    private Sliced<ChargedRefund> refunds(Bson whose, Slice slice) {
        return MongoSlices.ofElements(charges, "refunds", "createdAt", "id")
                .read(whose, slice)
                .map(document -> new ChargedRefund(
                        new ChargeId(StoredValues.textAt(document, "_id")),
                        ChargeCodec.refund(StoredValues.documentAt(document, "refunds"))));
    }

    @Override
    public Optional<ChargedRefund> findRefund(MerchantId merchantId, String refundId) {
        return Optional.ofNullable(charges.find(Filters.and(Filters.eq("refunds.id", refundId), owned(merchantId)))
                        .first())
                .map(ChargeCodec::charge)
                .flatMap(charge -> charge.refund(refundId).map(refund -> new ChargedRefund(charge.id(), refund)));
    }

    private static Bson owned(MerchantId merchantId) {
        return Filters.eq("merchant", merchantId.value());
    }

    private static Document opened(Charge charge) {
        return OpenDocuments.opened(ChargeCodec.document(charge));
    }

    @Override
    public void close(Charge charge) {
        open.close(charge.id().value(), charge.version());
    }

    @Override
    public List<ChargeId> listOpen() {
        return open.list().stream().map(ChargeId::new).toList();
    }
}
