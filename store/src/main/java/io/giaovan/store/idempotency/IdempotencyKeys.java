package io.giaovan.store.idempotency;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * Remembers answers by key, durably. A claim left behind by a process that died is given to the next caller, so what
 * runs under a key must itself be repeatable (ids derived from the key, unique keys). Answers are kept for 31 days.
 */
@Singleton
public final class IdempotencyKeys {
    public static final Duration KEPT = Duration.ofDays(31);
    public static final int KEY_LENGTH_MAX = 255;
    private static final Duration CLAIM_OF_OTHERS = Duration.ofSeconds(60);
    /** Whose claims are that a process left which was the only one and has died. */
    private static final String NOBODY = "";

    private final MongoCollection<Document> keys;
    private final Clock wall;
    private final String process = UUID.randomUUID().toString();

    IdempotencyKeys(MongoDatabase database, StoreSettings settings, @Named("wall") Clock wall) {
        this.keys = database.getCollection("idempotency_keys");
        this.wall = wall;
        if (settings.soleOwner()) {
            keys.updateMany(Filters.eq("status", null), Updates.set("process", NOBODY));
        }
    }

    /**
     * Asks whether to run a request.
     *
     * @param scope who asks and what for, for instance merchant and route
     * @param key the caller's key, at most {@value #KEY_LENGTH_MAX} characters
     * @param fingerprint digest of the request
     */
    public Claim claim(String scope, String key, String fingerprint) {
        String id = id(scope, key);
        Document claim = new Document("_id", id)
                .append("schema", 1)
                .append("fingerprint", fingerprint)
                .append("process", process)
                .append("claimedAt", Date.from(wall.instant()))
                .append("status", null)
                .append("body", null);
        try {
            keys.insertOne(claim);
            return new Claim.Run(false);
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
        }
        Document found = keys.find(Filters.eq("_id", id)).first();
        if (found == null) {
            return new Claim.InFlight();
        }
        if (!fingerprint.equals(found.getString("fingerprint"))) {
            return new Claim.OtherRequest();
        }
        Integer status = found.getInteger("status");
        if (status != null) {
            return new Claim.Replay(new Answer(status, StoredValues.textAt(found, "body")));
        }
        return takeOver(id, found) ? new Claim.Run(true) : new Claim.InFlight();
    }

    /** Remembers the answer; later requests with the key get it again. */
    public void answered(String scope, String key, Answer answer) {
        keys.updateOne(
                Filters.eq("_id", id(scope, key)),
                Updates.combine(Updates.set("status", answer.status()), Updates.set("body", answer.body())));
    }

    /** Gives the key free again, for a request that was refused before anything happened. */
    public void forget(String scope, String key) {
        keys.deleteOne(Filters.and(Filters.eq("_id", id(scope, key)), Filters.eq("status", null)));
    }

    /** Deletes answers older than {@link #KEPT}; returns how many. */
    public long prune() {
        return keys.deleteMany(Filters.lt("claimedAt", Date.from(wall.instant().minus(KEPT))))
                .getDeletedCount();
    }

    private boolean takeOver(String id, Document found) {
        String owner = StoredValues.textAt(found, "process");
        boolean expired = owner.equals(NOBODY)
                || StoredValues.instantAt(found, "claimedAt")
                        .plus(CLAIM_OF_OTHERS)
                        .isBefore(wall.instant());
        if (owner.equals(process) || !expired) {
            return false;
        }
        return keys.updateOne(
                                Filters.and(
                                        Filters.eq("_id", id),
                                        Filters.eq("process", owner),
                                        Filters.eq("status", null)),
                                Updates.combine(
                                        Updates.set("process", process),
                                        Updates.set("claimedAt", Date.from(wall.instant()))))
                        .getModifiedCount()
                == 1;
    }

    private static String id(String scope, String key) {
        return scope + "|" + key;
    }
}
