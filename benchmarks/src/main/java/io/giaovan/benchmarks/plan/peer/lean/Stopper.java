package io.giaovan.benchmarks.plan.peer.lean;

import java.time.Duration;

/** Ends a solver at its deadline, because its own limit only begins to count once it has been built. */
public final class Stopper {
    private Stopper() {}

    /** Calls an action after a time, on a thread that keeps no process alive. */
    public static void after(Duration time, Runnable action) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(time);
                action.run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
