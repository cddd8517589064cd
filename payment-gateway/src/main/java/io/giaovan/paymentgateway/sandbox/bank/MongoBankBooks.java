package io.giaovan.paymentgateway.sandbox.bank;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The fake bank's own books: transfers that came in, payments that went out, notices still to be delivered. */
@Singleton
final class MongoBankBooks {
    private final MongoCollection<Document> transfers;
    private final MongoCollection<Document> payments;
    private final MongoCollection<Document> notices;
    private final MongoCollection<Document> deposits;

    MongoBankBooks(MongoDatabase database) {
        this.transfers = database.getCollection("sandbox_bank_transfers");
        this.payments = database.getCollection("sandbox_bank_payments");
        this.notices = database.getCollection("sandbox_bank_notices");
        this.deposits = database.getCollection("sandbox_bank_deposits");
    }

    /**
     * Books an incoming transfer; false when its id is known. Its notice is put down first so that none is forgotten; one
     * that was put down by a call that died then is the same.
     */
    boolean receive(Document transfer, Document notice) {
        if (transfers.find(Filters.eq("_id", transfer.get("_id"))).first() != null) {
            return false;
        }
        var _ = insert(notices, notice);
        return insert(transfers, transfer);
    }

    /** A transfer that is known. */
    Document getTransfer(long id) {
        return StoredValues.required(transfers.find(Filters.eq("_id", id)).first(), Long.toString(id));
    }

    List<Document> undelivered() {
        return notices.find().into(new ArrayList<>());
    }

    long countUndelivered() {
        return notices.countDocuments();
    }

    void delivered(Object noticeId) {
        notices.deleteOne(Filters.eq("_id", noticeId));
    }

    void tryLater(Object noticeId, int tries, long atMillis) {
        notices.updateOne(
                Filters.eq("_id", noticeId),
                Updates.combine(Updates.set("tries", tries), Updates.set("notBefore", atMillis)));
    }

    /** Books an order once; false when its end-to-end id is known. */
    boolean order(Document payment) {
        return insert(payments, payment);
    }

    Optional<Document> findOrder(String endToEndId) {
        return Optional.ofNullable(payments.find(Filters.eq("_id", endToEndId)).first());
    }

    /** Settles an accepted order once. */
    void settle(String endToEndId, Instant at) {
        payments.updateOne(
                Filters.and(Filters.eq("_id", endToEndId), Filters.eq("status", "ACCP")),
                Updates.combine(Updates.set("status", "ACSC"), Updates.set("settledAt", Date.from(at))));
    }

    /** Sum of what came in saying this. */
    long received(String content) {
        long sum = 0;
        for (Document transfer : transfers.find()) {
            if (String.valueOf(transfer.getString("content")).contains(content)) {
                sum += StoredValues.longAt(transfer, "amount");
            }
        }
        return sum;
    }

    /** Sum of what was sent back for this. */
    long returned(String content) {
        long sum = 0;
        for (Document payment : payments.find(Filters.eq("originalContent", content))) {
            if (!"RJCT".equals(payment.getString("status"))) {
                sum += StoredValues.longAt(payment, "amount");
            }
        }
        return sum;
    }

    /** Books cash that was brought to the bank; false when the slip is known. */
    boolean deposit(String slip, long amount, Instant at) {
        return insert(
                deposits,
                new Document("_id", slip)
                        .append("schema", 1)
                        .append("amount", amount)
                        .append("at", Date.from(at)));
    }

    /** One booking on an account: what went out is negative. */
    record Booking(String reference, long amount, Instant at, String content) {}

    /** What was booked on an account in a time, in order. */
    List<Booking> bookings(String account, Instant from, Instant until) {
        List<Booking> found = new ArrayList<>();
        for (Document transfer :
                transfers.find(Filters.and(Filters.eq("account", account), within("at", from, until)))) {
            found.add(booking(transfer, "reference", 1, "at"));
        }
        for (Document deposit : deposits.find(within("at", from, until))) {
            found.add(booking(deposit, "_id", 1, "at"));
        }
        for (Document payment :
                payments.find(Filters.and(Filters.eq("status", "ACSC"), within("settledAt", from, until)))) {
            found.add(booking(payment, "_id", -1, "settledAt"));
        }
        found.sort(Comparator.comparing(Booking::at).thenComparing(Booking::reference));
        return found;
    }

    /** Inserts; false when the id is taken. */
    private static boolean insert(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw known;
        }
    }

    private static Booking booking(Document document, String reference, int sign, String time) {
        return new Booking(
                StoredValues.textAt(document, reference),
                sign * StoredValues.longAt(document, "amount"),
                StoredValues.instantAt(document, time),
                String.valueOf(document.get("content", "")));
    }

    private static Bson within(String time, Instant from, Instant until) {
        return Filters.and(Filters.gte(time, Date.from(from)), Filters.lt(time, Date.from(until)));
    }

    /** What the account stands at: all that came in less all that settled. */
    long balance() {
        long sum = 0;
        for (Document transfer : transfers.find()) {
            sum += StoredValues.longAt(transfer, "amount");
        }
        for (Document deposit : deposits.find()) {
            sum += StoredValues.longAt(deposit, "amount");
        }
        for (Document payment : payments.find(Filters.eq("status", "ACSC"))) {
            sum -= StoredValues.longAt(payment, "amount");
        }
        return sum;
    }
}
