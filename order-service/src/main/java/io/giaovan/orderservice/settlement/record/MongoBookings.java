package io.giaovan.orderservice.settlement.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.orderservice.settlement.booking.AccountKey;
import io.giaovan.orderservice.settlement.booking.Booking;
import io.giaovan.orderservice.settlement.booking.Bookings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Bookings in {@code settlement_bookings}. Those on no statement also have a marker in the small {@code
 * settlement_open}, those that wait for money one in {@code settlement_waiting}; a marker is written before what it
 * points to and deleted after, so a crash leaves at most a
 * marker too many, which the next reading takes away.
 */
@Singleton
public final class MongoBookings implements Bookings {
    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> bookings;
    private final MongoCollection<Document> open;
    private final MongoCollection<Document> waiting;

    public MongoBookings(MongoDatabase database) {
        this.bookings = database.getCollection("settlement_bookings");
        this.open = database.getCollection("settlement_open");
        this.waiting = database.getCollection("settlement_waiting");
        bookings.createIndex(Indexes.ascending("orderId"));
    }

    @Override
    public boolean add(Booking booking) {
        if (find(booking.key().merchantId(), booking.id()).isPresent()) {
            return false;
        }
        insert(booking.ready() ? open : waiting, marker(booking));
        return insert(bookings, SettlementDocuments.write(booking));
    }

    @Override
    public boolean arrive(Booking ready) {
        insert(open, marker(ready));
        Document changed = SettlementDocuments.write(ready);
        boolean won = bookings.updateOne(
                                and(eq("_id", ready.id()), eq("ready", false)),
                                Updates.combine(
                                        Updates.set("ready", true),
                                        Updates.set("lines", changed.get("lines")),
                                        Updates.set("taken", changed.get("taken")),
                                        Updates.set("at", changed.get("at"))))
                        .getModifiedCount()
                == 1;
        waiting.deleteOne(eq("_id", ready.id()));
        return won;
    }

    @Override
    public Optional<Booking> find(MerchantId merchantId, String id) {
        return Optional.ofNullable(bookings.find(and(eq("_id", id), eq("merchantId", merchantId.value())))
                        .first())
                .map(SettlementDocuments::readBooking);
    }

    @Override
    public List<Booking> listOfOrder(MerchantId merchantId, OrderId orderId) {
        return bookings.find(and(eq("orderId", orderId.value()), eq("merchantId", merchantId.value())))
                .map(SettlementDocuments::readBooking)
                .into(new ArrayList<>());
    }

    @Override
    public List<Booking> listOpen(MerchantId merchantId) {
        List<String> ids = idsOf(open.find(eq("merchantId", merchantId.value())));
        List<Booking> found = new ArrayList<>();
        List<String> over = new ArrayList<>();
        for (List<String> some : parts(ids)) {
            for (Document stored : bookings.find(in("_id", some))) {
                if (stored.getString("statementId") != null) {
                    over.add(stored.getString("_id"));
                } else if (stored.getBoolean("ready", false)) {
                    found.add(SettlementDocuments.readBooking(stored));
                }
            }
        }
        if (!over.isEmpty()) {
            open.deleteMany(in("_id", over));
        }
        found.sort(Comparator.comparing(Booking::at).thenComparing(Booking::id));
        return found;
    }

    @Override
    public Set<AccountKey> accountsBefore(Instant instant) {
        Set<AccountKey> accounts = new HashSet<>();
        open.find(lt("at", Date.from(instant))).forEach(marker -> accounts.add(SettlementDocuments.key(marker)));
        return accounts;
    }

    @Override
    public List<Booking> listWaiting() {
        List<Booking> found = new ArrayList<>();
        for (List<String> some : parts(idsOf(waiting.find()))) {
            for (Document stored : bookings.find(in("_id", some))) {
                if (stored.getBoolean("ready", false)) {
                    waiting.deleteOne(eq("_id", stored.getString("_id")));
                } else {
                    found.add(SettlementDocuments.readBooking(stored));
                }
            }
        }
        return found;
    }

    @Override
    public void assign(List<String> ids, String statementId) {
        for (List<String> some : parts(ids)) {
            Bson these = in("_id", some);
            bookings.updateMany(and(these, eq("statementId", null)), Updates.set("statementId", statementId));
            open.deleteMany(these);
        }
    }

    @Override
    public List<Booking> listByIds(MerchantId merchantId, List<String> ids) {
        Map<String, Booking> found = new HashMap<>();
        for (List<String> some : parts(ids)) {
            bookings.find(and(in("_id", some), eq("merchantId", merchantId.value())))
                    .map(SettlementDocuments::readBooking)
                    .forEach(booking -> found.put(booking.id(), booking));
        }
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private static Document marker(Booking booking) {
        return new Document("_id", booking.id())
                .append("merchantId", booking.key().merchantId().value())
                .append("currency", booking.key().currency())
                .append("at", Date.from(booking.at()));
    }

    private static List<String> idsOf(Iterable<Document> markers) {
        List<String> ids = new ArrayList<>();
        markers.forEach(marker -> ids.add(String.valueOf(marker.get("_id"))));
        return ids;
    }

    private static List<List<String>> parts(List<String> ids) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            parts.add(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
        }
        return parts;
    }

    private static boolean insert(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }
}
