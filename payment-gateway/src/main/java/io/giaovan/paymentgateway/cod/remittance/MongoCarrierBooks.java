package io.giaovan.paymentgateway.cod.remittance;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.parcel.TrackingStatus;
import io.giaovan.paymentgateway.cod.remittance.CarrierTerms.Column;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Terms in {@code carrier_terms}, files in {@code carrier_remittances}, parcels in {@code carrier_parcels}. */
@Singleton
final class MongoCarrierBooks implements CarrierBooks {
    private final MongoCollection<Document> terms;
    private final MongoCollection<Document> remittances;
    private final MongoCollection<Document> parcels;

    MongoCarrierBooks(MongoDatabase database) {
        this.terms = database.getCollection("carrier_terms");
        this.remittances = database.getCollection("carrier_remittances");
        this.parcels = database.getCollection("carrier_parcels");
    }

    @Override
    public void keep(CarrierTerms given) {
        Document columns = new Document();
        given.columns().forEach((column, header) -> columns.append(column.name(), header));
        terms.replaceOne(
                Filters.eq("_id", given.carrier()),
                new Document("_id", given.carrier())
                        .append("schema", 1)
                        .append("columns", columns)
                        .append("feeFixed", given.feeFixed())
                        .append("feeBasisPoints", given.feeBasisPoints())
                        .append("currency", given.currency()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<CarrierTerms> findTerms(String carrier) {
        return Optional.ofNullable(terms.find(Filters.eq("_id", carrier)).first())
                .map(document -> {
                    Map<Column, String> columns = new EnumMap<>(Column.class);
                    StoredValues.documentAt(document, "columns")
                            .forEach((column, header) -> columns.put(Column.valueOf(column), String.valueOf(header)));
                    Number fixed = document.get("feeFixed", Number.class);
                    return new CarrierTerms(
                            carrier,
                            columns,
                            fixed == null ? null : fixed.longValue(),
                            document.getInteger("feeBasisPoints", 0),
                            StoredValues.textAt(document, "currency"));
                });
    }

    @Override
    public void keep(Remittance done) {
        try {
            remittances.insertOne(new Document("_id", key(done.carrier(), done.reference()))
                    .append("schema", 1)
                    .append("carrier", done.carrier())
                    .append("reference", done.reference())
                    .append("fileDigest", done.fileDigest())
                    .append("at", Date.from(done.at()))
                    .append("rows", done.rows())
                    .append("matched", done.matched())
                    .append("taken", StoredValues.money(done.taken()))
                    .append("fees", StoredValues.money(done.fees()))
                    .append("toArrive", StoredValues.money(done.toArrive()))
                    .append("clearing", done.clearing())
                    .append(
                            "findings",
                            done.findings().stream()
                                    .map(MongoCarrierBooks::finding)
                                    .toList()));
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
    }

    @Override
    public Optional<Remittance> findRemittance(String carrier, String reference) {
        return Optional.ofNullable(remittances
                        .find(Filters.eq("_id", key(carrier, reference)))
                        .first())
                .map(document -> new Remittance(
                        StoredValues.textAt(document, "carrier"),
                        StoredValues.textAt(document, "reference"),
                        StoredValues.textAt(document, "fileDigest"),
                        StoredValues.instantAt(document, "at"),
                        document.getInteger("rows", 0),
                        document.getInteger("matched", 0),
                        StoredValues.moneyAt(document, "taken"),
                        StoredValues.moneyAt(document, "fees"),
                        StoredValues.moneyAt(document, "toArrive"),
                        StoredValues.textAt(document, "clearing"),
                        document.getList("findings", Document.class, List.of()).stream()
                                .map(MongoCarrierBooks::finding)
                                .toList()));
    }

    private static Document finding(Remittance.Finding finding) {
        return new Document("kind", finding.kind().name())
                .append("row", finding.row())
                .append("tracking", finding.tracking())
                .append("file", money(finding.file()))
                .append("ours", money(finding.ours()))
                .append("detail", finding.detail());
    }

    private static Remittance.Finding finding(Document document) {
        return new Remittance.Finding(
                Remittance.Kind.valueOf(StoredValues.textAt(document, "kind")),
                document.getInteger("row"),
                StoredValues.textAt(document, "tracking"),
                money(document.get("file", Document.class)),
                money(document.get("ours", Document.class)),
                StoredValues.textAt(document, "detail"));
    }

    private static @Nullable Document money(@Nullable Money money) {
        return money == null ? null : StoredValues.money(money);
    }

    private static @Nullable Money money(@Nullable Document document) {
        return document == null ? null : StoredValues.money(document);
    }

    @Override
    public void tracked(String carrier, String tracking, TrackingStatus status, Instant at) {
        Document news = new Document("_id", key(carrier, tracking))
                .append("schema", 1)
                .append("status", status.name())
                .append("at", Date.from(at));
        boolean replaced = parcels.replaceOne(
                                Filters.and(
                                        Filters.eq("_id", key(carrier, tracking)), Filters.lte("at", Date.from(at))),
                                news)
                        .getMatchedCount()
                == 1;
        if (!replaced) {
            try {
                parcels.insertOne(news);
            } catch (MongoWriteException later) {
                if (later.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw later;
                }
            }
        }
    }

    @Override
    public Optional<TrackingStatus> findStatus(String carrier, String tracking) {
        return Optional.ofNullable(
                        parcels.find(Filters.eq("_id", key(carrier, tracking))).first())
                .map(document -> TrackingStatus.valueOf(StoredValues.textAt(document, "status")));
    }

    private static String key(String carrier, String name) {
        return carrier + "|" + name;
    }
}
