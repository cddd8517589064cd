package io.giaovan.paymentgateway.sandbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The fake bank's own books: transfers that came in, payments that went out, notices still to be delivered. */
@Singleton
final class MongoBankBooks {
    private final MongoCollection<Document> transfers;
    private final MongoCollection<Document> payments;
    private final MongoCollection<Document> notices;

    MongoBankBooks(MongoDatabase database) {
        this.transfers = database.getCollection("sandbox_bank_transfers");
        this.payments = database.getCollection("sandbox_bank_payments");
        this.notices = database.getCollection("sandbox_bank_notices");
    }

    /** Books an incoming transfer; its notice is put down first so that none is forgotten. */
    void receive(Document transfer, Document notice) {
        notices.insertOne(notice);
        transfers.insertOne(transfer);
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
        try {
            payments.insertOne(payment);
            return true;
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw known;
        }
    }

    Optional<Document> findOrder(String endToEndId) {
        return Optional.ofNullable(payments.find(Filters.eq("_id", endToEndId)).first());
    }

    /** Settles an accepted order once. */
    void settle(String endToEndId) {
        payments.updateOne(
                Filters.and(Filters.eq("_id", endToEndId), Filters.eq("status", "ACCP")),
                Updates.set("status", "ACSC"));
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

    /** What the account stands at: all that came in less all that settled. */
    long balance() {
        long sum = 0;
        for (Document transfer : transfers.find()) {
            sum += StoredValues.longAt(transfer, "amount");
        }
        for (Document payment : payments.find(Filters.eq("status", "ACSC"))) {
            sum -= StoredValues.longAt(payment, "amount");
        }
        return sum;
    }
}
