package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.PlanScore;
import java.time.Duration;

/**
 * How a search stands.
 *
 * @param elapsed since the call
 * @param rounds of ruin and recreate so far
 * @param best score of the best plan so far
 */
public record SolveProgress(Duration elapsed, long rounds, PlanScore best) {
    /** Hears of progress, at most a few times a second and once at the end, on the searching thread. */
    @FunctionalInterface
    public interface Listener {
        Listener NONE = progress -> {};

        void heard(SolveProgress progress);
    }
}
