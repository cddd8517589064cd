package io.giaovan.paymentgateway.cod.custody;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Parcels in {@code cash_parcels}. */
@Singleton
final class MongoCashParcels implements CashParcels {
    private static final int LISTED_MAX = 50_000;

    private final MongoCollection<Document> parcels;

    MongoCashParcels(MongoDatabase database) {
        this.parcels = database.getCollection("cash_parcels");
        parcels.createIndex(Indexes.ascending("stage", "place"));
        parcels.createIndex(Indexes.ascending("tracking", "holder"));
    }

    @Override
    public void insert(CashParcel parcel) {
        try {
            parcels.insertOne(document(parcel).append("version", 1L));
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
    }

    @Override
    public boolean update(CashParcel parcel) {
        return parcels.replaceOne(
                                Filters.and(
                                        Filters.eq("_id", parcel.chargeId().value()),
                                        Filters.eq("version", parcel.version())),
                                document(parcel).append("version", parcel.version() + 1))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public Optional<CashParcel> find(ChargeId id) {
        return Optional.ofNullable(parcels.find(Filters.eq("_id", id.value())).first())
                .map(MongoCashParcels::parcel);
    }

    @Override
    public Optional<CashParcel> findTracked(String holder, String tracking) {
        return Optional.ofNullable(
                        parcels.find(Filters.and(Filters.eq("tracking", tracking), Filters.eq("holder", holder)))
                                .first())
                .map(MongoCashParcels::parcel);
    }

    @Override
    public List<CashParcel> list(CashStage stage, String place) {
        return list(Filters.and(Filters.eq("stage", stage.name()), Filters.eq("place", place)), LISTED_MAX);
    }

    @Override
    public List<CashParcel> list(CashStage stage, int limit) {
        return list(Filters.eq("stage", stage.name()), limit);
    }

    private List<CashParcel> list(Bson filter, int limit) {
        return parcels.find(filter)
                .sort(Sorts.ascending("since", "_id"))
                .limit(limit)
                .map(MongoCashParcels::parcel)
                .into(new ArrayList<>());
    }

    private static Document document(CashParcel parcel) {
        return new Document("_id", parcel.chargeId().value())
                .append("schema", 1)
                .append("merchant", parcel.merchantId().value())
                .append("order", parcel.orderId())
                .append("amount", StoredValues.money(parcel.amount()))
                .append("holder", parcel.holder())
                .append("tracking", parcel.tracking())
                .append("takenAt", Date.from(parcel.takenAt()))
                .append("stage", parcel.stage().name())
                .append("place", parcel.place())
                .append("since", Date.from(parcel.since()))
                .append("handOver", parcel.handOver())
                .append("credited", parcel.credited());
    }

    private static CashParcel parcel(Document document) {
        return new CashParcel(
                new ChargeId(StoredValues.textAt(document, "_id")),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                StoredValues.textAt(document, "order"),
                StoredValues.moneyAt(document, "amount"),
                StoredValues.textAt(document, "holder"),
                document.getString("tracking"),
                StoredValues.instantAt(document, "takenAt"),
                CashStage.valueOf(StoredValues.textAt(document, "stage")),
                StoredValues.textAt(document, "place"),
                StoredValues.instantAt(document, "since"),
                document.getString("handOver"),
                document.getBoolean("credited", false),
                StoredValues.longAt(document, "version"));
    }
}
