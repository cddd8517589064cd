package io.giaovan.integrations.sandbox.company;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * One document per shop, one per parcel under the seller's code, which a unique key finds by the company's, and one per
 * remittance under its number, which a unique key finds by its reference.
 */
@Singleton
final class MongoCompanyLedger implements CompanyLedger {
    private final MongoCollection<Document> shops;
    private final MongoCollection<Document> parcels;
    private final MongoCollection<Document> remittances;

    MongoCompanyLedger(MongoDatabase database) {
        this.shops = database.getCollection("sandbox_company_shops");
        this.parcels = database.getCollection("sandbox_company_parcels");
        this.remittances = database.getCollection("sandbox_company_remittances");
        parcels.createIndex(Indexes.ascending("orderCode"), new IndexOptions().unique(true));
        remittances.createIndex(Indexes.ascending("shopId", "reference"), new IndexOptions().unique(true));
    }

    @Override
    public void putShop(CompanyShop shop) {
        Duration stepEvery = shop.stepEvery();
        shops.replaceOne(
                Filters.eq("_id", shop.shopId()),
                new Document("_id", shop.shopId())
                        .append("schema", 1)
                        .append("token", shop.token())
                        .append("webhookUrl", shop.webhookUrl())
                        .append("stepEvery", stepEvery == null ? null : stepEvery.toString()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<CompanyShop> findShop(String shopId) {
        return Optional.ofNullable(shops.find(Filters.eq("_id", shopId)).first())
                .map(MongoCompanyLedger::shop);
    }

    @Override
    public List<CompanyShop> listShops() {
        List<CompanyShop> found = new ArrayList<>();
        for (Document document : shops.find()) {
            found.add(shop(document));
        }
        return found;
    }

    @Override
    public boolean insert(CompanyParcel parcel) {
        return inserted(parcels, document(parcel).append("version", 1L));
    }

    @Override
    public boolean insert(CompanyRemittance remittance) {
        return inserted(remittances, document(remittance));
    }

    private static boolean inserted(MongoCollection<Document> into, Document document) {
        try {
            into.insertOne(document);
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    @Override
    public Optional<CompanyParcel> find(String orderCode) {
        return Optional.ofNullable(
                        parcels.find(Filters.eq("orderCode", orderCode)).first())
                .map(MongoCompanyLedger::parcel);
    }

    @Override
    public Optional<CompanyParcel> findByClientCode(String clientOrderCode) {
        return Optional.ofNullable(
                        parcels.find(Filters.eq("_id", clientOrderCode)).first())
                .map(MongoCompanyLedger::parcel);
    }

    @Override
    public List<CompanyParcel> list(int max) {
        List<CompanyParcel> found = new ArrayList<>();
        for (Document document : parcels.find().limit(max)) {
            found.add(parcel(document));
        }
        return found;
    }

    @Override
    public List<CompanyParcel> listWalking(String shopId) {
        List<CompanyParcel> found = new ArrayList<>();
        for (Document document : parcels.find(Filters.and(Filters.eq("shopId", shopId), Filters.eq("walking", true)))) {
            found.add(parcel(document));
        }
        return found;
    }

    @Override
    public List<CompanyParcel> listCashWaiting(String shopId) {
        List<CompanyParcel> found = new ArrayList<>();
        for (Document document :
                parcels.find(Filters.and(Filters.eq("shopId", shopId), Filters.eq("cashWaiting", true)))) {
            found.add(parcel(document));
        }
        return found;
    }

    @Override
    public Optional<CompanyRemittance> findRemittance(String shopId, String reference) {
        return Optional.ofNullable(remittances
                        .find(Filters.and(Filters.eq("shopId", shopId), Filters.eq("reference", reference)))
                        .first())
                .map(MongoCompanyLedger::remittance);
    }

    @Override
    public Optional<CompanyRemittance> findLastRemittance(String shopId) {
        return Optional.ofNullable(remittances
                        .find(Filters.eq("shopId", shopId))
                        .sort(Sorts.descending("number"))
                        .first())
                .map(MongoCompanyLedger::remittance);
    }

    @Override
    public List<CompanyRemittance> listRemittances(String shopId, int max) {
        List<CompanyRemittance> found = new ArrayList<>();
        for (Document document : remittances
                .find(Filters.eq("shopId", shopId))
                .sort(Sorts.ascending("number"))
                .limit(max)) {
            found.add(remittance(document));
        }
        return found;
    }

    @Override
    public boolean update(CompanyParcel parcel) {
        return parcels.replaceOne(
                                Filters.and(
                                        Filters.eq("_id", parcel.clientOrderCode()),
                                        Filters.eq("version", parcel.version())),
                                document(parcel).append("version", parcel.version() + 1))
                        .getMatchedCount()
                == 1;
    }

    private static CompanyShop shop(Document document) {
        String stepEvery = document.getString("stepEvery");
        return new CompanyShop(
                StoredValues.textAt(document, "token"),
                StoredValues.textAt(document, "_id"),
                StoredValues.textAt(document, "webhookUrl"),
                stepEvery == null ? null : Duration.parse(stepEvery));
    }

    private static Document document(CompanyParcel parcel) {
        return new Document("_id", parcel.clientOrderCode())
                .append("schema", 1)
                .append("orderCode", parcel.orderCode())
                .append("shopId", parcel.shopId())
                .append("fee", parcel.fee())
                .append("cashOnDelivery", parcel.cashOnDelivery())
                .append("remittance", parcel.remittance())
                .append("walking", parcel.isWalking())
                .append("cashWaiting", parcel.isCashWaiting())
                .append(
                        "log",
                        parcel.log().stream()
                                .map(entry ->
                                        new Document("status", entry.status()).append("at", Date.from(entry.at())))
                                .toList());
    }

    private static CompanyParcel parcel(Document document) {
        return new CompanyParcel(
                StoredValues.textAt(document, "_id"),
                StoredValues.textAt(document, "orderCode"),
                StoredValues.textAt(document, "shopId"),
                StoredValues.longAt(document, "fee"),
                StoredValues.longAt(document, "cashOnDelivery"),
                document.getString("remittance"),
                document.getList("log", Document.class, List.of()).stream()
                        .map(entry -> new CompanyParcel.Entry(
                                StoredValues.textAt(entry, "status"), StoredValues.instantAt(entry, "at")))
                        .toList(),
                StoredValues.longAt(document, "version"));
    }

    private static Document document(CompanyRemittance remittance) {
        return new Document("_id", remittance.shopId() + "-" + remittance.number())
                .append("schema", 1)
                .append("shopId", remittance.shopId())
                .append("number", remittance.number())
                .append("reference", remittance.reference())
                .append("format", remittance.format().name())
                .append("at", Date.from(remittance.at()))
                .append(
                        "rows",
                        remittance.rows().stream()
                                .map(row -> new Document("orderCode", row.orderCode())
                                        .append("cash", row.cash())
                                        .append("fee", row.fee()))
                                .toList())
                .append("file", new Binary(remittance.file()));
    }

    private static CompanyRemittance remittance(Document document) {
        return new CompanyRemittance(
                StoredValues.textAt(document, "shopId"),
                document.getInteger("number", 0),
                StoredValues.textAt(document, "reference"),
                CompanyRemittance.Format.valueOf(StoredValues.textAt(document, "format")),
                StoredValues.instantAt(document, "at"),
                document.getList("rows", Document.class, List.of()).stream()
                        .map(row -> new CompanyRemittance.Row(
                                StoredValues.textAt(row, "orderCode"),
                                StoredValues.longAt(row, "cash"),
                                StoredValues.longAt(row, "fee")))
                        .toList(),
                document.get("file", Binary.class).getData());
    }
}
