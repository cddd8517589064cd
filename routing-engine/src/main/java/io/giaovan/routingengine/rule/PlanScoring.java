package io.giaovan.routingengine.rule;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.RoutePlan;
import io.giaovan.routingengine.model.VehicleRoute;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.optaplanner.core.api.score.ScoreExplanation;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolutionUpdatePolicy;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;

/** Scores plans by the rules, for analysis. Thread-safe. */
public final class PlanScoring {
    private final SolutionManager<RoutePlan, HardMediumSoftLongScore> solutions =
            SolutionManager.create(SolverFactory.<RoutePlan>create(config()));

    /** OptaPlanner's configuration of model and rules, to which a solver adds its phases. */
    public static SolverConfig config() {
        return new SolverConfig()
                .withSolutionClass(RoutePlan.class)
                .withEntityClasses(VehicleRoute.class)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(RouteRules.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET));
    }

    /** The score of a plan by OptaPlanner's rules. */
    public PlanScore score(PlanningProblem problem, Plan plan) {
        RoutePlan routePlan = RoutePlan.of(problem, plan);
        solutions.update(routePlan, SolutionUpdatePolicy.UPDATE_SCORE_ONLY);
        return of(Objects.requireNonNull(routePlan.getScore()));
    }

    /** What each rule adds to the score, by its label; amounts in the rule's unit, rules that add nothing left out. */
    public Map<String, Long> analyse(PlanningProblem problem, Plan plan) {
        ScoreExplanation<RoutePlan, HardMediumSoftLongScore> explanation =
                solutions.explain(RoutePlan.of(problem, plan));
        Map<String, Long> amounts = new TreeMap<>();
        explanation.getConstraintMatchTotalMap().values().forEach(total -> {
            HardMediumSoftLongScore score = total.getScore();
            long amount = -List.of(score.hardScore(), score.mediumScore(), score.softScore()).stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (amount != 0) {
                amounts.put(total.getConstraintName(), amount);
            }
        });
        return amounts;
    }

    /** OptaPlanner counts down from zero; plans here count up. */
    public static PlanScore of(HardMediumSoftLongScore score) {
        return new PlanScore(-score.hardScore(), -score.mediumScore(), -score.softScore());
    }
}
