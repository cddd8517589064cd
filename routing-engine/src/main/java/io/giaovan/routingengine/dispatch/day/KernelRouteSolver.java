package io.giaovan.routingengine.dispatch.day;

import io.giaovan.routingengine.check.Judgement;
import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.solve.KernelSolver;
import io.giaovan.routingengine.solve.Planner;
import io.giaovan.routingengine.solve.SolveLimits;
import io.giaovan.routingengine.solve.SolveProgress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Searches within OptaPlanner, whose rules price what the kernel found, and lets no plan out that the judge does not find
 * lawful.
 */
@Singleton
final class KernelRouteSolver implements RouteSolver {
    private final KernelSolver solver = new KernelSolver(new Planner());

    @Override
    public Solved solve(PlanningProblem problem, @Nullable Long iterations, Duration time, long seed) {
        long rounds = iterations == null ? SolveLimits.NO_ROUND_LIMIT : iterations;
        AtomicLong done = new AtomicLong();
        SolveProgress.Listener listener = progress -> done.set(progress.rounds());
        Plan plan = solver.solve(problem, new SolveLimits(time, rounds, seed), listener, () -> false);
        Judgement judgement = PlanCheck.judge(problem, plan);
        if (!judgement.isLawful()) {
            throw new IllegalStateException(
                    "the judge refuses the plan: " + judgement.violations() + " " + judgement.falsehoods());
        }
        return new Solved(plan, iterations == null ? done.get() : iterations);
    }
}
