package io.giaovan.routingengine.dispatch.day;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Searches for a plan and has it judged. */
public interface RouteSolver {
    /**
     * Searches until a limit is reached.
     *
     * @param iterations most iterations, null for none
     * @param time longest time
     */
    Solved solve(PlanningProblem problem, @Nullable Long iterations, Duration time, long seed);

    /** A lawful plan and how many iterations it took. */
    record Solved(Plan plan, long iterations) {}
}
