package io.giaovan.paymentgateway.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.MongoSlices;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each transfer as one document whose key is its place in a chain, so that booking, ordering and hashing are one
 * insert. Writers who meet at a place see a taken key, read what came before and try the next place. Balances are
 * folded in memory and resumed from a snapshot.
 */
@Singleton
final class MongoLedger implements Ledger {
    private static final int TRIES_MAX = 1_000;
    private static final int READ_AHEAD = 64;
    /** Writers may book while an audit reads; it then reads again, this often at most. */
    private static final int READINGS_MAX = 10;

    private final MongoCollection<Document> transfers;
    private final MongoBalanceSnapshot snapshot;
    private final Balances balances;
    private final ReentrantLock folding = new ReentrantLock();
    private final ReentrantLock[] chains = new ReentrantLock[ChainLink.CHAINS];

    MongoLedger(MongoDatabase database) {
        this.transfers = database.getCollection("ledger_transfers");
        this.snapshot = new MongoBalanceSnapshot(database);
        transfers.createIndex(Indexes.ascending("transferId"), new IndexOptions().unique(true));
        transfers.createIndex(Indexes.compoundIndex(Indexes.ascending("entries.account"), Indexes.descending("at")));
        for (int chain = 0; chain < chains.length; chain++) {
            chains[chain] = new ReentrantLock();
        }
        this.balances = snapshot.read(id -> find(id).orElseThrow());
        catchUp();
    }

    @Override
    public boolean post(Transfer transfer) {
        return switch (post(transfer, null)) {
            case PostingOutcome.Booked booked -> booked.first();
            case PostingOutcome.NotCovered _ -> throw new IllegalStateException("no cover was asked for");
        };
    }

    @Override
    public PostingOutcome postCovered(Transfer transfer, LedgerAccount drawnOn) {
        if (transfer.drawing().stream()
                .noneMatch(entry -> entry.account().equals(drawnOn) && ChainLink.drawsOn(entry))) {
            throw new IllegalArgumentException("drawnOn: " + drawnOn + " is not drawn on by " + transfer.id());
        }
        return post(transfer, drawnOn);
    }

    private PostingOutcome post(Transfer given, @Nullable LedgerAccount drawnOn) {
        Transfer transfer = new Transfer(
                given.id(),
                given.kind(),
                given.at().truncatedTo(ChronoUnit.MILLIS),
                given.entries(),
                given.reserved(),
                given.released(),
                given.references());
        int chain = ChainLink.chainOf(transfer);
        chains[chain].lock();
        try {
            for (int tries = 0; tries < TRIES_MAX; tries++) {
                if (tries > 0 || drawnOn != null) {
                    catchUp();
                    if (stands(transfer)) {
                        return new PostingOutcome.Booked(false);
                    }
                }
                if (drawnOn != null) {
                    Money available = uncoveredAt(transfer, drawnOn);
                    if (available != null) {
                        return new PostingOutcome.NotCovered(available);
                    }
                }
                if (inserted(transfer, next(chain))) {
                    return new PostingOutcome.Booked(true);
                }
            }
            throw new IllegalStateException("no place in chain " + chain + " after " + TRIES_MAX + " tries");
        } finally {
            chains[chain].unlock();
        }
    }

