package io.giaovan.paymentgateway.reconcile;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reconciliations in {@code reconciliations}, by day, those of rails also by the rail's name. An older run never replaces a younger one. */
@Singleton
final class MongoReconciliations implements Reconciliations {
    private final MongoCollection<Document> days;

    MongoReconciliations(MongoDatabase database) {
        this.days = database.getCollection("reconciliations");
    }

    @Override
    public void save(String of, Reconciliation reconciliation) {
        Document document = document(reconciliation).append("_id", key(of, reconciliation.day()));
        try {
            days.replaceOne(
                    Filters.and(
                            Filters.eq("_id", key(of, reconciliation.day())),
                            Filters.lte("ranAt", Date.from(reconciliation.ranAt()))),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException younger) {
            if (younger.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw younger;
            }
        }
    }

    @Override
    public Optional<Reconciliation> find(String of, LocalDate day) {
        return Optional.ofNullable(days.find(Filters.eq("_id", key(of, day))).first())
                .map(MongoReconciliations::reconciliation);
    }

    private static String key(String of, LocalDate day) {
        return of.equals(BankReconciliation.BANK_NAME) ? day.toString() : of + ":" + day;
    }

    private static Document document(Reconciliation reconciliation) {
        return new Document("day", reconciliation.day().toString())
                .append("schema", 1)
                .append("lines", reconciliation.lines())
                .append("postings", reconciliation.postings())
                .append("matched", reconciliation.matched())
                .append("statementSum", StoredValues.money(reconciliation.statementSum()))
                .append("ledgerSum", StoredValues.money(reconciliation.ledgerSum()))
                .append("found", reconciliation.found())
                .append(
                        "findings",
                        reconciliation.findings().stream()
                                .map(finding -> new Document(
                                                "kind", finding.kind().name())
                                        .append("reference", finding.reference())
                                        .append("statement", money(finding.statement()))
                                        .append("ledger", money(finding.ledger()))
                                        .append("transfer", finding.transferId()))
                                .toList())
                .append("ranAt", Date.from(reconciliation.ranAt()));
    }

    private static @Nullable Document money(@Nullable Money money) {
        return money == null ? null : StoredValues.money(money);
    }

    private static Reconciliation reconciliation(Document document) {
        return new Reconciliation(
                LocalDate.parse(document.get("day", String.valueOf(document.get("_id")))),
                StoredValues.longAt(document, "lines"),
                StoredValues.longAt(document, "postings"),
                StoredValues.longAt(document, "matched"),
                StoredValues.moneyAt(document, "statementSum"),
                StoredValues.moneyAt(document, "ledgerSum"),
                StoredValues.longAt(document, "found"),
                document.getList("findings", Document.class, List.of()).stream()
                        .map(finding -> new Finding(
                                Finding.Kind.valueOf(StoredValues.textAt(finding, "kind")),
                                StoredValues.textAt(finding, "reference"),
                                money(finding, "statement"),
                                money(finding, "ledger"),
                                finding.getString("transfer")))
                        .toList(),
                StoredValues.instantAt(document, "ranAt"));
    }

    private static @Nullable Money money(Document finding, String name) {
        Document money = finding.get(name, Document.class);
        return money == null ? null : StoredValues.money(money);
    }
}
