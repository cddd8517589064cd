package io.giaovan.store.outbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.store.document.StoredValues;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves events from the outboxes of aggregates into the mailboxes of their audience, at least once and in order per
 * aggregate. A write announces itself, so relaying follows at once; a scan at the start and every minute finds what a
 * crash left behind. Safe for concurrent use.
 */
@Context
public final class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long SCAN_EVERY_SECONDS = 60;

    private final MongoDatabase database;
    private final Wakeups wakeups;
    private final LinkedBlockingQueue<Aggregate> changed = new LinkedBlockingQueue<>();
    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicLong announced = new AtomicLong();
    private final Thread worker;
    private volatile boolean stopping;

    private record Aggregate(String collection, Object id) {}

    OutboxRelay(MongoDatabase database, Wakeups wakeups) {
        this.database = database;
        this.wakeups = wakeups;
        this.worker = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    /** Names a collection whose documents have an outbox, so that the repair scan reads it. */
    public void watch(String collection) {
        collections.add(collection);
        scan(collection);
    }

    /** Number of changed aggregates whose news is not yet in the mailboxes. */
    public int unfinished() {
        return unfinished.get();
    }

    /** Number of writes with news ever announced: while it stands still, no news was begun. */
    long announced() {
        return announced.get();
    }

    /** Says that a write with news is about to happen; close it after the write, whatever came of it. */
    public Announcement announce(String collection, Object id, List<Event> news) {
        collections.add(collection);
        if (!news.isEmpty()) {
            unfinished.incrementAndGet();
            announced.incrementAndGet();
        }
        return new Announcement(news.isEmpty() ? null : new Aggregate(collection, id));
    }

    /** A write that is under way. */
    public final class Announcement implements AutoCloseable {
        private final @Nullable Aggregate aggregate;
        private boolean written;

        private Announcement(@Nullable Aggregate aggregate) {
            this.aggregate = aggregate;
        }

        /** The write has happened. */
        public void written() {
            written = true;
        }

        @Override
        public void close() {
            if (aggregate == null) {
                return;
            }
            if (written) {
                changed.add(aggregate);
            } else {
                unfinished.decrementAndGet();
            }
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        worker.interrupt();
        worker.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        long nextScan = System.nanoTime() + TimeUnit.SECONDS.toNanos(SCAN_EVERY_SECONDS);
        while (!stopping) {
            try {
                Aggregate aggregate = changed.poll(1, TimeUnit.SECONDS);
                if (aggregate != null) {
                    relayAndCount(aggregate);
                }
                if (System.nanoTime() > nextScan) {
                    collections.forEach(this::scan);
                    nextScan = System.nanoTime() + TimeUnit.SECONDS.toNanos(SCAN_EVERY_SECONDS);
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                if (!stopping) {
                    LOG.warn("relaying failed, the next scan will find what is left: {}", trouble.toString());
                }
            }
        }
    }

    private void scan(String collection) {
        for (Document found : database.getCollection(collection)
                .find(Filters.exists("outbox.0"))
                .projection(Projections.include("_id"))) {
            unfinished.incrementAndGet();
            changed.add(new Aggregate(collection, StoredValues.required(found.get("_id"), "_id")));
        }
    }

    private void relayAndCount(Aggregate aggregate) {
        try {
            relay(aggregate);
            unfinished.decrementAndGet();
        } catch (MongoException trouble) {
            changed.add(aggregate);
            throw trouble;
        }
    }

    private void relay(Aggregate aggregate) {
        Document found = database.getCollection(aggregate.collection())
                .find(Filters.eq("_id", aggregate.id()))
                .projection(Projections.include("outbox"))
                .first();
        List<Document> outbox = found == null ? List.of() : found.getList("outbox", Document.class, List.of());
        if (outbox.isEmpty()) {
            return;
        }
        for (Document event : outbox) {
            EventType type = EventType.valueOf(StoredValues.textAt(event, "type"));
            for (Subscriber subscriber : type.audience()) {
                deliver(subscriber, event);
            }
        }
        database.getCollection(aggregate.collection())
                .updateOne(
                        Filters.eq("_id", aggregate.id()),
                        Updates.pull(
                                "outbox",
                                Filters.in(
                                        "id",
                                        outbox.stream()
                                                .map(event -> event.getString("id"))
                                                .toList())));
    }

    private void deliver(Subscriber subscriber, Document event) {
        try {
            database.getCollection(Mailbox.collection(subscriber))
                    .insertOne(new Document(event).append("_id", event.getString("id")));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
        wakeups.wake(subscriber);
    }
}
