package io.giaovan.integrations.sync.inbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.edge.access.Secrets;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Three collections, so that the one that is searched stays small: messages that wait, parked ones, and the ids of those
 * done. A claim moves the time at which a message becomes visible; the lane of an invisible message waits.
 */
@Singleton
final class MongoInbox implements Inbox {
    private final MongoCollection<Document> waiting;
    private final MongoCollection<Document> parked;
    private final MongoCollection<Document> done;
    private final Clock wall;
    private final Wakeup wakeup;
    private final AtomicLong tie = new AtomicLong();

    MongoInbox(MongoDatabase database, @Named("wall") Clock wall, Wakeup wakeup) {
        this.waiting = database.getCollection("integrations_messages");
        this.parked = database.getCollection("integrations_parked");
        this.done = database.getCollection("integrations_done");
        this.wall = wall;
        this.wakeup = wakeup;
    }

    @Override
    public boolean store(NewMessage message) {
        String id = Secrets.digest(message.box() + "|" + message.key()).substring(0, 40);
        if (isIn(done, id) || isIn(parked, id)) {
            return false;
        }
        Instant now = wall.instant();
        return insertWaiting(new Document("_id", id)
                .append("schema", 1)
                .append("box", message.box())
                .append("lane", laneKey(message.box(), message.lane()))
                .append("body", message.body())
                .append("storedAt", Date.from(now))
                .append("position", nextPosition(now))
                .append("visibleAt", Date.from(now.plus(message.delay())))
                .append("attempts", 0));
    }

    @Override
    public long waiting(String box) {
        return waiting.countDocuments(Filters.eq("box", box));
    }

    @Override
    public List<Message> listDue(int max) {
        Date now = Date.from(wall.instant());
        List<String> blocked = new ArrayList<>();
        for (Document later : waiting.find(Filters.gt("visibleAt", now)).projection(new Document("lane", 1))) {
            blocked.add(StoredValues.textAt(later, "lane"));
        }
        Bson due = Filters.lte("visibleAt", now);
        List<Message> messages = new ArrayList<>();
        for (Document found : waiting.find(blocked.isEmpty() ? due : Filters.and(due, Filters.nin("lane", blocked)))
                .sort(Sorts.ascending("position"))
                .limit(max)) {
            messages.add(message(found));
        }
        return messages;
    }

    @Override
    public Optional<Message> claim(Message message, Duration lease) {
        Instant now = wall.instant();
        boolean won = waiting.updateOne(
                                Filters.and(Filters.eq("_id", message.id()), Filters.lte("visibleAt", Date.from(now))),
                                Updates.combine(
                                        Updates.set("visibleAt", Date.from(now.plus(lease))),
                                        Updates.inc("attempts", 1)))
                        .getModifiedCount()
                == 1;
        if (!won) {
            return Optional.empty();
        }
        if (isIn(done, message.id())) {
            drop(message);
            return Optional.empty();
        }
        return Optional.of(new Message(
                message.id(),
                message.box(),
                message.lane(),
                message.body(),
                message.storedAt(),
                message.attempts() + 1));
    }

    @Override
    public void finish(Message message) {
        done.replaceOne(
                Filters.eq("_id", message.id()),
                new Document("_id", message.id()).append("at", Date.from(wall.instant())),
                new ReplaceOptions().upsert(true));
        drop(message);
        parked.deleteOne(Filters.eq("_id", message.id()));
    }

    @Override
    public void postpone(Message message, Duration wait) {
        waiting.updateOne(
                Filters.eq("_id", message.id()),
                Updates.set("visibleAt", Date.from(wall.instant().plus(wait))));
    }

    @Override
    public void park(Message message, String reason) {
        Document found = waiting.find(Filters.eq("_id", message.id())).first();
        if (found == null) {
            return;
        }
        parked.replaceOne(
                Filters.eq("_id", message.id()),
                found.append("reason", reason).append("parkedAt", Date.from(wall.instant())),
                new ReplaceOptions().upsert(true));
        drop(message);
    }

    @Override
    public void drop(Message message) {
        waiting.deleteOne(Filters.eq("_id", message.id()));
    }

    @Override
    public List<ParkedMessage> listParked(int max) {
        List<ParkedMessage> messages = new ArrayList<>();
        for (Document found : parked.find().sort(Sorts.ascending("parkedAt")).limit(max)) {
            messages.add(new ParkedMessage(
                    StoredValues.textAt(found, "_id"),
                    StoredValues.textAt(found, "box"),
                    StoredValues.textAt(found, "lane"),
                    StoredValues.textAt(found, "reason"),
                    (int) StoredValues.longAt(found, "attempts"),
                    StoredValues.instantAt(found, "parkedAt")));
        }
        return messages;
    }

    @Override
    public boolean replay(String id) {
        Document found = parked.find(Filters.eq("_id", id)).first();
        if (found == null) {
            return false;
        }
        found.remove("reason");
        found.remove("parkedAt");
        Instant now = wall.instant();
        insertWaiting(
                found.append("attempts", 0).append("visibleAt", Date.from(now)).append("position", nextPosition(now)));
        parked.deleteOne(Filters.eq("_id", id));
        return true;
    }

    @Override
    public void freeClaims() {
        Date now = Date.from(wall.instant());
        waiting.updateMany(Filters.gt("visibleAt", now), Updates.set("visibleAt", now));
    }

    @Override
    public long prune(Duration rememberedFor) {
        return done.deleteMany(Filters.lt("at", Date.from(wall.instant().minus(rememberedFor))))
                .getDeletedCount();
    }

    private boolean insertWaiting(Document document) {
        try {
            waiting.insertOne(document);
            wakeup.signal();
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    /** Sorts by the time of storing, then by the order within this process. */
    private String nextPosition(Instant now) {
        return "%013d-%012d".formatted(now.toEpochMilli(), tie.incrementAndGet());
    }

    private static boolean isIn(MongoCollection<Document> collection, String id) {
        return collection.find(Filters.eq("_id", id)).first() != null;
    }

    private static String laneKey(String box, String lane) {
        return box + "|" + lane;
    }

    private static Message message(Document found) {
        return new Message(
                StoredValues.textAt(found, "_id"),
                StoredValues.textAt(found, "box"),
                StoredValues.textAt(found, "lane"),
                StoredValues.textAt(found, "body"),
                StoredValues.instantAt(found, "storedAt"),
                (int) StoredValues.longAt(found, "attempts"));
    }
}
