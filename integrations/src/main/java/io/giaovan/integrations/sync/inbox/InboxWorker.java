package io.giaovan.integrations.sync.inbox;

import io.giaovan.integrations.sync.SyncSettings;
import io.giaovan.store.document.StoreSettings;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands stored messages to their handlers: lanes side by side, the messages of one lane strictly in order. */
@Singleton
final class InboxWorker implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long PRUNE_EVERY_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int FETCH_MAX = 500;

    private final Inbox inbox;
    private final Map<String, BoxHandler> handlers;
    private final SyncSettings settings;
    private final StoreSettings store;
    private final Wakeup wakeup;
    private final RandomGenerator random;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    InboxWorker(
            Inbox inbox,
            List<BoxHandler> handlers,
            SyncSettings settings,
            StoreSettings store,
            Wakeup wakeup,
            @Named("sync") RandomGenerator random) {
        this.inbox = inbox;
        this.handlers = handlers.stream().collect(Collectors.toMap(BoxHandler::box, Function.identity()));
        this.settings = settings;
        this.store = store;
        this.wakeup = wakeup;
        this.random = random;
        this.places = new Semaphore(settings.lanesMax());
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (store.soleOwner()) {
            inbox.freeClaims();
        }
        Thread.ofVirtual().name("inbox").start(this::run);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private void run() {
        long nextPrune = System.nanoTime();
        while (!stopping) {
            try {
                wakeup.await(LOOK_EVERY_MILLIS);
                startLanes();
                if (System.nanoTime() - nextPrune >= 0) {
                    inbox.prune(settings.rememberedFor());
                    nextPrune = System.nanoTime() + PRUNE_EVERY_NANOS;
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                if (!stopping) {
                    LOG.warn("the inbox will be read again: {}", trouble.toString());
                }
            }
        }
    }

    private void startLanes() throws InterruptedException {
        Map<String, List<Message>> lanes = new LinkedHashMap<>();
        for (Message message : inbox.listDue(FETCH_MAX)) {
            lanes.computeIfAbsent(message.lane(), _ -> new ArrayList<>()).add(message);
        }
        for (Map.Entry<String, List<Message>> lane : lanes.entrySet()) {
            if (!stopping && running.add(lane.getKey())) {
                places.acquire();
                threads.execute(() -> runLane(lane.getKey(), lane.getValue()));
            }
        }
    }

    private void runLane(String lane, List<Message> messages) {
        boolean allHandled = false;
        try {
            allHandled = messages.stream().allMatch(message -> !stopping && handled(message));
        } catch (RuntimeException trouble) {
            if (!stopping) {
                LOG.warn("lane {} will be read again: {}", lane, trouble.toString());
            }
        } finally {
            running.remove(lane);
            places.release();
        }
        if (allHandled) {
            wakeup.signal();
        }
    }

    /** Returns false when the lane has to wait. */
    private boolean handled(Message due) {
        BoxHandler handler = handlers.get(due.box());
        Message message =
                handler == null ? null : inbox.claim(due, settings.claim()).orElse(null);
        if (handler == null || message == null) {
            return false;
        }
        try {
            handler.handle(message);
            inbox.finish(message);
            return true;
        } catch (RuntimeException trouble) {
            return afterTrouble(handler, message, trouble);
        }
    }

    private boolean afterTrouble(BoxHandler handler, Message message, RuntimeException trouble) {
        switch (Verdict.on(trouble)) {
            case Verdict.TryAgain again
            when message.attempts() < settings.attemptsMax() -> {
                LOG.debug("{} will be tried again: {}", message, again.reason());
                Duration backOff = backOff(message.attempts());
                inbox.postpone(message, backOff.compareTo(again.waitAtLeast()) > 0 ? backOff : again.waitAtLeast());
                return false;
            }
            case Verdict.TryAgain again -> giveUp(handler, message, again.reason(), trouble);
            case Verdict.GiveUp refused -> giveUp(handler, message, refused.reason(), trouble);
        }
        return true;
    }

    private void giveUp(BoxHandler handler, Message message, String reason, RuntimeException trouble) {
        if (handler.parks()) {
            LOG.warn("{} is parked after {} attempts: {}", message, message.attempts(), reason);
            LOG.debug("why {} is parked", message, trouble);
            inbox.park(message, reason);
        } else {
            LOG.info("{} is dropped after {} attempts: {}", message, message.attempts(), reason);
            inbox.drop(message);
        }
    }

    private Duration backOff(int attempts) {
        long millis = Math.min(settings.backOffMax().toMillis(), 50L << Math.min(attempts, 20));
        return Duration.ofMillis((long) (millis * (0.8 + 0.4 * random.nextDouble())));
    }
}
