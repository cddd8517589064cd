package io.giaovan.paymentgateway.cod.custody;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Counts in {@code cash_hand_overs_open}. */
@Singleton
final class MongoCashCounts implements CashCounts {
    private final MongoCollection<Document> counts;

    MongoCashCounts(MongoDatabase database) {
        this.counts = database.getCollection("cash_hand_overs_open");
        counts.createIndex(Indexes.ascending("courier"));
        counts.createIndex(Indexes.ascending("depot", "banked"));
    }

    @Override
    public void keep(Count count, boolean named) {
        try {
            counts.insertOne(new Document("_id", count.id())
                    .append("schema", 2)
                    .append("courier", count.courier())
                    .append("depot", count.depot())
                    .append("currency", count.counted().currency())
                    .append("counted", count.counted().amount())
                    .append("at", Date.from(count.at()))
                    .append("booked", false)
                    .append("banked", false)
                    .append("settled", named));
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
    }

    @Override
    public void booked(String id) {
        counts.updateOne(Filters.eq("_id", id), Updates.set("booked", true));
    }

    @Override
    public long due(Instant until) {
        return counts.countDocuments(unnamed(until));
    }

    @Override
    public List<Count> listDue(Instant until) {
        return counts.find(unnamed(until)).map(MongoCashCounts::count).into(new ArrayList<>());
    }

    @Override
    public void named(String id) {
        counts.updateOne(Filters.eq("_id", id), Updates.set("settled", true));
    }

    @Override
    public List<Count> listUnbanked(String depot) {
        return counts.find(Filters.and(
                        Filters.eq("depot", depot), Filters.eq("banked", false), Filters.eq("booked", true)))
                .sort(Sorts.descending("at", "_id"))
                .map(MongoCashCounts::count)
                .into(new ArrayList<>());
    }

    @Override
    public void banked(String id) {
        counts.updateOne(Filters.eq("_id", id), Updates.set("banked", true));
    }

    @Override
    public Optional<Count> findCovering(String courier, Instant takenAt) {
        return Optional.ofNullable(
                        counts.find(Filters.and(Filters.eq("courier", courier), Filters.gte("at", Date.from(takenAt))))
                                .sort(Sorts.ascending("at"))
                                .first())
                .map(MongoCashCounts::count);
    }

    private static Bson unnamed(Instant until) {
        return Filters.and(Filters.eq("settled", false), Filters.lte("at", Date.from(until)));
    }

    /** Counts of schema 1 had neither depot nor amount; their money is long at the bank. */
    private static Count count(Document document) {
        boolean old = document.getInteger("schema", 1) == 1;
        return new Count(
                StoredValues.textAt(document, "_id"),
                StoredValues.textAt(document, "courier"),
                Objects.requireNonNullElse(document.getString("depot"), ""),
                new Money(
                        old ? 0 : StoredValues.longAt(document, "counted"), StoredValues.textAt(document, "currency")),
                StoredValues.instantAt(document, "at"),
                old || document.getBoolean("booked", false),
                old || document.getBoolean("banked", false));
    }
}
