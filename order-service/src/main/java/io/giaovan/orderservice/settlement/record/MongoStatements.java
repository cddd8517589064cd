package io.giaovan.orderservice.settlement.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.orderservice.settlement.statement.Statement;
import io.giaovan.orderservice.settlement.statement.StatementStatus;
import io.giaovan.orderservice.settlement.statement.Statements;
import io.giaovan.store.outbox.AggregateWriter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Closed statements in {@code statements}; those to be paid also in the small {@code statements_unpaid}. */
@Singleton
public final class MongoStatements implements Statements {
    private static final String COLLECTION = "statements";

    private final MongoCollection<Document> statements;
    private final MongoCollection<Document> unpaid;
    private final AggregateWriter writer;

    public MongoStatements(MongoDatabase database, AggregateWriter writer) {
        this.statements = database.getCollection(COLLECTION);
        this.unpaid = database.getCollection("statements_unpaid");
        this.writer = writer;
        statements.createIndex(Indexes.compoundIndex(
                Indexes.ascending("merchantId"), Indexes.descending("day"), Indexes.ascending("_id")));
    }

    @Override
    public void add(Statement statement) {
        if (statement.status() == StatementStatus.CLOSED) {
            mark(statement.id());
        }
        writer.insert(COLLECTION, SettlementDocuments.write(statement), List.of());
    }

    @Override
    public boolean update(Statement statement) {
        boolean won = writer.update(COLLECTION, SettlementDocuments.write(statement), statement.version(), List.of());
        if (won && statement.status() == StatementStatus.PAID) {
            unpaid.deleteOne(eq("_id", statement.id()));
        }
        return won;
    }

    @Override
    public Optional<Statement> find(MerchantId merchantId, String id) {
        return Optional.ofNullable(statements
                        .find(and(eq("_id", id), eq("merchantId", merchantId.value())))
                        .first())
                .map(SettlementDocuments::readStatement);
    }

    @Override
    public List<Statement> listUnpaid() {
        List<String> ids = new ArrayList<>();
        unpaid.find().forEach(marker -> ids.add(String.valueOf(marker.get("_id"))));
        List<Statement> found = new ArrayList<>();
        for (Document stored : statements.find(in("_id", ids))) {
            Statement statement = SettlementDocuments.readStatement(stored);
            if (statement.status() == StatementStatus.CLOSED) {
                found.add(statement);
            } else {
                unpaid.deleteOne(eq("_id", statement.id()));
            }
        }
        return found;
    }

    @Override
    public List<Statement> list(MerchantId merchantId, @Nullable Place before, int limit) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(eq("merchantId", merchantId.value()));
        if (before != null) {
            String day = before.day().toString();
            wanted.add(or(lt("day", day), and(eq("day", day), gt("_id", before.id()))));
        }
        return statements
                .find(and(wanted))
                .projection(Projections.exclude("bookings"))
                .sort(Sorts.orderBy(Sorts.descending("day"), Sorts.ascending("_id")))
                .limit(limit)
                .map(SettlementDocuments::readStatement)
                .into(new ArrayList<>());
    }

    private void mark(String id) {
        try {
            unpaid.insertOne(new Document("_id", id));
        } catch (MongoWriteException there) {
            if (there.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw there;
            }
        }
    }
}
