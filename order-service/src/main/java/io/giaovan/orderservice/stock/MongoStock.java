package io.giaovan.orderservice.stock;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One document per seller and sku. Every change is one update that names in its filter what must be true: enough
 * {@code available} pieces, the reservation there or not there. {@code available} is {@code onHand} less all
 * reservations.
 */
@Singleton
final class MongoStock implements Stock {
    private final MongoCollection<Document> stock;
    private final StockSettings settings;
    private final Clock clock;

    MongoStock(MongoDatabase database, StockSettings settings, Clock clock) {
        this.stock = database.getCollection("stock");
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void register(MerchantId merchantId, List<Product> products) {
        for (Product product : products) {
            Document first = new Document("_id", id(merchantId, product.sku()))
                    .append("schema", 1)
                    .append("merchantId", merchantId.value())
                    .append("sku", product.sku())
                    .append("name", product.name())
                    .append("grams", product.grams())
                    .append("cubicCentimetres", product.cubicCentimetres())
                    .append("onHand", product.onHand())
                    .append("available", product.onHand())
                    .append("reservations", new Document())
                    .append("reservationCount", 0)
                    .append("outside", new Document())
                    .append("movements", List.of())
                    .append("version", 1L);
            try {
                stock.insertOne(first);
            } catch (MongoWriteException taken) {
                if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw taken;
                }
                stock.updateOne(
                        eq("_id", first.get("_id")),
                        combine(
                                set("name", product.name()),
                                set("grams", product.grams()),
                                set("cubicCentimetres", product.cubicCentimetres()),
                                inc("version", 1L)));
            }
        }
    }

    @Override
    public List<StockLevel> list(MerchantId merchantId, int limit) {
        return stock.find(eq("merchantId", merchantId.value()))
                .sort(Sorts.ascending("sku"))
                .limit(limit)
                .map(MongoStock::level)
                .into(new ArrayList<>());
    }

    @Override
    public Map<String, StockLevel> findAll(MerchantId merchantId, Collection<String> skus) {
        Map<String, StockLevel> found = new HashMap<>();
        stock.find(in("_id", skus.stream().map(sku -> id(merchantId, sku)).toList()))
                .map(MongoStock::level)
                .forEach(level -> found.put(level.sku(), level));
        return found;
    }

    @Override
    public HoldOutcome hold(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities, Instant until) {
        return reserve(merchantId, orderId, quantities, Date.from(until));
    }

    @Override
    public HoldOutcome keep(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities) {
        return reserve(merchantId, orderId, quantities, null);
    }

    @Override
    public void release(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities) {
        quantities.forEach((sku, quantity) -> stock.updateOne(
                and(eq("_id", id(merchantId, sku)), exists(reservation(orderId))),
                combine(
                        unset(reservation(orderId)),
                        inc("available", quantity),
                        inc("reservationCount", -1),
                        inc("version", 1L),
                        movement("RELEASED", orderId, quantity))));
    }

    @Override
    public void take(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities) {
        quantities.forEach((sku, quantity) -> stock.updateOne(
                and(eq("_id", id(merchantId, sku)), exists(reservation(orderId))),
                combine(
                        unset(reservation(orderId)),
                        set(outside(orderId), quantity),
                        inc("onHand", -quantity),
                        inc("reservationCount", -1),
                        inc("version", 1L),
                        movement("TAKEN", orderId, quantity))));
    }

    @Override
    public void sold(
            MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities, Map<String, Integer> kept) {
        kept.forEach((sku, pieces) -> {
            int left = quantities.getOrDefault(sku, pieces) - pieces;
            stock.updateOne(
                    and(eq("_id", id(merchantId, sku)), eq(outside(orderId), left + pieces)),
                    combine(
                            left == 0 ? unset(outside(orderId)) : set(outside(orderId), left),
                            inc("version", 1L),
                            movement("SOLD", orderId, pieces)));
        });
    }

    @Override
    public void giveBack(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities) {
        quantities.forEach((sku, quantity) -> stock.updateOne(
                and(eq("_id", id(merchantId, sku)), exists(outside(orderId))),
                combine(
                        unset(outside(orderId)),
                        inc("onHand", quantity),
                        inc("available", quantity),
                        inc("version", 1L),
                        movement("GIVEN_BACK", orderId, quantity))));
    }

    private HoldOutcome reserve(
            MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities, @Nullable Date until) {
        Map<String, Integer> reserved = new TreeMap<>();
        for (Map.Entry<String, Integer> wanted : new TreeMap<>(quantities).entrySet()) {
            HoldOutcome outcome = reserveOne(id(merchantId, wanted.getKey()), wanted, orderId, until);
            if (!(outcome instanceof HoldOutcome.Held)) {
                release(merchantId, orderId, reserved);
                return outcome;
            }
            reserved.put(wanted.getKey(), wanted.getValue());
        }
        return new HoldOutcome.Held();
    }

