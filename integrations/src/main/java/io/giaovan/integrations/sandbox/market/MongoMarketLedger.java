package io.giaovan.integrations.sandbox.market;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/** One document per shop and one per order. */
@Singleton
final class MongoMarketLedger implements MarketLedger {
    private final MongoCollection<Document> shops;
    private final MongoCollection<Document> orders;

    MongoMarketLedger(MongoDatabase database) {
        this.shops = database.getCollection("sandbox_market_shops");
        this.orders = database.getCollection("sandbox_market_orders");
    }

    @Override
    public void putShop(MarketShop shop) {
        shops.replaceOne(
                Filters.eq("_id", shop.shopId()),
                new Document("_id", shop.shopId())
                        .append("schema", 1)
                        .append("secret", shop.secret())
                        .append("webhookUrl", shop.webhookUrl()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<MarketShop> findShop(String shopId) {
        return Optional.ofNullable(shops.find(Filters.eq("_id", shopId)).first())
                .map(found -> new MarketShop(
                        shopId, StoredValues.textAt(found, "secret"), StoredValues.textAt(found, "webhookUrl")));
    }

    @Override
    public boolean insert(MarketOrder order) {
        try {
            orders.insertOne(document(order).append("version", 1L).append("unpushed", true));
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    @Override
    public Optional<MarketOrder> find(String orderSn) {
        return Optional.ofNullable(orders.find(Filters.eq("_id", orderSn)).first())
                .map(MongoMarketLedger::order);
    }

    @Override
    public List<MarketOrder> list(String shopId, int max) {
        return read(orders.find(Filters.eq("shopId", shopId))
                .sort(Sorts.ascending("createdAt", "_id"))
                .limit(max));
    }

    @Override
    public List<MarketOrder> listChanged(String shopId, long fromSeconds, long toSeconds, int skip, int max) {
        return read(orders.find(Filters.and(
                        Filters.eq("shopId", shopId),
                        Filters.gte("updateSeconds", fromSeconds),
                        Filters.lte("updateSeconds", toSeconds)))
                .sort(Sorts.ascending("updateSeconds", "_id"))
                .skip(skip)
                .limit(max));
    }

    @Override
    public boolean update(MarketOrder order, boolean toPush) {
        return orders.replaceOne(
                                Filters.and(Filters.eq("_id", order.orderSn()), Filters.eq("version", order.version())),
                                document(order)
                                        .append("version", order.version() + 1)
                                        .append("unpushed", toPush))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public List<MarketOrder> listUnpushed() {
        return read(orders.find(Filters.eq("unpushed", true)));
    }

    @Override
    public void markPushed(MarketOrder order) {
        orders.updateOne(
                Filters.and(Filters.eq("_id", order.orderSn()), Filters.eq("updateSeconds", order.updateSeconds())),
                Updates.set("unpushed", false));
    }

    private static List<MarketOrder> read(FindIterable<Document> found) {
        List<MarketOrder> list = new ArrayList<>();
        for (Document document : found) {
            list.add(order(document));
        }
        return list;
    }

    private static Document document(MarketOrder order) {
        return new Document("_id", order.orderSn())
                .append("schema", 1)
                .append("shopId", order.shopId())
                .append("status", order.status().name())
                .append("rawStatus", order.rawStatus())
                .append("buyer", StoredValues.contact(order.buyer()))
                .append("address", StoredValues.address(order.address()))
                .append("district", order.district())
                .append(
                        "items",
                        order.items().stream()
                                .map(item -> new Document("sku", item.sku())
                                        .append("name", item.name())
                                        .append("quantity", item.quantity())
                                        .append("price", StoredValues.money(item.price())))
                                .toList())
                .append("cashOnDelivery", order.cashOnDelivery())
                .append("window", StoredValues.window(order.window()))
                .append("createdAt", Date.from(order.createdAt()))
                .append("updateSeconds", order.updateSeconds())
                .append("trackingNumber", order.trackingNumber())
                .append(
                        "told",
                        order.told().stream()
                                .map(told -> new Document("what", told.what()).append("at", Date.from(told.at())))
                                .toList());
    }

    private static MarketOrder order(Document document) {
        return new MarketOrder(
                StoredValues.textAt(document, "_id"),
                StoredValues.textAt(document, "shopId"),
                MarketStatus.valueOf(StoredValues.textAt(document, "status")),
                document.getString("rawStatus"),
                StoredValues.contact(StoredValues.documentAt(document, "buyer")),
                StoredValues.address(StoredValues.documentAt(document, "address")),
                StoredValues.textAt(document, "district"),
                document.getList("items", Document.class, List.of()).stream()
                        .map(item -> new MarketOrder.Item(
                                StoredValues.textAt(item, "sku"),
                                StoredValues.textAt(item, "name"),
                                (int) StoredValues.longAt(item, "quantity"),
                                StoredValues.moneyAt(item, "price")))
                        .toList(),
                Objects.requireNonNullElse(document.getBoolean("cashOnDelivery"), false),
                StoredValues.window(document.get("window", Document.class)),
                StoredValues.instantAt(document, "createdAt"),
                StoredValues.longAt(document, "updateSeconds"),
                document.getString("trackingNumber"),
                document.getList("told", Document.class, List.of()).stream()
                        .map(told -> new MarketOrder.Told(
                                StoredValues.textAt(told, "what"), StoredValues.instantAt(told, "at")))
                        .toList(),
                StoredValues.longAt(document, "version"));
    }
}
