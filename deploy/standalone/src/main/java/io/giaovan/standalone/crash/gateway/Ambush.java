package io.giaovan.standalone.crash.gateway;

import io.giaovan.standalone.crash.gateway.KillPoint.Moment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds the traffic at the point where the killer waits until the blow has fallen; all other traffic passes. Safe for
 * concurrent use.
 */
final class Ambush {
    /** Longer than any blow takes. */
    private static final Duration HELD_MAX = Duration.ofSeconds(30);

    private final AtomicReference<@Nullable Trap> laid = new AtomicReference<>();

    /** One place where the killer waits. */
    final class Trap {
        private final KillPoint point;
        private final CountDownLatch sprung = new CountDownLatch(1);
        private final CountDownLatch dead = new CountDownLatch(1);
        private final AtomicBoolean taken = new AtomicBoolean();

        private Trap(KillPoint point) {
            this.point = point;
        }

        /** Waits until the traffic comes by; false when it did not in time. */
        boolean awaitVictim(Duration limit) throws InterruptedException {
            return sprung.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** The gateway is dead: what is held goes on. */
        void release() {
            laid.compareAndSet(this, null);
            dead.countDown();
        }
    }

    Trap lay(KillPoint point) {
        Trap trap = new Trap(point);
        laid.set(trap);
        return trap;
    }

    /**
     * Traffic passes here. Where the killer waits, news that just comes goes on at once, so that the gateway dies over it;
     * everything else is held until the gateway is dead.
     *
     * @return whether the gateway died here, so that what passes is lost
     */
    boolean strikesAt(Moment moment, String path) {
        Trap trap = laid.get();
        if (trap == null || !trap.point.isNow(moment, path) || !trap.taken.compareAndSet(false, true)) {
            return false;
        }
        trap.sprung.countDown();
        if (moment == Moment.NEWS_COMES) {
            return false;
        }
        try {
            if (!trap.dead.await(HELD_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the killer did not come within " + HELD_MAX);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
