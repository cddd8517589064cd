package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.WarmStart;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Makes plans. Every plan it gives is lawful; a stop for which it found no lawful place is unplanned. Thread-safe; each
 * call searches on the calling thread.
 */
public final class Planner {
    private final LongSupplier nanoTicks;

    public Planner() {
        this(System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds from any origin. */
    public Planner(LongSupplier nanoTicks) {
        this.nanoTicks = nanoTicks;
    }

    public Plan solve(PlanningProblem problem, SolveLimits limits) {
        return solve(problem, limits, SolveProgress.Listener.NONE, () -> false);
    }

    /**
     * Searches until a limit is reached or the flag is up, and gives the best plan seen; a cancelled search gives the best
     * so far.
     */
    public Plan solve(
            PlanningProblem problem, SolveLimits limits, SolveProgress.Listener listener, BooleanSupplier cancelled) {
        long start = nanoTicks.getAsLong();
        FlatProblem flat = FlatProblem.of(problem);
        Kernel kernel = new Kernel(
                flat,
                limits.seed(),
                nanoTicks,
                cancelled,
                search -> listener.heard(new SolveProgress(
                        Duration.ofNanos(nanoTicks.getAsLong() - start),
                        search.rounds,
                        new PlanScore(0, 0, search.bestUnits))));
        int[][] best = kernel.run(warm(flat), start + limits.deadline().toNanos(), limits.rounds());
        return kernel.plan(best);
    }

    private static int[][] warm(FlatProblem flat) {
        int[][] nodes = new int[flat.vehicles][0];
        WarmStart warm = flat.problem.warmStart();
        if (warm == null) {
            return nodes;
        }
        Map<StopId, Integer> nodeOf = new HashMap<>();
        for (int node = 0; node < flat.stops; node++) {
            nodeOf.put(flat.stopOf[node].id(), node);
        }
        Arrays.setAll(
                nodes,
                v -> warm.routes().getOrDefault(flat.vehicleOf[v].id(), List.of()).stream()
                        .map(nodeOf::get)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .toArray());
        return nodes;
    }
}
