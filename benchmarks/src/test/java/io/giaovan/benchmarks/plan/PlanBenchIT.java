package io.giaovan.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.giaovan.benchmarks.child.Child;
import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.race.Entry;
import io.giaovan.benchmarks.plan.race.Outcome;
import io.giaovan.benchmarks.plan.race.Race;
import io.giaovan.benchmarks.plan.task.TaskFile;
import io.giaovan.benchmarks.plan.task.Tasks;
import io.giaovan.benchmarks.plan.task.Verdict;
import io.giaovan.standalone.command.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Timeout(120)
class PlanBenchIT {
    /** A Python with pyvrp and pyvroom for the tests that need one, by system property or environment. */
    private static final String PYTHON = System.getProperty(
            "giaovan.bench.python", Objects.requireNonNullElse(System.getenv("GIAOVAN_BENCH_PYTHON"), ""));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream table = new ByteArrayOutputStream();

    @Test
    void aTinyInstanceIsPlannedLawfullyAndHeldAgainstTheBestValueOfItsConvention() throws IOException {
        Tasks.file(folder, "square.vrp", Tasks.SQUARE);
        Tasks.file(
                folder,
                "bks.csv",
                "instance,bks_cost,objective_convention\nsquare,54,X: rounded\nsquare,7,SINTEF: vehicles\n");
        Path out = folder.resolve("out");

        int status =
                run("--instances", folder.toString(), "--seconds", "1", "--peers", "jsprit", "--out", out.toString());

        assertThat(status).isZero();
        assertThat(table.toString(StandardCharsets.UTF_8))
                .containsPattern("square +0\\.00 \\(1\\.0\\)!? +0\\.00 \\(1\\.0\\)")
                .contains("its time counts from the start of the process");
        assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(3);
        assertThat(Files.readString(out.resolve("gap-over-time.svg"))).contains("<polyline", ">jsprit</text>");
    }

    @Test
    void whatWasMeasuredBeforeIsNotMeasuredAgain() throws IOException {
        Tasks.file(folder, "square.vrp", Tasks.SQUARE);
        String instances = folder.toString();
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        run("--instances", instances, "--peers", "jsprit", "--peers-only", "--out", first.toString());
        List<String> peers = Files.readAllLines(first.resolve("results.csv"));

        int status = run(
                "--instances",
                instances,
                "--peers",
                "none",
                "--from",
                first.resolve("results.csv").toString(),
                "--cores",
                "0",
                "--out",
                second.toString());

        assertThat(status).isZero();
        assertThat(peers).hasSize(2).last().asString().startsWith("square,\"X, rounded\",jsprit,1.0,1,");
        assertThat(Files.readAllLines(second.resolve("results.csv")))
                .hasSize(3)
                .contains(peers.getLast())
                .element(1)
                .asString()
                .startsWith("square,\"X, rounded\",giaovan,1.0,1,true,true,54.0,1,");
        assertThat(table.toString(StandardCharsets.UTF_8)).contains("1 runs are taken from earlier results.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            mode = Mode.EXCLUDE,
            names = {"PYVRP", "VROOM"})
    void everySolverInAJvmPlansEveryKindLawfully(Solver solver) throws IOException {
        assertThat(verdicts(new Race(Child.onOneCore(), null), solver))
                .as(solver.key())
                .allMatch(Verdict.Lawful.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"PYVRP", "VROOM"})
    void everySolverInPythonPlansEveryKindLawfully(Solver solver) throws IOException {
        assumeTrue(
                !PYTHON.isEmpty(),
                () -> "SKIPPED: " + solver.key() + " is not tested, because neither -Dgiaovan.bench.python nor"
                        + " GIAOVAN_BENCH_PYTHON names a Python that has it");
        Race race = new Race(Child.onOneCore(), Path.of(PYTHON));
        assumeTrue(race.missing(solver).isEmpty(), () -> "SKIPPED: " + solver.key() + ": " + race.missing(solver));

        assertThat(verdicts(race, solver)).as(solver.key()).allMatch(Verdict.Lawful.class::isInstance);
    }

    @Test
    void whatCannotBeRunIsRefusedByName() {
        Tasks.file(folder, "square.vrp", Tasks.SQUARE);
        String instances = folder.toString();

        assertThatThrownBy(() -> run("--seconds", "1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--instances");
        assertThatThrownBy(() -> run("--instances", instances, "--peers", "gurobi"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'gurobi' is not one of ortools, jsprit");
        assertThatThrownBy(() -> run("--instances", instances, "--peers", "pyvrp"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("pyvrp cannot run: no --python was given");
        assertThatThrownBy(() -> run("--instances", instances, "--only", "circle"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--only: circle is not in");
        assertThatThrownBy(() -> run("--instances", instances, "--seconds", "0"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--seconds: 0 is outside 0.1 to 3600.0");
        assertThatThrownBy(() -> run("--instances", instances, "--cores", "5000"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--cores: '5000' is not one of 0 to");
        assertThatThrownBy(() -> run(
                        "--instances",
                        instances,
                        "--from",
                        Tasks.file(folder, "other.csv", "instance,cost\nsquare,54\n")
                                .toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--from")
                .hasMessageContaining("has no column convention");
    }

    private List<Verdict> verdicts(Race race, Solver solver) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        for (Path file : List.of(
                Tasks.file(folder, "square.vrp", Tasks.SQUARE),
                Tasks.file(folder, "windows.txt", Tasks.WINDOWS),
                Tasks.file(folder, "pairs.txt", Tasks.PAIRS))) {
            Outcome outcome = race.run(new Entry(file, TaskFile.read(file), solver, 1, 1));
            verdicts.add(outcome.verdict());
        }
        return verdicts;
    }

    private int run(String... arguments) {
        return PlanBench.run(List.of(arguments), new PrintStream(table, true, StandardCharsets.UTF_8));
    }
}
