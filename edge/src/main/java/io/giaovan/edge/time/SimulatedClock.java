package io.giaovan.edge.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that is moved forward by hand, runs at a speed, or both; it never goes back. Safe for concurrent use. */
public final class SimulatedClock extends Clock {
    private final Clock wall;
    private final double speed;
    private Instant base;
    private Instant wallAtBase;

    /** A clock that begins now. */
    public SimulatedClock(Clock wall, Instant start, double speed) {
        this(wall, start, speed, wall.instant());
    }

    /**
     * A clock that began at another moment; clocks with the same beginning show the same time in every process.
     *
     * @param wall the machine's time
     * @param start what the clock showed in the beginning
     * @param speed simulated seconds in one, 0 to 100000
     * @param wallStart the machine's time in the beginning
     */
    public SimulatedClock(Clock wall, Instant start, double speed, Instant wallStart) {
        if (!(speed >= 0 && speed <= 100_000)) {
            throw new IllegalArgumentException("clock.speed: " + speed + " is outside 0 to 100000");
        }
        this.wall = wall;
        this.speed = speed;
        this.base = start.truncatedTo(ChronoUnit.MILLIS);
        this.wallAtBase = wallStart;
    }

    @Override
    public synchronized Instant instant() {
        if (speed == 0) {
            return base;
        }
        long passed = Duration.between(wallAtBase, wall.instant()).toMillis();
        return base.plusMillis((long) (passed * speed));
    }

    /** Moves the clock forward; an instant that has passed already changes nothing. */
    public synchronized void moveTo(Instant instant) {
        if (instant.isAfter(instant())) {
            base = instant.truncatedTo(ChronoUnit.MILLIS);
            wallAtBase = wall.instant();
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Not supported: business code names its zone itself. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("name the zone where the time is shown");
    }
}
