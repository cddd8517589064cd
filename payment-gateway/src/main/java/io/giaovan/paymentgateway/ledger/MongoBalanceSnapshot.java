package io.giaovan.paymentgateway.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.StoredValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/** Remembers the balances at some length of the chains, so that a start need not fold everything again. */
final class MongoBalanceSnapshot {
    private static final String ID = "balances";
    private static final long EVERY = 1_000;

    private final MongoCollection<Document> snapshots;
    private long written;

    MongoBalanceSnapshot(MongoDatabase database) {
        this.snapshots = database.getCollection("ledger_snapshots");
    }

    /** @param reserving finds the transfer that began a reservation */
    Balances read(Function<TransferId, Transfer> reserving) {
        Balances balances = new Balances();
        Document found = snapshots.find(Filters.eq("_id", ID)).first();
        if (found != null) {
            written = StoredValues.longAt(found, "version");
            List<Document> chains = found.getList("chains", Document.class);
            for (int chain = 0; chain < chains.size(); chain++) {
                balances.resume(
                        chain,
                        StoredValues.longAt(chains.get(chain), "number"),
                        StoredValues.textAt(chains.get(chain), "hash"));
            }
            for (Document sum : found.getList("sums", Document.class)) {
                balances.resume(StoredValues.textAt(sum, "account"), StoredValues.money(sum));
            }
            for (String id : found.getList("reserved", String.class, List.of())) {
                balances.resume(reserving.apply(new TransferId(id)));
            }
            for (String id : found.getList("endedEarly", String.class, List.of())) {
                balances.resumeEnded(new TransferId(id));
            }
        }
        return balances;
    }

    /** The version is the number of transfers folded, so a snapshot never replaces a longer one. */
    void writeNowAndThen(Balances balances) {
        long count = balances.count();
        if (count < written + EVERY) {
            return;
        }
        List<Document> chains = new ArrayList<>();
        for (int chain = 0; chain < ChainLink.CHAINS; chain++) {
            chains.add(new Document("number", balances.folded(chain)).append("hash", balances.hash(chain)));
        }
        List<Document> sums = new ArrayList<>();
        balances.sums()
                .forEach((account, byCurrency) -> byCurrency.forEach((currency, sum) ->
                        sums.add(StoredValues.money(new Money(sum, currency)).append("account", account))));
        Document snapshot = new Document("_id", ID)
                .append("schema", 1)
                .append("version", count)
                .append("chains", chains)
                .append("sums", sums)
                .append(
                        "reserved",
                        balances.reservations().stream()
                                .map(reservation -> reservation.id().value())
                                .toList())
                .append(
                        "endedEarly",
                        balances.endedEarly().stream().map(TransferId::value).toList());
        if (snapshots
                        .replaceOne(Filters.and(Filters.eq("_id", ID), Filters.lt("version", count)), snapshot)
                        .getMatchedCount()
                == 0) {
            insertFirst(snapshot);
        }
        written = count;
    }

    private void insertFirst(Document snapshot) {
        try {
            snapshots.insertOne(snapshot);
        } catch (MongoWriteException longer) {
            if (longer.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw longer;
            }
        }
    }
}
