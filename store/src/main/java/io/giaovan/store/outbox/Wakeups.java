package io.giaovan.store.outbox;

import io.giaovan.contracts.event.Subscriber;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the mailboxes of this process that mail came; mailboxes of other processes find theirs by polling. */
@Singleton
final class Wakeups {
    private final Map<Subscriber, Semaphore> signals = new ConcurrentHashMap<>();

    void wake(Subscriber subscriber) {
        signal(subscriber).release();
    }

    void await(Subscriber subscriber, long millisMax) throws InterruptedException {
        Semaphore signal = signal(subscriber);
        if (signal.tryAcquire(millisMax, TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    private Semaphore signal(Subscriber subscriber) {
        return signals.computeIfAbsent(subscriber, _ -> new Semaphore(0));
    }
}
