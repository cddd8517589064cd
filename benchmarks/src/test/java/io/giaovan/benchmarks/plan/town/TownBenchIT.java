package io.giaovan.benchmarks.plan.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.solve.Planner;
import io.giaovan.routingengine.solve.SolveLimits;
import io.giaovan.standalone.command.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TownBenchIT {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aTownWithEveryRuleCanBePlannedLawfullyAndNearlyWhole() {
        PlanningProblem problem = Town.problem(120, 3, EnumSet.allOf(TownRule.class));

        Plan plan = new Planner().solve(problem, SolveLimits.rounds(2_000, 1));

        assertThat(PlanCheck.judge(problem, plan).isLawful()).isTrue();
        assertThat(plan.unplanned()).hasSizeLessThan(12);
    }

    @Test
    void townsOfOneSeedDifferInTheirRulesOnly() {
        PlanningProblem plain = Town.problem(50, 3, EnumSet.noneOf(TownRule.class));
        PlanningProblem windows = Town.problem(50, 3, EnumSet.of(TownRule.WINDOWS));

        assertThat(windows.travel().get("default").metres())
                .isEqualTo(plain.travel().get("default").metres());
        assertThat(windows.stops().stream().map(stop -> stop.deliver()).toList())
                .isEqualTo(plain.stops().stream().map(stop -> stop.deliver()).toList());
        assertThat(plain.stops()).allMatch(stop -> stop.windows().isEmpty());
        assertThat(windows.stops()).anyMatch(stop -> !stop.windows().isEmpty());
    }

    @Test
    void growthTellsTimeCostAndMemoryPerNumberOfStops() {
        int status = TownBench.growth(List.of("--growth", "--stops", "30,60", "--seconds", "1"), out);

        assertThat(status).isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern(
                        "\n +30 +0\\.\\d\\d +[01]\\.\\d\\d +[1-9]\\d+ +[1-9]\\d* +0 +[1-9]\\d+ +[1-9]\\d+ true")
                .containsPattern("\n +60 ");
    }

    @Test
    void rulesTellTheirShareOfTheSpeed() {
        int status = TownBench.rules(List.of("--rules", "--stops", "60", "--seconds", "1"), out);

        assertThat(status).isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern("capacity only +[1-9]\\d+ +1\\.00 +0 true")
                .containsPattern("everything +[1-9]\\d+ +\\d\\.\\d\\d +\\d+ true")
                .contains("of the moves a second of capacity only (promised: 0.50)");
    }

    @Test
    void wrongNumbersAreRefusedByName() {
        assertThatThrownBy(() -> TownBench.growth(List.of("--growth", "--stops", "5"), out))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--stops: '5' has a number outside 10 to 10000");
    }
}
