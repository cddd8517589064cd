package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.giaovan.routingengine.check.Judgement;
import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.solve.vrplib.Instance;
import io.giaovan.routingengine.solve.vrplib.InstanceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class BenchmarkFilesTest {
    private static Path shared(String file) {
        Path path = Path.of(System.getProperty("giaovan.shared", "missing"), "bench/vrp", file);
        assumeTrue(Files.exists(path), "SKIPPED: benchmark instance " + path + " is absent");
        return path;
    }

    @ParameterizedTest
    @CsvSource({
        "x/X-n101-k25.vrp, COST, 28700, 27591",
        "solomon/C101.txt, COST, 828, 827",
        "solomon/R104.txt, COST, 1050, 970",
        "lilim/lr102.txt, VEHICLES, 1700, 1480",
        "gh/c1_2_2.txt, COST, 2900, 2600"
    })
    void aShortSearchIsLawfulAndNear(String file, Objective objective, double most, double least) throws IOException {
        Instance instance = InstanceFile.read(shared(file), objective);

        Plan plan = new Planner().solve(instance.problem(), SolveLimits.rounds(4_000, 1));
        Judgement judgement = PlanCheck.judge(instance.problem(), plan);

        assertThat(judgement.violations()).isEmpty();
        assertThat(judgement.falsehoods()).isEmpty();
        assertThat(plan.unplanned()).isEmpty();
        assertThat(instance.cost(plan)).isBetween(least, most);
    }

    @Test
    void theSameSeedAndRoundsGiveTheSamePlan() throws IOException {
        Instance instance = InstanceFile.read(shared("gh/r1_2_1.txt"), Objective.COST);

        Plan first = new Planner().solve(instance.problem(), SolveLimits.rounds(1_000, 7));
        Plan second = new Planner().solve(instance.problem(), SolveLimits.rounds(1_000, 7));
        Plan other = new Planner().solve(instance.problem(), SolveLimits.rounds(1_000, 8));

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void theCommandPrintsALineAndWritesTheRoutes(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("out.sol");
        var out = new ByteArrayOutputStream();

        int code = SolveCommand.run(
                new String[] {
                    shared("x/X-n101-k25.vrp").toString(), "--seconds", "0.3", "--seed", "3", "--out", target.toString()
                },
                new PrintStream(out),
                System.err);

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("X-n101-k25 vehicles \\d+ cost \\d+ seconds [\\d.]+ moves/s \\d+\\R");
        assertThat(Files.readString(target)).startsWith("Route #1: ").containsPattern("\\nCost \\d+\\n$");
    }

    @Test
    void badFilesAndOptionsAreNamed(@TempDir Path folder) throws IOException {
        Path notANumber = folder.resolve("bad.txt");
        Files.writeString(notANumber, "25 200 1\n0 35 NaN 0 0 230 0 0 0\n");
        Path empty = folder.resolve("empty.vrp");
        Files.writeString(empty, "");

        assertThatThrownBy(() -> InstanceFile.read(notANumber, null)).hasMessageContaining("line 2: NaN is outside");
        assertThatThrownBy(() -> InstanceFile.read(empty, null)).hasMessageContaining("is neither VRPLIB");
        assertThat(refusal("--seconds", "zero", "x.vrp")).contains("--seconds: 'zero' is not a number");
        assertThat(refusal("--seconds", "0", "x.vrp")).contains("--seconds: 0 is outside");
        assertThat(refusal("--fast", "x.vrp")).contains("option --fast is unknown");
        assertThat(refusal("x.vrp")).contains("does not exist");
        assertThat(refusal("x.vrp", "--objective", "time")).contains("neither distance nor vehicles");
    }

    private static String refusal(String... args) {
        var err = new ByteArrayOutputStream();
        int code = SolveCommand.run(args, System.out, new PrintStream(err));
        assertThat(code).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }
}
