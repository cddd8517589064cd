package io.giaovan.routingengine.courier;

import io.giaovan.routingengine.dispatch.route.CourierTrail;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Deletes positions that were kept long enough; looked at whenever positions come in, done at most once an hour. */
@Singleton
final class TrailPruning {
    private static final Duration EVERY = Duration.ofHours(1);

    private final CourierTrail trail;
    private final CourierSettings settings;
    private final Clock clock;
    private final AtomicLong lastMillis = new AtomicLong();

    TrailPruning(CourierTrail trail, CourierSettings settings, Clock clock) {
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    void pruneWhenDue() {
        Instant now = clock.instant();
        long before = lastMillis.get();
        boolean isDue = now.toEpochMilli() - before > EVERY.toMillis();
        if (isDue && lastMillis.compareAndSet(before, now.toEpochMilli())) {
            trail.prune(now.minus(settings.positionsKept()));
        }
    }
}
