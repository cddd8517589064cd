package io.giaovan.orderservice.packing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/** Parcels in MongoDB: found by code ({@code _id}) and by seller and order (unique). */
@Singleton
final class MongoParcels implements Parcels {
    private static final int SCHEMA = 1;
    private static final int CODES_TRIED_MAX = 5;

    private final MongoCollection<Document> parcels;

    MongoParcels(MongoDatabase database) {
        this.parcels = database.getCollection("parcels");
        parcels.createIndex(Indexes.ascending("orderKey"), new IndexOptions().unique(true));
    }

    @Override
    public Parcel keep(MerchantId merchantId, OrderId orderId, Supplier<Parcel> closed) {
        for (int attempt = 0; attempt < CODES_TRIED_MAX; attempt++) {
            Optional<Parcel> kept = findForOrder(merchantId, orderId);
            if (kept.isPresent()) {
                return kept.get();
            }
            try {
                parcels.insertOne(toDocument(closed.get()));
            } catch (MongoWriteException taken) {
                if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw taken;
                }
            }
        }
        return findForOrder(merchantId, orderId)
                .orElseThrow(() -> new IllegalStateException(
                        "no free parcel code in " + CODES_TRIED_MAX + " tries for order " + orderId));
    }

    @Override
    public Optional<Parcel> find(MerchantId merchantId, ParcelCode code) {
        return Optional.ofNullable(parcels.find(Filters.eq("_id", code.value())).first())
                .map(MongoParcels::fromDocument)
                .filter(parcel -> parcel.merchantId().equals(merchantId));
    }

    @Override
    public Optional<Parcel> findForOrder(MerchantId merchantId, OrderId orderId) {
        return Optional.ofNullable(parcels.find(Filters.eq("orderKey", orderKey(merchantId, orderId)))
                        .first())
                .map(MongoParcels::fromDocument);
    }

    @Override
    public List<Parcel> listForOrders(MerchantId merchantId, List<OrderId> orderIds) {
        return orderIds.stream()
                .flatMap(orderId -> findForOrder(merchantId, orderId).stream())
                .toList();
    }

    private static String orderKey(MerchantId merchantId, OrderId orderId) {
        return merchantId + "|" + orderId;
    }

    private static Document toDocument(Parcel parcel) {
        return new Document("_id", parcel.code().value())
                .append("schema", SCHEMA)
                .append("orderKey", orderKey(parcel.merchantId(), parcel.orderId()))
                .append("merchantId", parcel.merchantId().value())
                .append("orderId", parcel.orderId().value())
                .append("orderNumber", parcel.orderNumber())
                .append("depot", parcel.depot())
                .append("sender", parcel.sender())
                .append("cashToCollect", StoredValues.money(parcel.cashToCollect()))
                .append("promised", StoredValues.window(parcel.promised()))
                .append("grams", parcel.load().grams())
                .append("cubicCentimetres", parcel.load().cubicCentimetres())
                .append("pieces", parcel.load().pieces())
                .append("packedAt", StoredValues.instant(parcel.packedAt()));
    }

    private static Parcel fromDocument(Document document) {
        Document promised = StoredValues.documentAt(document, "promised");
        return new Parcel(
                new ParcelCode(StoredValues.textAt(document, "_id")),
                new MerchantId(StoredValues.textAt(document, "merchantId")),
                new OrderId(StoredValues.textAt(document, "orderId")),
                StoredValues.textAt(document, "orderNumber"),
                StoredValues.textAt(document, "depot"),
                StoredValues.textAt(document, "sender"),
                StoredValues.moneyAt(document, "cashToCollect"),
                new TimeWindow(StoredValues.instantAt(promised, "start"), StoredValues.instantAt(promised, "end")),
                new ParcelLoad(
                        (int) StoredValues.longAt(document, "grams"),
                        (int) StoredValues.longAt(document, "cubicCentimetres"),
                        (int) StoredValues.longAt(document, "pieces")),
                StoredValues.instantAt(document, "packedAt"));
    }
}
