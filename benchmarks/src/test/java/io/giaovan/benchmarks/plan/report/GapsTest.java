package io.giaovan.benchmarks.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.race.Outcome;
import io.giaovan.benchmarks.plan.task.BestKnown;
import io.giaovan.benchmarks.plan.task.Convention;
import io.giaovan.benchmarks.plan.task.Tasks;
import io.giaovan.benchmarks.plan.task.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapsTest {
    @TempDir
    private Path folder;

    private Gaps gaps;

    /** Best known of "known" is 100; "unknown" has none; the third instance no one but ours solves. */
    @BeforeEach
    void compare() throws IOException {
        Tasks.file(folder, "bks.csv", "instance,bks_cost,objective_convention\nknown,100,X: rounded\n");
        gaps = new Gaps(
                List.of(
                        lawful("known", Solver.GIAOVAN, 1, 101, 4),
                        lawful("known", Solver.GIAOVAN, 2, 103, 5),
                        lawful("known", Solver.JSPRIT, 1, 110, 4),
                        unlawful("known", Solver.JSPRIT, 2),
                        lawful("known", Solver.VROOM, 1, 120, 6),
                        lawful("known", Solver.VROOM, 2, 120, 6),
                        lawful("unknown", Solver.GIAOVAN, 1, 200, 4),
                        lawful("unknown", Solver.GIAOVAN, 2, 204, 4),
                        lawful("unknown", Solver.JSPRIT, 1, 210, 4),
                        lawful("unknown", Solver.JSPRIT, 2, 210, 4),
                        lawful("unknown", Solver.VROOM, 1, 220, 4),
                        lawful("unknown", Solver.VROOM, 2, 220, 4),
                        lawful("hard", Solver.GIAOVAN, 1, 50, 1),
                        lawful("hard", Solver.GIAOVAN, 2, 50, 1),
                        unlawful("hard", Solver.JSPRIT, 1),
                        unlawful("hard", Solver.JSPRIT, 2),
                        unlawful("hard", Solver.VROOM, 1),
                        unlawful("hard", Solver.VROOM, 2)),
                BestKnown.in(folder));
    }

    @Test
    void aGapIsToTheBestKnownValueElseToTheBestPlanSeen() {
        assertThat(gaps.cell("known", Solver.GIAOVAN, 10).gapPercent()).isCloseTo(2, within(1e-9));
        assertThat(gaps.isPublished("known")).isTrue();
        assertThat(gaps.cell("unknown", Solver.GIAOVAN, 10).gapPercent()).isCloseTo(1, within(1e-9));
        assertThat(gaps.cell("unknown", Solver.VROOM, 10).gapPercent()).isCloseTo(10, within(1e-9));
        assertThat(gaps.isPublished("unknown")).isFalse();
    }

    @Test
    void aMeanIsOverInstancesThatAllComparedSolversSolved() {
        assertThat(gaps.solved(Solver.JSPRIT, 10)).containsExactly("unknown");
        assertThat(gaps.compared(10)).containsExactly(Solver.GIAOVAN, Solver.VROOM);
        assertThat(gaps.common(10)).containsExactly("known", "unknown");
        assertThat(gaps.mean(Solver.VROOM, 10, gaps.common(10)::contains).orElseThrow())
                .isCloseTo(15, within(1e-9));
    }

    @Test
    void withoutALawfulAnswerThereIsNoNumber() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new GapTable(gaps, new PrintStream(bytes, true, StandardCharsets.UTF_8)).print();
        String table = bytes.toString(StandardCharsets.UTF_8);

        assertThat(table)
                .containsPattern("known +2\\.00 \\(4\\.5\\) +lawful 1/2 +20\\.00 \\(6\\.0\\)")
                .containsPattern("unknown\\* +1\\.00 \\(4\\.0\\) +5\\.00 \\(4\\.0\\) +10\\.00 \\(4\\.0\\)")
                .containsPattern("hard\\* +0\\.00 \\(1\\.0\\) +none +none")
                .containsPattern("jsprit +1/3 +- +5\\.00 +1\\.00")
                .contains("jsprit, hard, 10 s, seed 1: late, \"very\"");
    }

    @Test
    void whatWasNotRunIsNotCalledUnsolved() throws IOException {
        Gaps parts = new Gaps(
                List.of(lawful("known", Solver.GIAOVAN, 1, 101, 4), unlawful("unknown", Solver.JSPRIT, 1)),
                BestKnown.in(folder));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new GapTable(parts, new PrintStream(bytes, true, StandardCharsets.UTF_8)).print();

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern("known +1\\.00 \\(4\\.0\\) +-\\R")
                .containsPattern("unknown\\* +- +none\\R");
    }

    @Test
    void everyRunIsALineOfTheCsv() {
        List<String> lines = ResultsCsv.lines(gaps);

        assertThat(lines).hasSize(1 + gaps.outcomes().size());
        assertThat(lines.get(1))
                .isEqualTo("known,\"X, rounded\",giaovan,10.0,1,true,true,101.0,4,100.0,best known,1.0000,9.500,");
        assertThat(lines.get(4))
                .isEqualTo(
                        "known,\"X, rounded\",jsprit,10.0,2,true,false,,,100.0,best known,,9.500,\"late, \"\"very\"\"\"");
    }

    @Test
    void theChartHasALinePerComparedSolver() {
        String svg = GapChart.svg(gaps);

        assertThat(svg).startsWith("<svg").endsWith("</svg>\n");
        assertThat(svg.split("<polyline")).hasSize(1 + 2);
        assertThat(svg)
                .contains(">giaovan</text>", ">vroom</text>", "2 at 10 s", ">20</text>")
                .doesNotContain(">jsprit<");
    }

    private static Outcome lawful(String instance, Solver solver, long seed, long distance, int vehicles) {
        return new Outcome(instance, Convention.X, solver, 10, seed, new Verdict.Lawful(distance, vehicles), 9.5);
    }

    private static Outcome unlawful(String instance, Solver solver, long seed) {
        return new Outcome(instance, Convention.X, solver, 10, seed, new Verdict.Unlawful("late, \"very\""), 9.5);
    }
}
