package io.giaovan.paymentgateway.sandbox.telecom;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.paymentgateway.sandbox.SandboxSettlement;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The fake telecom's own books: payments and the text messages of its phones. */
@Singleton
final class MongoTelecomBooks {
    private static final int MESSAGES_KEPT = 50;

    private final MongoCollection<Document> payments;
    private final MongoCollection<Document> phones;

    MongoTelecomBooks(MongoDatabase database) {
        this.payments = database.getCollection("sandbox_telecom_payments");
        this.phones = database.getCollection("sandbox_telecom_phones");
    }

    /** False when the id is taken. */
    boolean insert(Document payment) {
        try {
            payments.insertOne(payment);
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    Optional<TelecomPayment> find(String id) {
        return Optional.ofNullable(payments.find(Filters.eq("_id", id)).first()).map(TelecomPayment::new);
    }

    /** Payments of a caller, newest first. */
    List<TelecomPayment> list(
            TelecomCaller caller, @Nullable String merchant, @Nullable Instant from, @Nullable Instant to) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq("application", caller.application()));
        if (caller.phone() != null) {
            filters.add(Filters.eq("phone", caller.phone()));
        }
        if (merchant != null) {
            filters.add(Filters.eq("merchant", merchant));
        }
        if (from != null) {
            filters.add(Filters.gte("createdAt", Date.from(from)));
        }
        if (to != null) {
            filters.add(Filters.lte("createdAt", Date.from(to)));
        }
        List<TelecomPayment> found = new ArrayList<>();
        for (Document document : payments.find(Filters.and(filters)).sort(Sorts.descending("createdAt", "_id"))) {
            found.add(new TelecomPayment(document));
        }
        return found;
    }

    /** Moves a payment on if it still has the status; false when it has not. */
    boolean move(String id, String from, String to, @Nullable Instant paidAt) {
        Bson change = paidAt == null
                ? Updates.set("status", to)
                : Updates.combine(Updates.set("status", to), Updates.set("paidAt", Date.from(paidAt)));
        return payments.updateOne(Filters.and(Filters.eq("_id", id), Filters.eq("status", from)), change)
                        .getModifiedCount()
                == 1;
    }

    /** Counts a wrong password; returns how many there were. */
    int countWrongPassword(String id) {
        payments.updateOne(Filters.eq("_id", id), Updates.inc("wrongPasswords", 1));
        return find(id).map(payment -> payment.document().getInteger("wrongPasswords", 0))
                .orElse(0);
    }

    /** Adds a refund if the payment has as many as were read and none with this correlator. */
    boolean refund(TelecomPayment read, Document refund) {
        int count =
                read.document().getList("refunds", Document.class, List.of()).size();
        return payments.updateOne(
                                Filters.and(
                                        Filters.eq("_id", read.id()),
                                        Filters.eq("status", TelecomPayment.SUCCEEDED),
                                        Filters.size("refunds", count)),
                                Updates.push("refunds", refund))
                        .getModifiedCount()
                == 1;
    }

    /** Whether another payment has this reference of its merchant's. */
    boolean hasReference(String reference) {
        return payments.find(Filters.eq("reference", reference)).first() != null;
    }

    /** A refund that took its time is done, once. */
    void settleRefund(String paymentId, String refundId) {
        payments.updateOne(
                Filters.and(
                        Filters.eq("_id", paymentId),
                        Filters.elemMatch(
                                "refunds",
                                Filters.and(
                                        Filters.eq("id", refundId), Filters.eq("status", TelecomPayment.PROCESSING)))),
                Updates.set("refunds.$.status", TelecomPayment.SUCCEEDED));
    }

    void send(String phone, Document message) {
        Bson push = Updates.pushEach("messages", List.of(message), new PushOptions().slice(-MESSAGES_KEPT));
        if (phones.updateOne(Filters.eq("_id", phone), push).getMatchedCount() == 0) {
            try {
                phones.insertOne(new Document("_id", phone).append("messages", List.of(message)));
            } catch (MongoWriteException met) {
                if (met.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw met;
                }
                phones.updateOne(Filters.eq("_id", phone), push);
            }
        }
    }

    List<Document> messages(String phone) {
        Document found = phones.find(Filters.eq("_id", phone)).first();
        return found == null ? List.of() : found.getList("messages", Document.class, List.of());
    }

    /** What the telecom owes us by its own books: confirmed less refunded, in major units. */
    java.math.BigDecimal taken() {
        java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
        for (Document document : payments.find(Filters.eq("status", TelecomPayment.SUCCEEDED))) {
            TelecomPayment payment = new TelecomPayment(document);
            sum = sum.add(payment.amount()).subtract(payment.refunded());
        }
        return sum;
    }

    /** Puts what was taken and given back into a settlement file. */
    void settle(SandboxSettlement file) {
        for (Document document : payments.find(Filters.eq("status", TelecomPayment.SUCCEEDED))) {
            TelecomPayment payment = new TelecomPayment(document);
            file.took(
                    StoredValues.textAt(document, "reference"),
                    payment.amount().longValueExact(),
                    StoredValues.instantAt(document, "paidAt"));
            for (Document refund : payment.refunds()) {
                if (TelecomPayment.SUCCEEDED.equals(refund.getString("status"))) {
                    file.gaveBack(
                            StoredValues.textAt(refund, "reference"),
                            new java.math.BigDecimal(StoredValues.textAt(refund, "amount")).longValueExact(),
                            StoredValues.instantAt(refund, "at"));
                }
            }
        }
    }

    static Document message(String text, String password, Instant at) {
        return new Document("text", text).append("oneTimePassword", password).append("at", Date.from(at));
    }

    static Instant at(Document message) {
        return StoredValues.instantAt(message, "at");
    }
}
