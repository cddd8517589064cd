package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.RoutePlan;
import io.giaovan.routingengine.rule.PlanScoring;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;

/**
 * OptaPlanner's solver with the kernel as its phase: the plan goes through the planning model and is scored by the rules.
 * The first solver of a process costs more than a second of class loading, which is why {@link Planner} exists for
 * commands that have only one. Thread-safe.
 */
public final class KernelSolver {
    private final Planner planner;

    public KernelSolver(Planner planner) {
        this.planner = planner;
    }

    /**
     * Solves within OptaPlanner and compares the two prices.
     *
     * @throws IllegalStateException when OptaPlanner's score is not the kernel's, which is a mistake of ours
     */
    public Plan solve(
            PlanningProblem problem, SolveLimits limits, SolveProgress.Listener listener, BooleanSupplier cancelled) {
        AtomicReference<Plan> found = new AtomicReference<>();
        KernelPhase phase = new KernelPhase(() -> {
            Plan plan = planner.solve(problem, limits, listener, cancelled);
            found.set(plan);
            return plan;
        });
        RoutePlan solved = SolverFactory.<RoutePlan>create(
                        PlanScoring.config().withPhases(new CustomPhaseConfig().withCustomPhaseCommands(phase)))
                .buildSolver()
                .solve(RoutePlan.of(problem));
        Plan plan = Objects.requireNonNull(found.get());
        PlanScore score = PlanScoring.of(Objects.requireNonNull(solved.getScore()));
        if (score.hard() == 0 && !score.equals(plan.score())) {
            throw new IllegalStateException("score: the kernel says " + plan.score() + ", the rules say " + score);
        }
        return new Plan(plan.routes(), plan.unplanned(), score);
    }
}
