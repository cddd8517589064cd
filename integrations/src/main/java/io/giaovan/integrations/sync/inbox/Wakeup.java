package io.giaovan.integrations.sync.inbox;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the worker of this process that a message came; what other processes stored is found by looking. */
@Singleton
final class Wakeup {
    private final Semaphore signals = new Semaphore(0);

    void signal() {
        signals.release();
    }

    void await(long millisMax) throws InterruptedException {
        if (signals.tryAcquire(millisMax, TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }
}
