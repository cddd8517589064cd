package io.giaovan.orderservice.order;

import io.giaovan.contracts.order.OrderId;
import io.giaovan.orderservice.order.Outcome.Moved;
import io.giaovan.orderservice.order.Outcome.Refused;
import io.giaovan.orderservice.order.Outcome.Unchanged;
import io.giaovan.orderservice.order.Step.Lane;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the steps that are due. What is due is read from the order itself, so nothing is lost by a crash: a scan at the
 * start and every minute finds it. Orders run side by side; the steps of one order never overlap. A failed step holds
 * back its lane and is tried again, later every time.
 */
@Singleton
final class StepWorker implements ApplicationEventListener<StartupEvent>, UnfinishedWork {
    private static final Logger LOG = LoggerFactory.getLogger(StepWorker.class);
    private static final int LOCKS = 256;

    private final MongoOrders orders;
    private final Map<Step, OrderStep> handlers = new EnumMap<>(Step.class);
    private final OrderSettings settings;
    private final Map<OrderId, Task> tasks = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];
    private final Semaphore places;
    private volatile boolean scanning;
    private volatile boolean stopping;

    /** An order with due steps; {@code signals} says that something became due again, {@code ended} closes it. */
    private static final class Task {
        private final Semaphore signals = new Semaphore(1);
        private volatile Thread thread = Thread.currentThread();
    }

    StepWorker(MongoOrders orders, List<OrderStep> contributed, OrderSettings settings) {
        this.orders = orders;
        this.settings = settings;
        this.places = new Semaphore(settings.ordersAtOnceMax());
        for (OrderStep handler : contributed) {
            OrderStep other = handlers.put(handler.step(), handler);
            if (other != null) {
                throw new IllegalStateException(
                        handler.step() + " is done by " + handler.getClass() + " and by " + other.getClass());
            }
        }
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        scanning = true;
        Thread.ofVirtual().name("order-steps-scan").start(this::scanRepeatedly);
    }

    @Override
    public String name() {
        return "order steps";
    }

    @Override
    public long unfinished() {
        // Until the first scan is through, nobody knows what a dead process left.
        return (scanning ? 1 : 0) + tasks.size() + writes.get();
    }

    /** Says that a write is about to make steps due; close it after the write, whatever came of it. */
    Announcement announce(OrderId orderId) {
        writes.incrementAndGet();
        return new Announcement(orderId);
    }

    /** A write that is under way. */
    final class Announcement implements AutoCloseable {
        private final OrderId orderId;
        private boolean written;

        private Announcement(OrderId orderId) {
            this.orderId = orderId;
        }

        void written() {
            written = true;
        }

        @Override
        public void close() {
            if (written) {
                wake(orderId);
            }
            writes.decrementAndGet();
        }
    }

    /** Does the due steps of one order in the calling thread, each once. */
    void runNow(OrderId orderId) {
        runDue(orderId);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        tasks.values().forEach(task -> task.thread.interrupt());
    }

    private void wake(OrderId orderId) {
        tasks.compute(orderId, (_, running) -> {
            if (running != null) {
                running.signals.release();
                return running;
            }
            Task task = new Task();
            task.thread = Thread.ofVirtual().name("order-steps-" + orderId).unstarted(() -> run(orderId, task));
            task.thread.start();
            return task;
        });
    }

    private void run(OrderId orderId, Task task) {
        int failures = 0;
        try {
            while (!stopping && !Thread.currentThread().isInterrupted()) {
                task.signals.drainPermits();
                boolean clean = runInPlace(orderId);
                failures = clean ? 0 : failures + 1;
                if (clean && endedUnlessSignalled(orderId, task)) {
                    return;
                }
                if (!clean && !task.signals.tryAcquire(pause(failures).toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.debug("steps of {} are tried again", orderId);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        tasks.remove(orderId, task);
    }

    private boolean endedUnlessSignalled(OrderId orderId, Task task) {
        return tasks.computeIfPresent(orderId, (_, current) -> task.signals.availablePermits() > 0 ? current : null)
                == null;
    }

    private boolean runInPlace(OrderId orderId) throws InterruptedException {
        places.acquire();
        try {
            return runDue(orderId);
        } catch (RuntimeException trouble) {
            if (!stopping) {
                LOG.warn("the steps of {} will be tried again: {}", orderId, trouble.toString());
            }
            return false;
        } finally {
            places.release();
        }
    }

    /** Returns whether nothing is left. */
    private boolean runDue(OrderId orderId) {
        ReentrantLock lock = locks[Math.floorMod(orderId.hashCode(), LOCKS)];
        lock.lock();
        try {
            Set<Lane> heldBack = EnumSet.noneOf(Lane.class);
            while (true) {
                Optional<Order> order = orders.find(orderId);
                Optional<DueStep> next = order.flatMap(found -> next(found, heldBack));
                if (next.isEmpty()) {
                    return heldBack.isEmpty();
                }
                if (!done(order.orElseThrow(), next.get())) {
                    heldBack.add(next.get().step().lane());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private static Optional<DueStep> next(Order order, Set<Lane> heldBack) {
        return order.due().stream()
                .filter(due -> !heldBack.contains(due.step().lane()))
                .findFirst();
    }

    private boolean done(Order order, DueStep due) {
        OrderStep handler = handlers.get(due.step());
        List<OrderEvent> learned;
        try {
            learned = handler == null ? List.of() : handler.run(order);
        } catch (RuntimeException trouble) {
            if (!stopping) {
                LOG.warn("{} of {} will be tried again: {}", due.step(), order.id(), trouble.toString());
            }
            return false;
        }
        Order current = order;
        while (!orders.update(after(current, due, learned))) {
            current = orders.find(order.id()).orElseThrow();
        }
        return true;
    }

    private static Order after(Order order, DueStep due, List<OrderEvent> learned) {
        Order changed = order.without(due);
        for (OrderEvent event : learned) {
            changed = switch (changed.on(event)) {
                case Moved<Order>(Order to) -> to;
                case Unchanged<Order> _ -> changed;
                case Refused<Order> refused -> {
                    LOG.warn("{} learned something that cannot be: {}", order.id(), refused.detail());
                    yield changed;
                }
            };
        }
        return changed;
    }

    private Duration pause(int failures) {
        Duration doubled = settings.retryFirst().multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(settings.retryMax()) < 0 ? doubled : settings.retryMax();
    }

    private void scanRepeatedly() {
        try {
            while (!stopping) {
                scan();
                Thread.sleep(scanning ? settings.retryFirst() : settings.scanEvery());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void scan() {
        try {
            orders.listUnfinished().forEach(this::wake);
            scanning = false;
        } catch (RuntimeException trouble) {
            LOG.warn("unfinished orders will be looked for again: {}", trouble.toString());
        }
    }
}
