package io.giaovan.contracts.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time in which something is to happen; both ends belong to it.
 *
 * @param start first instant
 * @param end last instant, after {@code start}
 */
public record TimeWindow(Instant start, Instant end) {
    public TimeWindow {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("window.end: " + end + " is not after window.start " + start);
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && !instant.isAfter(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
