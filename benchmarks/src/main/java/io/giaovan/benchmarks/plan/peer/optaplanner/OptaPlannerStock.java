package io.giaovan.benchmarks.plan.peer.optaplanner;

import io.giaovan.benchmarks.plan.peer.lean.Call;
import io.giaovan.benchmarks.plan.peer.lean.FirstRoutes;
import io.giaovan.benchmarks.plan.peer.lean.Stopper;
import io.giaovan.benchmarks.plan.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.common.nearby.NearbySelectionConfig;
import org.optaplanner.core.config.heuristic.selector.list.DestinationSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.list.SubListSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.list.ListChangeMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.list.ListSwapMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.list.SubListChangeMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.list.SubListSwapMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.list.kopt.KOptListMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.value.ValueSelectorConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** OptaPlanner's default local search (late acceptance) with all list moves it has, which look at near calls first. */
public final class OptaPlannerStock {
    private static final int NEAR = 40;

    private OptaPlannerStock() {}

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
                        new ListChangeMoveSelectorConfig()
                                .withValueSelectorConfig(new ValueSelectorConfig().withId("changed"))
                                .withDestinationSelectorConfig(new DestinationSelectorConfig()
                                        .withNearbySelectionConfig(nearValue("changed"))),
                        new ListSwapMoveSelectorConfig()
                                .withValueSelectorConfig(new ValueSelectorConfig().withId("swapped"))
                                .withSecondaryValueSelectorConfig(
                                        new ValueSelectorConfig().withNearbySelectionConfig(nearValue("swapped"))),
                        new SubListChangeMoveSelectorConfig()
                                .withSelectReversingMoveToo(true)
                                .withSubListSelectorConfig(new SubListSelectorConfig().withId("piece"))
                                .withDestinationSelectorConfig(
                                        new DestinationSelectorConfig().withNearbySelectionConfig(nearPiece("piece"))),
                        new SubListSwapMoveSelectorConfig()
                                .withSelectReversingMoveToo(true)
                                .withSubListSelectorConfig(new SubListSelectorConfig().withId("first"))
                                .withSecondarySubListSelectorConfig(
                                        new SubListSelectorConfig().withNearbySelectionConfig(nearPiece("first"))),
                        new KOptListMoveSelectorConfig()
                                .withOriginSelectorConfig(new ValueSelectorConfig().withId("cut"))
                                .withValueSelectorConfig(
                                        new ValueSelectorConfig().withNearbySelectionConfig(nearValue("cut"))));
    }

    private static NearbySelectionConfig nearValue(String origin) {
        return near().withOriginValueSelectorConfig(new ValueSelectorConfig().withMimicSelectorRef(origin));
    }

    private static NearbySelectionConfig nearPiece(String origin) {
        return near().withOriginSubListSelectorConfig(new SubListSelectorConfig().withMimicSelectorRef(origin));
    }

    private static NearbySelectionConfig near() {
        return new NearbySelectionConfig()
                .withNearbyDistanceMeterClass(CallDistance.class)
                .withParabolicDistributionSizeMaximum(NEAR);
    }
}
