package io.giaovan.paymentgateway.sandbox.mobilemoney;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.paymentgateway.sandbox.SandboxSettlement;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The fake provider's own books, in {@code sandbox_mobilemoney}. */
@Singleton
final class MongoMobileMoneyBooks {
    private final MongoCollection<Document> transactions;

    MongoMobileMoneyBooks(MongoDatabase database) {
        this.transactions = database.getCollection("sandbox_mobilemoney");
        transactions.createIndex(Indexes.ascending("stateId"), new IndexOptions().unique(true));
        transactions.createIndex(Indexes.ascending("phone"));
    }

    /** False when the reference is taken. */
    boolean insert(Document transaction) {
        try {
            transactions.insertOne(transaction);
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    Optional<GsmaTransaction> find(String reference) {
        return first(Filters.eq("_id", reference));
    }

    Optional<GsmaTransaction> findByState(String stateId) {
        return first(Filters.eq("stateId", stateId));
    }

    private Optional<GsmaTransaction> first(Bson filter) {
        return Optional.ofNullable(transactions.find(filter).first()).map(GsmaTransaction::new);
    }

    /** A phone's transactions, newest first. */
    List<GsmaTransaction> list(String phone) {
        return all(Filters.eq("phone", phone));
    }

    /** All of one status, newest first. */
    List<GsmaTransaction> listIn(String status) {
        return all(Filters.eq("status", status));
    }

    /** What was reversed of a transaction. */
    BigDecimal reversed(String reference) {
        return all(Filters.eq("original", reference)).stream()
                .filter(reversal -> reversal.status().equals(GsmaTransaction.COMPLETED))
                .map(GsmaTransaction::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<GsmaTransaction> all(Bson filter) {
        List<GsmaTransaction> found = new ArrayList<>();
        for (Document document : transactions.find(filter).sort(Sorts.descending("createdAt", "_id"))) {
            found.add(new GsmaTransaction(document));
        }
        return found;
    }

    /** Moves a transaction on if it still has the status; false when it has not. */
    boolean move(
            String reference, String from, String to, @Nullable String category, @Nullable String code, Instant at) {
        return transactions
                        .updateOne(
                                Filters.and(Filters.eq("_id", reference), Filters.eq("status", from)),
                                Updates.combine(
                                        Updates.set("status", to),
                                        Updates.set("errorCategory", category),
                                        Updates.set("errorCode", code),
                                        Updates.set("changedAt", Date.from(at))))
                        .getModifiedCount()
                == 1;
    }

    /** Puts what was taken and given back into a settlement file. */
    void settle(SandboxSettlement file) {
        for (GsmaTransaction transaction :
                all(Filters.in("status", GsmaTransaction.COMPLETED, GsmaTransaction.REVERSED))) {
            String reference = String.valueOf(transaction.document().getString("organisationReference"));
            Instant at = StoredValues.instantAt(transaction.document(), "changedAt");
            long amount = transaction.amount().longValueExact();
            if (transaction.type().equals("merchantpay")) {
                file.took(reference, amount, at);
            }
            if (!transaction.type().equals("merchantpay")
                    || transaction.status().equals(GsmaTransaction.REVERSED)) {
                file.gaveBack(reference, amount, at);
            }
        }
    }

    /** What is in our wallet by the provider's own books. */
    BigDecimal wallet() {
        BigDecimal sum = BigDecimal.ZERO;
        for (GsmaTransaction transaction : listIn(GsmaTransaction.COMPLETED)) {
            sum = transaction.type().equals("merchantpay")
                    ? sum.add(transaction.amount())
                    : sum.subtract(transaction.amount());
        }
        return sum;
    }
}
