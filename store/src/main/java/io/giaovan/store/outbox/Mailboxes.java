package io.giaovan.store.outbox;

import com.mongodb.client.MongoDatabase;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.store.document.StoreSettings;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one mailbox for each subscriber that has handlers in this process. */
@Singleton
public final class Mailboxes implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);

    private final Map<Subscriber, Mailbox> mailboxes = new EnumMap<>(Subscriber.class);
    private final Wakeups wakeups;
    private final MailboxSettings settings;
    private final AtomicInteger busy = new AtomicInteger();
    private volatile boolean stopping;

    Mailboxes(
            List<EventHandler> handlers,
            MongoDatabase database,
            EventCodec codec,
            Wakeups wakeups,
            MailboxSettings settings,
            StoreSettings store,
            @Named("wall") Clock wall) {
        this.wakeups = wakeups;
        this.settings = settings;
        if (store.soleOwner()) {
            database.getCollection("mailbox_leases").deleteMany(new Document());
        }
        String process = UUID.randomUUID().toString();
        for (Subscriber subscriber : Subscriber.values()) {
            List<EventHandler> mine = handlers.stream()
                    .filter(handler -> handler.subscriber() == subscriber)
                    .toList();
            if (!mine.isEmpty()) {
                mailboxes.put(subscriber, new Mailbox(subscriber, mine, database, codec, settings, wall, process));
            }
        }
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        mailboxes.forEach((subscriber, mailbox) ->
                Thread.ofVirtual().name("mailbox-" + subscriber).start(() -> run(subscriber, mailbox)));
    }

    /** Events that wait in this process's mailboxes or are being handled. */
    public long unfinished() {
        return busy.get()
                + mailboxes.values().stream().mapToLong(Mailbox::waiting).sum();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        mailboxes.values().forEach(Mailbox::close);
    }

    private void run(Subscriber subscriber, Mailbox mailbox) {
        while (!stopping) {
            try {
                wakeups.await(subscriber, settings.poll().toMillis());
                busy.incrementAndGet();
                try {
                    while (!stopping && mailbox.drain()) {
                        Thread.onSpinWait();
                    }
                } finally {
                    busy.decrementAndGet();
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                if (!stopping) {
                    LOG.warn("mailbox of {} will be read again: {}", subscriber, trouble.toString());
                }
            }
        }
    }
}
