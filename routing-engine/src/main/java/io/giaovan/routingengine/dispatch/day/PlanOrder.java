package io.giaovan.routingengine.dispatch.day;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a dispatcher wants planned.
 *
 * @param day local day of the depot
 * @param departAt nobody leaves earlier; null means the moment of planning
 * @param windowsUntil only parcels whose promised window begins before it; null means all of the day
 * @param iterations stop after so many, which makes the plan independent of the machine; null for none
 * @param seconds stop after so many seconds; null means the default unless iterations are given
 * @param seed of the search; null means 1
 */
public record PlanOrder(
        LocalDate day,
        @Nullable Instant departAt,
        @Nullable Instant windowsUntil,
        @Nullable Long iterations,
        @Nullable Integer seconds,
        @Nullable Long seed) {
    public PlanOrder {
        if (iterations != null && iterations < 1) {
            throw new IllegalArgumentException("iterations: " + iterations + " is below 1");
        }
        if (seconds != null && seconds < 1) {
            throw new IllegalArgumentException("seconds: " + seconds + " is below 1");
        }
    }
}
