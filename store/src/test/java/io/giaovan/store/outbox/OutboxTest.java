package io.giaovan.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.ShiftEvent;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.document.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    private final TestMongo mongo = TestMongo.start();
    private final Wakeups wakeups = new Wakeups();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private OutboxRelay relay;
    private Mailboxes mailboxes;
    private AggregateWriter writer;

    @BeforeEach
    void start() {
        relay = new OutboxRelay(mongo.database(), wakeups);
        writer = new AggregateWriter(mongo.database(), new EventCodec(), relay);
        mailboxes = mailboxes();
        mailboxes.onApplicationEvent(null);
    }

    @AfterEach
    void stop() throws InterruptedException {
        mailboxes.stop();
        relay.stop();
        mongo.close();
    }

    @Test
    void newsOfOneAggregateIsHeardOnceAndInOrder() throws InterruptedException {
        assertThat(writer.insert("shifts", new Document("_id", "s1"), List.of(event("s1", 1))))
                .isTrue();
        for (int version = 1; version < 20; version++) {
            assertThat(writer.update("shifts", new Document("_id", "s1"), version, List.of(event("s1", version + 1))))
                    .isTrue();
        }

        awaitQuiet();

        assertThat(heard).hasSize(20).first().isEqualTo("s1#1");
        assertThat(heard.stream().map(OutboxTest::number).toList()).isSorted();
    }

    @Test
    void newsBegunWhileTheBacklogIsCountedIsNotMissed() throws InterruptedException {
        UnfinishedWork beginning = new UnfinishedWork() {
            private boolean done;

            @Override
            public String name() {
                return "a worker that ends by telling";
            }

            @Override
            public long unfinished() {
                if (!done) {
                    done = true;
                    writer.insert("shifts", new Document("_id", "s1"), List.of(event("s1", 1)));
                }
                return 0;
            }
        };
        Backlog backlog = new Backlog(relay, mailboxes, List.of(beginning));

        assertThat(backlog.unfinished()).isPositive();
        awaitQuiet();

        assertThat(backlog.unfinished()).isZero();
        assertThat(heard).containsExactly("s1#1");
    }

    @Test
    void aLostRaceTellsNothing() throws InterruptedException {
        writer.insert("shifts", new Document("_id", "s1"), List.of());

        boolean won = writer.update("shifts", new Document("_id", "s1"), 7, List.of(event("s1", 2)));
        awaitQuiet();

        assertThat(won).isFalse();
        assertThat(heard).isEmpty();
    }

    @Test
    void aTakenKeyTellsNothing() throws InterruptedException {
        writer.insert("shifts", new Document("_id", "s1"), List.of(event("s1", 1)));

        boolean inserted = writer.insert("shifts", new Document("_id", "s1"), List.of(event("s1", 2)));
        awaitQuiet();

        assertThat(inserted).isFalse();
        assertThat(heard).containsExactly("s1#1");
    }

    @Test
    void aFailingHandlerIsTriedAgainAndHoldsBackOnlyItsOwnSubject() throws InterruptedException {
        failures.set(3);
        writer.insert("shifts", new Document("_id", "bad"), List.of(event("bad", 1), event("bad", 2)));
        writer.insert("shifts", new Document("_id", "good"), List.of(event("good", 1)));

        awaitQuiet();

        assertThat(heard).containsExactlyInAnyOrder("good#1", "bad#1", "bad#2");
        assertThat(heard.indexOf("bad#1")).isLessThan(heard.indexOf("bad#2"));
        assertThat(heard.indexOf("good#1")).isLessThan(heard.indexOf("bad#1"));
    }

    @Test
    void newsLeftByACrashIsFoundByTheScan() throws InterruptedException {
        mongo.database()
                .getCollection("shifts")
                .insertOne(new Document("_id", "s9")
                        .append("version", 1L)
                        .append("outbox", List.of(new EventCodec().toDocument(event("s9", 1)))));

        relay.watch("shifts");
        awaitQuiet();

        assertThat(heard).containsExactly("s9#1");
    }

    @Test
    void aRedeliveredEventIsDropped() throws InterruptedException {
        writer.insert("shifts", new Document("_id", "s1"), List.of(event("s1", 1)));
        awaitQuiet();

        mongo.database()
                .getCollection(Mailbox.collection(Subscriber.PAYMENT_GATEWAY))
                .insertOne(new EventCodec().toDocument(event("s1", 1)).append("_id", "again"));
        wakeups.wake(Subscriber.PAYMENT_GATEWAY);
        awaitQuiet();

        assertThat(heard).containsExactly("s1#1");
    }

    private Mailboxes mailboxes() {
        EventHandler handler = new EventHandler() {
            @Override
            public Subscriber subscriber() {
                return Subscriber.PAYMENT_GATEWAY;
            }

            @Override
            public EventType type() {
                return EventType.SHIFT_CHANGED;
            }

            @Override
            public void handle(Event event) {
                if (event.subject().equals("bad") && failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("planted");
                }
                heard.add(event.subject() + "#" + event.sequence());
            }
        };
        return new Mailboxes(
                List.of(handler),
                mongo.database(),
                new EventCodec(),
                wakeups,
                new MailboxSettings(Duration.ofMillis(20), Duration.ofSeconds(5), 50),
                new StoreSettings(mongo.uri(), mongo.databaseName(), true),
                Clock.systemUTC());
    }

    private static Event event(String shift, long sequence) {
        return new Event(
                shift + "-" + sequence,
                "/routing-engine",
                EventType.SHIFT_CHANGED,
                shift,
                sequence,
                NOON,
                new ShiftEvent(shift, "c1", "d1", Money.vnd(sequence), NOON));
    }

    private static int number(String heardEvent) {
        return Integer.parseInt(heardEvent.substring(heardEvent.indexOf('#') + 1));
    }

    private void awaitQuiet() throws InterruptedException {
        Backlog backlog = new Backlog(relay, mailboxes, List.of());
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (backlog.unfinished() > 0) {
            assertThat(System.nanoTime()).as("quiet within 20 s").isLessThan(deadline);
            Thread.sleep(5);
        }
    }
}
