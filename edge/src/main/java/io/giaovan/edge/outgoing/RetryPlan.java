package io.giaovan.edge.outgoing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a failed webhook is tried again: soon at first, then for three days, spread so that retries do not pile up. */
public final class RetryPlan {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double SPREAD = 0.2;

    /** Most tries of one delivery. */
    public static final int ATTEMPTS_MAX = DELAYS.size() + 1;

    private RetryPlan() {}

    /** How long to wait after so many failed attempts (1 or more); empty when it is time to give up. */
    public static Optional<Duration> delay(int failedAttempts, RandomGenerator random) {
        if (failedAttempts >= ATTEMPTS_MAX) {
            return Optional.empty();
        }
        double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        return Optional.of(
                Duration.ofMillis((long) (DELAYS.get(failedAttempts - 1).toMillis() * factor)));
    }
}
