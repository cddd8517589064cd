package io.giaovan.paymentgateway.rail.bank.file;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.bank.BankStatement.Line;
import io.giaovan.paymentgateway.rail.bank.file.BankFileOrder.Status;
import io.giaovan.paymentgateway.rail.bank.file.StatementFile.Entry;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/** Orders, files and lines of statements in {@code bank_file_orders}, {@code bank_files} and {@code bank_file_lines}. */
@Singleton
final class MongoBankFiles {
    private final MongoCollection<Document> orders;
    private final MongoCollection<Document> files;
    private final MongoCollection<Document> lines;

    MongoBankFiles(MongoDatabase database) {
        this.orders = database.getCollection("bank_file_orders");
        this.files = database.getCollection("bank_files");
        this.lines = database.getCollection("bank_file_lines");
        orders.createIndex(Indexes.ascending("status"));
        lines.createIndex(Indexes.ascending("day"));
    }

    /** Keeps an order unless it is known; answers with what stands. */
    BankFileOrder keep(BankFileOrder order) {
        insert(
                orders,
                new Document("_id", order.endToEndId())
                        .append("schema", 1)
                        .append("payee", order.payeeAccount())
                        .append("amount", StoredValues.money(order.amount()))
                        .append("content", order.content())
                        .append("status", order.status().name())
                        .append("reason", order.reason())
                        .append("file", null));
        return find(order.endToEndId()).orElseThrow();
    }

    Optional<BankFileOrder> find(String endToEndId) {
        return Optional.ofNullable(orders.find(Filters.eq("_id", endToEndId)).first())
                .map(MongoBankFiles::order);
    }

    List<BankFileOrder> listWaiting(int max) {
        return list(Filters.eq("status", Status.WAITING.name()), max);
    }

    List<BankFileOrder> listIn(String file) {
        return list(Filters.eq("file", file), Integer.MAX_VALUE);
    }

    private List<BankFileOrder> list(org.bson.conversions.Bson filter, int max) {
        List<BankFileOrder> found = new ArrayList<>();
        for (Document document :
                orders.find(filter).sort(Sorts.ascending("_id")).limit(max)) {
            found.add(order(document));
        }
        return found;
    }

    /** Puts a waiting order into a file; false when another was faster. */
    boolean claim(String endToEndId, String file) {
        return orders.updateOne(
                                Filters.and(Filters.eq("_id", endToEndId), Filters.eq("status", Status.WAITING.name())),
                                Updates.combine(Updates.set("status", Status.SENT.name()), Updates.set("file", file)))
                        .getModifiedCount()
                == 1;
    }

    /** Ends an order that was sent, once. */
    boolean end(String endToEndId, Status end, String reason) {
        return orders.updateOne(
                                Filters.and(Filters.eq("_id", endToEndId), Filters.eq("status", Status.SENT.name())),
                                Updates.combine(Updates.set("status", end.name()), Updates.set("reason", reason)))
                        .getModifiedCount()
                == 1;
    }

    /** Files of which some orders have no end yet. */
    List<String> listOpenFiles() {
        Set<String> open = new TreeSet<>();
        for (Document document : orders.find(Filters.eq("status", Status.SENT.name()))) {
            open.add(StoredValues.textAt(document, "file"));
        }
        return List.copyOf(open);
    }

    void saveFile(String id, String text) {
        insert(files, new Document("_id", id).append("schema", 1).append("text", text));
    }

    Optional<String> findFile(String id) {
        return Optional.ofNullable(files.find(Filters.eq("_id", id)).first())
                .map(document -> StoredValues.textAt(document, "text"));
    }

    /** Keeps a line of a statement; false when it is known. */
    boolean keepLine(Entry entry) {
        return insert(
                lines,
                new Document("_id", Secrets.digest(entry.id()))
                        .append("schema", 1)
                        .append(
                                "day",
                                ServiceDay.of(entry.at(), ServiceDay.VIETNAM)
                                        .date()
                                        .toString())
                        .append("reference", entry.reference())
                        .append("amount", StoredValues.money(entry.amount()))
                        .append("at", Date.from(entry.at()))
                        .append("content", entry.content())
                        .append("sender", entry.sender()));
    }

    List<Line> lines(LocalDate day) {
        List<Line> found = new ArrayList<>();
        for (Document document : lines.find(Filters.eq("day", day.toString())).sort(Sorts.ascending("at", "_id"))) {
            found.add(new Line(
                    StoredValues.textAt(document, "reference"),
                    StoredValues.moneyAt(document, "amount"),
                    StoredValues.instantAt(document, "at"),
                    StoredValues.textAt(document, "content")));
        }
        return found;
    }

    /** The account that a transfer with this content came from, if a statement told it. */
    Optional<String> findSender(String content) {
        for (Document document : lines.find(Filters.ne("sender", ""))) {
            if (StoredValues.textAt(document, "content").contains(content)) {
                return Optional.of(StoredValues.textAt(document, "sender"));
            }
        }
        return Optional.empty();
    }

    private static BankFileOrder order(Document document) {
        return new BankFileOrder(
                StoredValues.textAt(document, "_id"),
                StoredValues.textAt(document, "payee"),
                StoredValues.moneyAt(document, "amount"),
                StoredValues.textAt(document, "content"),
                Status.valueOf(StoredValues.textAt(document, "status")),
                StoredValues.textAt(document, "reason"));
    }

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
}