    private boolean inserted(Transfer transfer, ChainLink link) {
        try {
            Document document = TransferCodec.document(link, transfer);
            transfers.insertOne(document);
            fold(link, transfer, StoredValues.textAt(document, "hash"));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private boolean stands(Transfer transfer) {
        Optional<Transfer> standing = find(transfer.id());
        if (standing.isPresent() && !sameMovement(standing.get(), transfer)) {
            throw new IllegalStateException("transfer " + transfer.id() + " stands with other content");
        }
        return standing.isPresent();
    }

    /** The time may differ: a fact that is booked again after a crash is still the same fact. */
    private static boolean sameMovement(Transfer one, Transfer other) {
        return one.kind() == other.kind()
                && one.entries().equals(other.entries())
                && one.reserved().equals(other.reserved())
                && one.released().equals(other.released());
    }

    private @Nullable Money uncoveredAt(Transfer transfer, LedgerAccount drawnOn) {
        for (Entry entry : transfer.drawing()) {
            if (entry.account().equals(drawnOn)) {
                String currency = entry.amount().currency();
                Money available = folded(drawnOn, currency).minus(reservedNow(drawnOn, currency));
                Money taken = new Money(
                        Math.abs(entry.amount().amount()), entry.amount().currency());
                if (available.minus(taken).isNegative()) {
                    return available;
                }
            }
        }
        return null;
    }

    @Override
    public ReservationEnd postReserved(TransferId reserved, TransferKind kind, Instant at, List<Entry> entries) {
        return end(reserved, at, kind, ReservationEnd.How.POSTED, entries);
    }

    @Override
    public ReservationEnd release(TransferId reserved, Instant at) {
        return end(reserved, at, TransferKind.RESERVATION_ENDED, ReservationEnd.How.RELEASED, List.of());
    }

    @Override
    public ReservationEnd lapse(TransferId reserved, Instant now) {
        Optional<Reservation> open = listReserved().stream()
                .filter(reservation -> reservation.id().equals(reserved))
                .findFirst();
        if (open.isPresent() && now.isBefore(open.get().until())) {
            throw new IllegalArgumentException(
                    reserved + " is reserved until " + open.get().until());
        }
        return end(reserved, now, TransferKind.RESERVATION_ENDED, ReservationEnd.How.LAPSED, List.of());
    }

    private ReservationEnd end(
            TransferId reserved, Instant at, TransferKind kind, ReservationEnd.How how, List<Entry> entries) {
        Optional<Transfer> begun = find(reserved);
        if (begun.isEmpty() || begun.get().reserved().isEmpty()) {
            return new ReservationEnd.NotReserved();
        }
        Transfer reserving = begun.get();
        checkFits(reserving, entries);
        Map<String, String> references = new TreeMap<>(reserving.references());
        references.remove(Transfer.RESERVED_UNTIL);
        references.put(Transfer.END, how.name());
        TransferId endId = new TransferId(reserved.value() + ":end");
        Transfer end = new Transfer(endId, kind, at, entries, List.of(), reserving.reserved(), references);
        try {
            return new ReservationEnd.Done(post(end));
        } catch (IllegalStateException other) {
            Transfer standing = find(endId).orElseThrow(() -> other);
            return new ReservationEnd.EndedBefore(ReservationEnd.How.valueOf(
                    String.valueOf(standing.references().get(Transfer.END))));
        }
    }

    private static void checkFits(Transfer reserving, List<Entry> entries) {
        for (Entry entry : entries) {
            String currency = entry.amount().currency();
            long set = Transfer.effect(reserving.reserved(), entry.account(), currency)
                    .amount();
            long moved = Transfer.effect(entries, entry.account(), currency).amount();
            if (Long.signum(set) != Long.signum(moved) || Math.abs(moved) > Math.abs(set)) {
                throw new IllegalArgumentException(
                        "entries: " + moved + " on " + entry.account() + " is beyond the " + set + " reserved there");
            }
        }
    }

    @Override
    public List<Reservation> listReserved() {
        catchUp();
        folding.lock();
        try {
            return balances.reservations();
        } finally {
            folding.unlock();
        }
    }

    @Override
    public Money reserved(LedgerAccount account, String currency) {
        catchUp();
        return reservedNow(account, currency);
    }

    private Money reservedNow(LedgerAccount account, String currency) {
        folding.lock();
        try {
            return new Money(balances.reserved(account, currency), currency);
        } finally {
            folding.unlock();
        }
    }

    @Override
    public Money balance(LedgerAccount account, String currency) {
        catchUp();
        return folded(account, currency);
    }

    @Override
    public Map<LedgerAccount, List<Money>> balances(LedgerAccount.Kind kind) {
        catchUp();
        Map<LedgerAccount, List<Money>> found = new LinkedHashMap<>();
        folding.lock();
        try {
            balances.sums().forEach((name, byCurrency) -> {
                LedgerAccount account = LedgerAccount.parse(name);
                if (account.kind() == kind) {
                    found.put(
                            account,
                            byCurrency.keySet().stream()
                                    .map(currency -> folded(account, currency))
                                    .toList());
                }
            });
            return found;
        } finally {
            folding.unlock();
        }
    }

    private Money folded(LedgerAccount account, String currency) {
        folding.lock();
        try {
            long sum = balances.sum(account.toString(), currency);
            return new Money(account.kind().side() == LedgerAccount.Side.OURS ? sum : -sum, currency);
        } finally {
            folding.unlock();
        }
    }

    @Override
    public Optional<Transfer> find(TransferId id) {
        return Optional.ofNullable(
                        transfers.find(Filters.eq("transferId", id.value())).first())
                .map(TransferCodec::transfer);
    }

    @Override
    public List<Transfer> listTouching(LedgerAccount account, int limit) {
        List<Transfer> found = new ArrayList<>();
        for (Document document : transfers
                .find(Filters.eq("entries.account", account.toString()))
                .sort(Sorts.descending("at"))
                .limit(limit)) {
            found.add(TransferCodec.transfer(document));
        }
        return found;
    }

    @Override
    public Sliced<Transfer> slice(LedgerAccount account, Slice slice) {
        return MongoSlices.of(transfers, "at", "transferId")
                .read(Filters.eq("entries.account", account.toString()), slice)
                .map(TransferCodec::transfer);
    }

    @Override
    public LedgerAudit audit() {
        for (int reading = 1; ; reading++) {
            Auditor auditor = new Auditor();
            for (Document document : transfers.find()) {
                auditor.read(document);
            }
            catchUp();
            folding.lock();
            try {
                if (auditor.transfers() == balances.count() || reading == READINGS_MAX) {
                    return auditor.verdict(balances);
                }
            } finally {
                folding.unlock();
            }
        }
    }

    private ChainLink next(int chain) {
        folding.lock();
        try {
            return balances.next(chain);
        } finally {
            folding.unlock();
        }
    }

    private void fold(ChainLink link, Transfer transfer, String hash) {
        folding.lock();
        try {
            if (balances.fold(link, transfer, hash)) {
                snapshot.writeNowAndThen(balances);
            }
        } finally {
            folding.unlock();
        }
    }

    /** Folds what other processes booked. */
    private void catchUp() {
        int ahead = 1;
        while (true) {
            List<String> keys = new ArrayList<>();
            for (int chain = 0; chain < ChainLink.CHAINS; chain++) {
                long next = next(chain).number();
                for (int step = 0; step < ahead; step++) {
                    keys.add(ChainLink.key(chain, next + step));
                }
            }
            List<Document> found = new ArrayList<>();
            transfers.find(Filters.in("_id", keys)).into(found);
            if (found.isEmpty()) {
                return;
            }
            found.sort(java.util.Comparator.comparing(document -> StoredValues.textAt(document, "_id")));
            for (Document document : found) {
                fold(
                        TransferCodec.link(document),
                        TransferCodec.transfer(document),
                        StoredValues.textAt(document, "hash"));
            }
            ahead = READ_AHEAD;
        }
    }
}
