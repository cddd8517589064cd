package io.giaovan.edge.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands deliveries that are due to whoever sends them, at most {@value #IN_FLIGHT_MAX} side by side, each for a lease that
 * is longer than a call may take. Safe for concurrent use.
 *
 * @param <D> a delivery; its {@code toString} may appear in a log
 */
public final class DeliveryPump<D> {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryPump.class);
    private static final int IN_FLIGHT_MAX = 32;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(10);

    private final String name;
    private final Queue<D> queue;
    private final Consumer<D> sender;
    private final Duration lease;
    private final Clock clock;
    private final Semaphore room = new Semaphore(IN_FLIGHT_MAX);
    private final Semaphore wakeups = new Semaphore(0);
    private volatile boolean stopping;

    /** Where due deliveries come from. */
    @FunctionalInterface
    public interface Queue<D> {
        /** Takes deliveries that are due for the time of the lease, at most {@code limit}. */
        List<D> lease(Instant now, Duration lease, int limit);
    }

    /**
     * A pump that stands still until {@link #start}.
     *
     * @param name of its threads
     * @param sender tries once and writes down what came of it
     * @param clock business time, in which deliveries are due
     */
    public DeliveryPump(String name, Queue<D> queue, Consumer<D> sender, OutgoingSettings settings, Clock clock) {
        this.name = name;
        this.queue = queue;
        this.sender = sender;
        this.lease = settings.connectTimeout().plus(settings.answerTimeout()).plus(LEASE_MARGIN);
        this.clock = clock;
    }

    public void start() {
        Thread.ofVirtual().name(name).start(this::run);
    }

    /** Something was queued: look at once. */
    public void wake() {
        wakeups.release();
    }

    /** Takes nothing more; what is under way goes on. */
    public void stop() {
        stopping = true;
        wake();
    }

    private void run() {
        while (!stopping) {
            try {
                if (wakeups.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeups.drainPermits();
                }
                sendDue();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                if (!stopping) {
                    LOG.warn("the queue of {} will be read again: {}", name, trouble.toString());
                }
            }
        }
    }

    private void sendDue() {
        int places = room.availablePermits();
        if (places == 0) {
            return;
        }
        for (D delivery : queue.lease(clock.instant(), lease, places)) {
            room.acquireUninterruptibly();
            Thread.ofVirtual().name(name + "-call").start(() -> {
                try {
                    sender.accept(delivery);
                } catch (RuntimeException trouble) {
                    LOG.warn("{} of {} will be sent after its lease: {}", delivery, name, trouble.toString());
                } finally {
                    room.release();
                    wake();
                }
            });
        }
    }
}
