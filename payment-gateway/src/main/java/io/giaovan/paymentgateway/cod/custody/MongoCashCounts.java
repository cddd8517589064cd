package io.giaovan.paymentgateway.cod;

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
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Counts in {@code cash_hand_overs_open}. */
@Singleton
final class MongoCashCounts implements CashCounts {
    private final MongoCollection<Document> open;

    MongoCashCounts(MongoDatabase database) {
        this.open = database.getCollection("cash_hand_overs_open");
    }

    @Override
    public void keep(Count count) {
        try {
            open.insertOne(new Document("_id", count.shift())
                    .append("schema", 1)
                    .append("courier", count.courier())
                    .append("currency", count.currency())
                    .append("at", Date.from(count.at()))
                    .append("settled", false));
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
    }

    @Override
    public long due(Instant until) {
        return open.countDocuments(unsettled(until));
    }

    @Override
    public List<Count> listDue(Instant until) {
        return open.find(unsettled(until))
                .map(document -> new Count(
                        StoredValues.textAt(document, "_id"),
                        StoredValues.textAt(document, "courier"),
                        StoredValues.textAt(document, "currency"),
                        StoredValues.instantAt(document, "at")))
                .into(new ArrayList<>());
    }

    @Override
    public void settled(String shift) {
        open.updateOne(Filters.eq("_id", shift), Updates.set("settled", true));
    }

    private static Bson unsettled(Instant until) {
        return Filters.and(Filters.eq("settled", false), Filters.lte("at", Date.from(until)));
    }
}
