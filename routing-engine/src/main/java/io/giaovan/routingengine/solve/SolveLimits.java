package io.giaovan.routingengine.solve;

import java.time.Duration;

/**
 * How long a search may last. With a limit on rounds the same seed gives the same plan, whatever the machine; without one
 * the search follows the deadline.
 *
 * @param deadline longest time from the call to the plan, 1 ms to {@link #DEADLINE_MAX}
 * @param rounds most rounds of ruin and recreate, or {@link #NO_ROUND_LIMIT}
 * @param seed start of all random choices
 */
public record SolveLimits(Duration deadline, long rounds, long seed) {
    public static final Duration DEADLINE_MAX = Duration.ofHours(12);
    public static final long NO_ROUND_LIMIT = Long.MAX_VALUE;

    public SolveLimits {
        if (deadline.compareTo(Duration.ofMillis(1)) < 0 || deadline.compareTo(DEADLINE_MAX) > 0) {
            throw new IllegalArgumentException(
                    "limits.deadline: " + deadline + " is outside PT0.001S to " + DEADLINE_MAX);
        }
        if (rounds < 0) {
            throw new IllegalArgumentException("limits.rounds: " + rounds + " is below 0");
        }
    }

    public static SolveLimits within(Duration deadline, long seed) {
        return new SolveLimits(deadline, NO_ROUND_LIMIT, seed);
    }

    public static SolveLimits rounds(long rounds, long seed) {
        return new SolveLimits(DEADLINE_MAX, rounds, seed);
    }
}
