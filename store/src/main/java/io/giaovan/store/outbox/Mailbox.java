package io.giaovan.store.outbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.store.document.StoredValues;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail of one subscriber. One process at a time drains it, by a lease; subjects are handled side by side, the
 * events of one subject strictly in order. What was heard of a subject is remembered, so a redelivered event is dropped.
 */
final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int FETCH_MAX = 1_000;
    private static final int SUBJECTS_AT_ONCE_MAX = 8;
    private static final int RETRY_SECONDS_MAX = 30;

    private final Subscriber subscriber;
    private final List<EventHandler> handlers;
    private final MongoDatabase database;
    private final EventCodec codec;
    private final MailboxSettings settings;
    private final Clock wall;
    private final String process;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(SUBJECTS_AT_ONCE_MAX);
    private final Map<String, Retry> retries = new ConcurrentHashMap<>();
    private Instant leasedUntil = Instant.EPOCH;

    private record Retry(int attempts, Instant notBefore) {}

    Mailbox(
            Subscriber subscriber,
            List<EventHandler> handlers,
            MongoDatabase database,
            EventCodec codec,
            MailboxSettings settings,
            Clock wall,
            String process) {
        this.subscriber = subscriber;
        this.handlers = handlers;
        this.database = database;
        this.codec = codec;
        this.settings = settings;
        this.wall = wall;
        this.process = process;
    }

    static String collection(Subscriber subscriber) {
        return "mailbox_" + subscriber.name().toLowerCase(Locale.ROOT);
    }

    long waiting() {
        return mail().countDocuments();
    }

    /** Handles what is there. Returns whether anything was handled, so that the caller looks again at once. */
    boolean drain() throws InterruptedException {
        if (!holdsLease()) {
            return false;
        }
        Map<String, List<Document>> bySubject = new LinkedHashMap<>();
        for (Document mail : mail().find().limit(FETCH_MAX)) {
            bySubject.computeIfAbsent(subjectKey(mail), _ -> new ArrayList<>()).add(mail);
        }
        List<Callable<Boolean>> work = new ArrayList<>();
        bySubject.forEach((subject, mails) -> {
            Retry retry = retries.get(subject);
            if (retry == null || !wall.instant().isBefore(retry.notBefore())) {
                mails.sort(Comparator.comparingLong(mail -> StoredValues.longAt(mail, "sequence")));
                work.add(() -> handleSubject(subject, mails));
            }
        });
        boolean any = false;
        for (var done : threads.invokeAll(work)) {
            any |= done.state() == java.util.concurrent.Future.State.SUCCESS && done.resultNow();
        }
        return any;
    }

    void close() {
        threads.close();
        leases().deleteOne(Filters.and(Filters.eq("_id", subscriber.name()), Filters.eq("process", process)));
    }

    private boolean handleSubject(String subject, List<Document> mails) throws InterruptedException {
        places.acquire();
        try {
            Document heard = heard().find(Filters.eq("_id", subject)).first();
            long lastSequence = heard == null ? -1 : StoredValues.longAt(heard, "sequence");
            for (Document mail : mails) {
                long sequence = StoredValues.longAt(mail, "sequence");
                if (sequence > lastSequence) {
                    if (!handled(subject, mail)) {
                        return false;
                    }
                    heard().replaceOne(
                                    Filters.eq("_id", subject),
                                    new Document("_id", subject).append("sequence", sequence),
                                    new ReplaceOptions().upsert(true));
                    lastSequence = sequence;
                }
                mail().deleteOne(Filters.eq("_id", mail.get("_id")));
            }
            retries.remove(subject);
            return true;
        } finally {
            places.release();
        }
    }

    /** Returns false when the event has to wait for another try. */
    private boolean handled(String subject, Document mail) {
        Event event = codec.fromDocument(mail);
        try {
            for (EventHandler handler : handlers) {
                if (handler.type() == event.type()) {
                    handler.handle(event);
                }
            }
            return true;
        } catch (RuntimeException trouble) {
            return afterTrouble(subject, mail, event, trouble);
        }
    }

    private boolean afterTrouble(String subject, Document mail, Event event, RuntimeException trouble) {
        Retry before = retries.getOrDefault(subject, new Retry(0, Instant.EPOCH));
        int attempts = before.attempts() + 1;
        if (attempts >= settings.attemptsMax()) {
            LOG.error("event {} of {} is parked after {} attempts", event.type(), event.subject(), attempts, trouble);
            database.getCollection("mailbox_parked")
                    .replaceOne(
                            Filters.eq("_id", mail.get("_id")),
                            new Document(mail).append("subscriber", subscriber.name()),
                            new ReplaceOptions().upsert(true));
            return true;
        }
        LOG.warn("event {} of {} will be tried again: {}", event.type(), event.subject(), trouble.toString());
        long waitMillis = Math.min(RETRY_SECONDS_MAX * 1000L, 100L << Math.min(attempts, 12));
        retries.put(subject, new Retry(attempts, wall.instant().plusMillis(waitMillis)));
        return false;
    }

    private boolean holdsLease() {
        Instant now = wall.instant();
        if (now.isBefore(leasedUntil.minus(settings.lease().dividedBy(2)))) {
            return true;
        }
        Instant until = now.plus(settings.lease());
        Document taken = leases().findOneAndUpdate(
                        Filters.and(
                                Filters.eq("_id", subscriber.name()),
                                Filters.or(Filters.eq("process", process), Filters.lt("until", Date.from(now)))),
                        Updates.combine(Updates.set("process", process), Updates.set("until", Date.from(until))));
        if (taken == null && !firstLease(until)) {
            return false;
        }
        leasedUntil = until;
        return true;
    }

    private boolean firstLease(Instant until) {
        try {
            leases().insertOne(new Document("_id", subscriber.name())
                    .append("process", process)
                    .append("until", Date.from(until)));
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    private static String subjectKey(Document mail) {
        return mail.getString("source") + "|" + mail.getString("type") + "|" + mail.getString("subject");
    }

    private MongoCollection<Document> mail() {
        return database.getCollection(collection(subscriber));
    }

    private MongoCollection<Document> heard() {
        return database.getCollection("heard_" + subscriber.name().toLowerCase(Locale.ROOT));
    }

    private MongoCollection<Document> leases() {
        return database.getCollection("mailbox_leases");
    }
}
