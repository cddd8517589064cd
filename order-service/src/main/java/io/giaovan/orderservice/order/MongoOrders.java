package io.giaovan.orderservice.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.outbox.AggregateWriter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One document per order. The unique keys are its id, derived by whoever places it, and its tracking token. */
@Singleton
final class MongoOrders implements Orders {
    private static final String COLLECTION = "orders";

    private final MongoCollection<Document> orders;
    private final AggregateWriter writer;

    MongoOrders(MongoDatabase database, AggregateWriter writer) {
        this.orders = database.getCollection(COLLECTION);
        this.writer = writer;
        orders.createIndex(Indexes.ascending("trackingToken"), new IndexOptions().unique(true));
        orders.createIndex(Indexes.compoundIndex(
                Indexes.ascending("merchantId"), Indexes.descending("placedAt"), Indexes.ascending("_id")));
        orders.createIndex(Indexes.ascending("status"));
    }

    @Override
    public Optional<Order> find(MerchantId merchantId, OrderId orderId) {
        return first(and(eq("_id", orderId.value()), eq("merchantId", merchantId.value())));
    }

    @Override
    public Order get(MerchantId merchantId, OrderId orderId) {
        return find(merchantId, orderId).orElseThrow(() -> ProblemException.notFound("order", orderId.value()));
    }

    @Override
    public Optional<Order> findByTrackingToken(String token) {
        return first(eq("trackingToken", token));
    }

    @Override
    public OrderPage list(MerchantId merchantId, @Nullable OrderStatus status, int limit, @Nullable String cursor) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(eq("merchantId", merchantId.value()));
        if (status != null) {
            wanted.add(eq("status", status.name()));
        }
        if (cursor != null) {
            wanted.add(after(cursor));
        }
        List<Order> found = orders.find(and(wanted))
                .sort(Sorts.orderBy(Sorts.descending("placedAt"), Sorts.ascending("_id")))
                .limit(limit + 1)
                .map(OrderDocuments::read)
                .into(new ArrayList<>());
        if (found.size() <= limit) {
            return new OrderPage(found, null);
        }
        Order last = found.get(limit - 1);
        return new OrderPage(
                found.subList(0, limit),
                last.purchase().placedAt().toEpochMilli() + "." + last.id().value());
    }

    @Override
    public List<Order> search(MerchantId merchantId, @Nullable OrderStatus status, String text, int limit) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(eq("merchantId", merchantId.value()));
        if (status != null) {
            wanted.add(eq("status", status.name()));
        }
        SearchKey.words(text).forEach(word -> wanted.add(regex("search", Pattern.quote(word))));
        return orders.find(and(wanted))
                .sort(Sorts.orderBy(Sorts.descending("placedAt"), Sorts.ascending("_id")))
                .limit(limit)
                .map(OrderDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public Map<OrderStatus, Long> count(MerchantId merchantId) {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        orders.find(eq("merchantId", merchantId.value()))
                .projection(Projections.include("status"))
                .forEach(found ->
                        counts.merge(OrderStatus.valueOf(StoredValues.textAt(found, "status")), 1L, Long::sum));
        return counts;
    }

    @Override
    public List<Order> listAwaitingPayment(int limit) {
        return orders.find(eq("status", OrderStatus.AWAITING_PAYMENT.name()))
                .limit(limit)
                .map(OrderDocuments::read)
                .into(new ArrayList<>());
    }

    /** For the house itself, whatever the seller. */
    Optional<Order> find(OrderId orderId) {
        return first(eq("_id", orderId.value()));
    }

    /** Orders with due steps, which a crash may have left. */
    List<OrderId> listUnfinished() {
        return orders.find(exists("due.0"))
                .projection(Projections.include("_id"))
                .map(found -> new OrderId(StoredValues.textAt(found, "_id")))
                .into(new ArrayList<>());
    }

    /** Returns false when there is an order with this id. */
    boolean insert(Order order) {
        return writer.insert(COLLECTION, OrderDocuments.write(order), List.of());
    }

    /** Returns false when someone changed the order since it was read. */
    boolean update(Order changed) {
        return writer.update(COLLECTION, OrderDocuments.write(changed), changed.version(), List.of());
    }

    private Optional<Order> first(Bson filter) {
        return Optional.ofNullable(orders.find(filter).first()).map(OrderDocuments::read);
    }

    private static Bson after(String cursor) {
        int dot = cursor.indexOf('.');
        if (dot < 1 || dot > 18 || !cursor.substring(0, dot).matches("-?[0-9]+")) {
            throw ProblemException.invalid("cursor", cursor, "is not a cursor of this list");
        }
        Date placedAt = Date.from(Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, dot))));
        return or(lt("placedAt", placedAt), and(eq("placedAt", placedAt), gt("_id", cursor.substring(dot + 1))));
    }
}
