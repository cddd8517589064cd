package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.check.Judgement;
import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Problems;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class LawfulPlansTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPlanIsLawfulWhateverRulesMeet(long seed) {
        PlanningProblem problem = Problems.everything(seed, 12 + (int) (seed % 5) * 9);

        Plan plan = new Planner().solve(problem, SolveLimits.rounds(400, seed));
        Judgement judgement = PlanCheck.judge(problem, plan);

        assertThat(judgement.falsehoods()).as("seed " + seed).isEmpty();
        assertThat(judgement.violations()).as("seed " + seed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFirstPlanIsLawful(long seed) {
        PlanningProblem problem = Problems.everything(seed, 40);

        Plan plan = new Planner().solve(problem, SolveLimits.rounds(0, seed));
        Judgement judgement = PlanCheck.judge(problem, plan);

        assertThat(judgement.isLawful())
                .as(() -> "seed " + seed + " " + judgement)
                .isTrue();
    }
}
