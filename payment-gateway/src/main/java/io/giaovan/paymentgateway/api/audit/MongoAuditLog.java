package io.giaovan.paymentgateway.api.audit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Entries in {@code gateway_audit}, by their number; a number is taken by one entry, so the chain never forks. */
@Singleton
final class MongoAuditLog implements AuditLog {
    private static final int TRIES_MAX = 1_000;

    private final MongoCollection<Document> entries;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable AuditEntry last;

    MongoAuditLog(MongoDatabase database) {
        this.entries = database.getCollection("gateway_audit");
    }

    @Override
    public void add(Instant at, String who, String what, String object, String outcome) {
        Instant moment = Instant.ofEpochMilli(at.toEpochMilli());
        lock.lock();
        try {
            for (int tries = 0; tries < TRIES_MAX; tries++) {
                AuditEntry before = last == null ? newest() : last;
                AuditEntry next = new AuditEntry(
                        before == null ? 1 : before.number() + 1,
                        moment,
                        who,
                        what,
                        object,
                        outcome,
                        before == null ? AuditEntry.BEGINNING : before.hash());
                if (inserted(next)) {
                    last = next;
                    return;
                }
                last = null;
            }
            throw new IllegalStateException("no place in the audit log after " + TRIES_MAX + " tries");
        } finally {
            lock.unlock();
        }
    }

    private @Nullable AuditEntry newest() {
        List<AuditEntry> found = list(Long.MAX_VALUE, 1);
        return found.isEmpty() ? null : found.getFirst();
    }

    private boolean inserted(AuditEntry entry) {
        try {
            entries.insertOne(new Document("_id", entry.number())
                    .append("schema", 1)
                    .append("at", Date.from(entry.at()))
                    .append("who", entry.who())
                    .append("what", entry.what())
                    .append("object", entry.object())
                    .append("outcome", entry.outcome())
                    .append("previousHash", entry.previousHash())
                    .append("hash", entry.hash()));
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    @Override
    public List<AuditEntry> list(long before, int limit) {
        return entries.find(Filters.lt("_id", before))
                .sort(Sorts.descending("_id"))
                .limit(Math.min(limit, PAGE_MAX))
                .map(MongoAuditLog::entry)
                .into(new ArrayList<>());
    }

    @Override
    public Verdict verify() {
        List<String> findings = new ArrayList<>();
        long count = 0;
        AuditEntry before = null;
        for (Document document : entries.find().sort(Sorts.ascending("_id"))) {
            AuditEntry entry = entry(document);
            count++;
            if (findings.size() < PAGE_MAX) {
                if (!entry.hash().equals(document.getString("hash"))) {
                    findings.add("entry " + entry.number() + " was changed");
                }
                if (before != null
                        && (entry.number() != before.number() + 1
                                || !entry.previousHash().equals(before.hash()))) {
                    findings.add("entry " + entry.number() + " does not follow " + before.number());
                }
            }
            before = entry;
        }
        return new Verdict(count, findings.isEmpty(), findings);
    }

    /** The newest entry stays, because the next one follows it. */
    @Override
    public long prune(Instant before) {
        AuditEntry newest = newest();
        return newest == null
                ? 0
                : entries.deleteMany(
                                Filters.and(Filters.lt("at", Date.from(before)), Filters.lt("_id", newest.number())))
                        .getDeletedCount();
    }

    private static AuditEntry entry(Document document) {
        return new AuditEntry(
                StoredValues.longAt(document, "_id"),
                StoredValues.instantAt(document, "at"),
                StoredValues.textAt(document, "who"),
                StoredValues.textAt(document, "what"),
                StoredValues.textAt(document, "object"),
                StoredValues.textAt(document, "outcome"),
                StoredValues.textAt(document, "previousHash"));
    }
}
