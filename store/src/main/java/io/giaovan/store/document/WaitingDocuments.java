package io.giaovan.store.document;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Documents that wait until they are due, in a small collection that is searched often, and the finished ones in another.
 * A document moves by being written to the second before it is deleted from the first, so a crash between the two hands
 * it out twice at most. It is handed to one worker at a time, by a lease that ends by itself when the worker dies. Leases
 * run on the machine's time, because a simulated clock may stand still or leap.
 *
 * <p>Fields: {@code _id}, {@code createdAt}, {@code dueAt}, {@code attempts}, {@code lastAnswer}, and {@code leasedUntil},
 * which only this class touches. Safe for concurrent use.
 */
public final class WaitingDocuments {
    private static final Date FREE = new Date(0);

    private final MongoCollection<Document> waiting;
    private final MongoCollection<Document> finished;
    private final Clock wall;

    /** @param soleOwner true when this process alone uses the store, so that what a dead process leased is free at once */
    public WaitingDocuments(
            MongoCollection<Document> waiting, MongoCollection<Document> finished, Clock wall, boolean soleOwner) {
        this.waiting = waiting;
        this.finished = finished;
        this.wall = wall;
        if (soleOwner) {
            waiting.updateMany(new Document(), Updates.set("leasedUntil", FREE));
        }
    }

    /** Lets a document wait; returns false when one with its id waits already, and changes nothing then. */
    public boolean insert(Document document) {
        try {
            waiting.insertOne(new Document(document).append("leasedUntil", FREE));
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    /** Like {@link #insert}, but one that is finished does not wait again. */
    public void insertUnlessFinished(Document document) {
        if (finished.find(Filters.eq("_id", document.get("_id"))).first() == null) {
            insert(document);
        }
    }

    /** Takes documents that are due for the time of the lease, at most {@code limit}, longest due first. */
    public List<Document> lease(Instant now, Duration lease, int limit) {
        List<Document> leased = new ArrayList<>();
        Bson free = Filters.lte("leasedUntil", Date.from(wall.instant()));
        for (Document found : waiting.find(Filters.and(Filters.lte("dueAt", Date.from(now)), free))
                .sort(Sorts.ascending("dueAt"))
                .limit(limit)) {
            Date until = Date.from(wall.instant().plus(lease));
            boolean won = waiting.updateOne(
                                    Filters.and(Filters.eq("_id", found.get("_id")), free),
                                    Updates.set("leasedUntil", until))
                            .getModifiedCount()
                    == 1;
            if (won) {
                leased.add(found);
            }
        }
        return leased;
    }

    /** A try failed: the document waits for the next and is free for any worker. */
    public void postpone(String id, int attempts, @Nullable String lastAnswer, Instant dueAt) {
        waiting.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                        Updates.set("attempts", attempts),
                        Updates.set("lastAnswer", lastAnswer),
                        Updates.set("dueAt", Date.from(dueAt)),
                        Updates.set("leasedUntil", FREE)));
    }

    /** It is over, one way or the other. */
    public void finish(Document document) {
        Bson id = Filters.eq("_id", document.get("_id"));
        finished.replaceOne(id, document, new ReplaceOptions().upsert(true));
        waiting.deleteOne(id);
    }

    /** Documents that are due, leased ones included. */
    public long countDue(Instant now) {
        return waiting.countDocuments(Filters.lte("dueAt", Date.from(now)));
    }

    /** Forgets finished documents that were made before an instant; returns how many. */
    public long prune(Instant before) {
        return finished.deleteMany(Filters.lt("createdAt", Date.from(before))).getDeletedCount();
    }
}
