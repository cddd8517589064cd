package io.giaovan.benchmarks.plan.peer;

import java.time.Duration;

/**
 * When a run must have answered. The clock starts when its process is started, so that a solver pays for its own start.
 *
 * @param beginMillis the start, in milliseconds of the wall clock
 * @param seconds from the start to the answer
 */
record Deadline(long beginMillis, double seconds) {
    /** Kept back for writing the answer and ending the process. */
    private static final double TO_WRITE_SECONDS = 0.03;

    private static final long LEAST_MILLIS = 1;

    /** What is left for searching, at least a millisecond. */
    Duration left() {
        double spent = (System.currentTimeMillis() - beginMillis) / 1000.0;
        return Duration.ofMillis(Math.max(LEAST_MILLIS, Math.round((seconds - spent - TO_WRITE_SECONDS) * 1000)));
    }

    boolean isOver() {
        return left().toMillis() <= LEAST_MILLIS;
    }
}
