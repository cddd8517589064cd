package io.giaovan.integrations.sandbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** One document per shop and one per parcel under the seller's code; a unique key finds it by the company's. */
@Singleton
final class MongoCompanyLedger implements CompanyLedger {
    private final MongoCollection<Document> shops;
    private final MongoCollection<Document> parcels;

    MongoCompanyLedger(MongoDatabase database) {
        this.shops = database.getCollection("sandbox_company_shops");
        this.parcels = database.getCollection("sandbox_company_parcels");
        parcels.createIndex(Indexes.ascending("orderCode"), new IndexOptions().unique(true));
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
        try {
            parcels.insertOne(document(parcel).append("version", 1L));
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
                .append("walking", parcel.isWalking())
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
                document.getList("log", Document.class, List.of()).stream()
                        .map(entry -> new CompanyParcel.Entry(
                                StoredValues.textAt(entry, "status"), StoredValues.instantAt(entry, "at")))
                        .toList(),
                StoredValues.longAt(document, "version"));
    }
}
