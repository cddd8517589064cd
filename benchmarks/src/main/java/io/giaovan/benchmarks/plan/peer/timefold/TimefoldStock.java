package io.giaovan.benchmarks.plan.peer.timefold;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.list.SubListSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.kopt.KOptListMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.giaovan.benchmarks.plan.peer.lean.Call;
import io.giaovan.benchmarks.plan.peer.lean.FirstRoutes;
import io.giaovan.benchmarks.plan.peer.lean.Stopper;
import io.giaovan.benchmarks.plan.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Timefold's community edition: its default local search (late acceptance) with all list moves it has. Nearby selection is
 * not part of that edition.
 */
public final class TimefoldStock {
    private TimefoldStock() {}

    /** Routes found within the time that is left. */
    public static List<int[]> solve(Task task, Supplier<Duration> left, long seed) {
        List<Call> calls = FirstRoutes.byAngle(task);
        List<Tour> tours = new ArrayList<>();
        FirstRoutes.of(task, calls).forEach(route -> tours.add(new Tour(tours.size(), route)));
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Tours.class)
                .withEntityClasses(Tour.class)
                .withRandomSeed(seed)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(TourScore.class))
                .withPhases(new LocalSearchPhaseConfig().withMoveSelectorConfig(moves()))
                .withTerminationConfig(new TerminationConfig().withSpentLimit(left.get()));
        Solver<Tours> solver = SolverFactory.<Tours>create(config).buildSolver();
        Stopper.after(left.get(), solver::terminateEarly);
        Tours solved = solver.solve(new Tours(task, calls, tours));
        return solved.tours().stream()
                .map(tour -> tour.calls().stream().mapToInt(Call::node).toArray())
                .toList();
    }

    private static UnionMoveSelectorConfig moves() {
        return new UnionMoveSelectorConfig()
                .withMoveSelectors(
                        new ListChangeMoveSelectorConfig(),
                        new ListSwapMoveSelectorConfig(),
                        new SubListChangeMoveSelectorConfig()
                                .withSelectReversingMoveToo(true)
                                .withSubListSelectorConfig(new SubListSelectorConfig()),
                        new SubListSwapMoveSelectorConfig().withSelectReversingMoveToo(true),
                        new KOptListMoveSelectorConfig());
    }
}
