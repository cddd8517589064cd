package io.giaovan.integrations.sync.poll;

import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each poll when its time has come on the business clock; a poll that failed is repeated after a second. */
@Singleton
final class PollWorker implements ApplicationEventListener<ServerStartupEvent>, UnfinishedWork {
    private static final Logger LOG = LoggerFactory.getLogger(PollWorker.class);
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final long LIST_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long REPEAT_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final List<Poller> pollers;
    private final Clock clock;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    /** A source and when it is asked next; {@code running} and {@code notBefore} belong to this process. */
    private static final class Source {
        final Poller poller;
        volatile Instant due;
        volatile boolean running;
        volatile long notBeforeNanos = System.nanoTime();

        Source(Poller poller, Instant due) {
            this.poller = poller;
            this.due = due;
        }
    }

    PollWorker(List<Poller> pollers, Clock clock) {
        this.pollers = List.copyOf(pollers);
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        Thread.ofVirtual().name("polls").start(this::run);
    }

    @Override
    public String name() {
        return "polls";
    }

    @Override
    public long unfinished() {
        Instant now = clock.instant();
        return sources.values().stream()
                .filter(source -> source.running || !now.isBefore(source.due))
                .count();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        threads.shutdownNow();
    }

    private void run() {
        long nextList = System.nanoTime();
        while (!stopping) {
            try {
                if (System.nanoTime() - nextList >= 0) {
                    listSources();
                    nextList = System.nanoTime() + LIST_EVERY_NANOS;
                }
                sources.forEach(this::startIfDue);
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                if (!stopping) {
                    LOG.warn("polls will be looked at again: {}", trouble.toString());
                }
            }
        }
    }

    private void listSources() {
        for (Poller poller : pollers) {
            Instant firstDue = clock.instant().plus(poller.every());
            for (String source : poller.listSources()) {
                sources.computeIfAbsent(source, _ -> new Source(poller, firstDue));
            }
        }
    }

    private void startIfDue(String name, Source source) {
        Instant now = clock.instant();
        if (source.running || now.isBefore(source.due) || System.nanoTime() - source.notBeforeNanos < 0) {
            return;
        }
        source.running = true;
        threads.execute(() -> poll(name, source, now));
    }

    private void poll(String name, Source source, Instant now) {
        try {
            source.poller.poll(name, now);
            Duration every = source.poller.every();
            source.due = now.plus(every);
        } catch (RuntimeException trouble) {
            if (!stopping) {
                LOG.info("poll of {} will be repeated: {}", name, trouble.toString());
            }
            source.notBeforeNanos = System.nanoTime() + REPEAT_AFTER_NANOS;
        } finally {
            source.running = false;
        }
    }
}