    /** Two tries: the second after pieces whose hold has lapsed were given free. */
    private HoldOutcome reserveOne(
            String id, Map.Entry<String, Integer> wanted, OrderId orderId, @Nullable Date until) {
        for (int attempt = 1; ; attempt++) {
            if (reserved(id, orderId, wanted.getValue(), until) || prolonged(id, orderId, until)) {
                return new HoldOutcome.Held();
            }
            Document found = stock.find(eq("_id", id)).first();
            if (found == null) {
                return new HoldOutcome.Unknown(wanted.getKey());
            }
            boolean freed = freeLapsed(found);
            if (attempt > 1 || !freed) {
                int left = (int) StoredValues.longAt(found, "available");
                return left >= wanted.getValue() && StoredValues.longAt(found, "reservationCount") > 0
                        ? new HoldOutcome.TooManyWaiting(wanted.getKey(), settings.reservationsMax())
                        : new HoldOutcome.TooFew(wanted.getKey(), left);
            }
        }
    }

    private boolean reserved(String id, OrderId orderId, int quantity, @Nullable Date until) {
        return stock.updateOne(
                                and(
                                        eq("_id", id),
                                        gte("available", quantity),
                                        lt("reservationCount", settings.reservationsMax()),
                                        exists(reservation(orderId), false),
                                        exists(outside(orderId), false)),
                                combine(
                                        set(
                                                reservation(orderId),
                                                new Document("quantity", quantity).append("until", until)),
                                        inc("available", -quantity),
                                        inc("reservationCount", 1),
                                        inc("version", 1L),
                                        movement("RESERVED", orderId, quantity)))
                        .getMatchedCount()
                == 1;
    }

    /** True when the pieces are the order's already; a reservation with an end takes the new one. */
    private boolean prolonged(String id, OrderId orderId, @Nullable Date until) {
        stock.updateOne(
                and(eq("_id", id), exists(reservation(orderId)), ne(reservation(orderId) + ".until", null)),
                combine(set(reservation(orderId) + ".until", until), inc("version", 1L)));
        Document found = stock.find(eq("_id", id)).first();
        return found != null
                && (StoredValues.documentAt(found, "reservations").containsKey(orderId.value())
                        || StoredValues.documentAt(found, "outside").containsKey(orderId.value()));
    }

    private boolean freeLapsed(Document found) {
        Date now = Date.from(clock.instant());
        boolean any = false;
        for (Map.Entry<String, Object> entry :
                StoredValues.documentAt(found, "reservations").entrySet()) {
            Document reservation = (Document) entry.getValue();
            Date until = reservation.getDate("until");
            if (until != null && until.before(now)) {
                OrderId orderId = new OrderId(entry.getKey());
                int quantity = (int) StoredValues.longAt(reservation, "quantity");
                any |= stock.updateOne(
                                        and(eq("_id", found.get("_id")), eq(reservation(orderId) + ".until", until)),
                                        combine(
                                                unset(reservation(orderId)),
                                                inc("available", quantity),
                                                inc("reservationCount", -1),
                                                inc("version", 1L),
                                                movement("LAPSED", orderId, quantity)))
                                .getMatchedCount()
                        == 1;
            }
        }
        return any;
    }

    private Bson movement(String kind, OrderId orderId, int quantity) {
        return pushEach(
                "movements",
                List.of(new Document("at", Date.from(clock.instant()))
                        .append("kind", kind)
                        .append("orderId", orderId.value())
                        .append("quantity", quantity)),
                new PushOptions().slice(-settings.movementsKept()));
    }

    private static StockLevel level(Document stored) {
        int onHand = (int) StoredValues.longAt(stored, "onHand");
        return new StockLevel(
                StoredValues.textAt(stored, "sku"),
                StoredValues.textAt(stored, "name"),
                (int) StoredValues.longAt(stored, "grams"),
                (int) StoredValues.longAt(stored, "cubicCentimetres"),
                onHand,
                onHand - (int) StoredValues.longAt(stored, "available"),
                StoredValues.documentAt(stored, "outside").values().stream()
                        .mapToInt(quantity -> ((Number) quantity).intValue())
                        .sum());
    }

    private static String id(MerchantId merchantId, String sku) {
        return merchantId + "|" + sku;
    }

    private static String reservation(OrderId orderId) {
        return "reservations." + orderId;
    }

    private static String outside(OrderId orderId) {
        return "outside." + orderId;
    }
}
