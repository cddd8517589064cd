package io.giaovan.benchmarks.plan;

import io.giaovan.benchmarks.child.Child;
import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.race.Outcome;
import io.giaovan.benchmarks.plan.race.Race;
import io.giaovan.benchmarks.plan.report.GapChart;
import io.giaovan.benchmarks.plan.report.GapTable;
import io.giaovan.benchmarks.plan.report.Gaps;
import io.giaovan.benchmarks.plan.report.ResultsCsv;
import io.giaovan.benchmarks.plan.task.BestKnown;
import io.giaovan.benchmarks.plan.task.Task;
import io.giaovan.benchmarks.plan.task.TaskFile;
import io.giaovan.benchmarks.plan.town.TownBench;
import io.giaovan.standalone.command.Progress;
import io.giaovan.standalone.command.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The command {@code bench plan}: our solver and others on the same instances, with the same time on the same core, every
 * answer judged by the same judge. Prints the gaps and writes {@code results.csv} and {@code gap-over-time.svg}. With {@code --growth} or {@code --rules} our solver alone on made-up towns.
 */
public final class PlanBench {
    private final PlanBenchOptions options;
    private final PrintStream out;
    private final Child child = Child.onOneCore();

    private PlanBench(PlanBenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Returns 0, or 1 when a plan of ours was unlawful. */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.contains("--growth")) {
            return TownBench.growth(arguments, out);
        }
        if (arguments.contains("--rules")) {
            return TownBench.rules(arguments, out);
        }
        try {
            return new PlanBench(PlanBenchOptions.read(arguments), out).compare();
        } catch (IOException broken) {
            throw new UncheckedIOException("a file cannot be read or written", broken);
        }
    }

    private int compare() throws IOException {
        BestKnown bestKnown = bestKnown();
        Race race = new Race(child, options.python().orElse(null));
        out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors. Each run alone in a fresh process, %s; its time counts from the start of the"
                        + " process, the start of JVM or Python included.%n",
                System.getProperty("os.arch"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                child.statement());
        List<Solver> solvers = solvers(race);
        List<Outcome> outcomes = new ArrayList<>();
        Progress progress = Progress.atTerminal();
        long all = (long) options.files().size()
                * options.seconds().size()
                * options.seeds().size()
                * solvers.size();
        for (Path file : options.files()) {
            Task task = task(file);
            for (double seconds : options.seconds()) {
                for (Solver solver : solvers) {
                    for (long seed : options.seeds()) {
                        progress.show((double) outcomes.size() / all, task.name() + " " + solver.key());
                        outcomes.add(race.run(file, task, solver, seconds, seed));
                    }
                }
            }
        }
        progress.end();
        Gaps gaps = new Gaps(outcomes, bestKnown);
        new GapTable(gaps, out).print();
        write(gaps);
        boolean oursLawful = outcomes.stream()
                .filter(outcome -> outcome.solver() == Solver.GIAOVAN)
                .allMatch(Outcome::isLawful);
        return oursLawful ? 0 : 1;
    }

    /** Ours and the peers that can run here; says who is left out. */
    private List<Solver> solvers(Race race) {
        List<Solver> solvers = new ArrayList<>(List.of(Solver.GIAOVAN));
        for (Solver peer : options.peers()) {
            String missing = race.missing(peer);
            if (missing.isEmpty()) {
                solvers.add(peer);
            } else if (options.peersNamed()) {
                throw new UsageException("--peers: " + peer.key() + " cannot run: " + missing);
            } else {
                out.println("Left out: " + peer.key() + ", because " + missing + ".");
            }
        }
        Optional<Solver> seedless =
                solvers.stream().filter(solver -> !solver.takesSeed()).findFirst();
        if (seedless.isPresent() && options.seeds().size() > 1) {
            out.println("Take no seed, so each seed is the same run again: "
                    + String.join(
                            ", ",
                            solvers.stream()
                                    .filter(solver -> !solver.takesSeed())
                                    .map(Solver::key)
                                    .toList())
                    + ".");
        }
        return solvers;
    }

    private BestKnown bestKnown() throws IOException {
        try {
            return BestKnown.in(options.instances());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--instances: " + wrong.getMessage());
        }
    }

    private static Task task(Path file) throws IOException {
        try {
            return TaskFile.read(file);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--instances: " + file.getFileName() + ": " + wrong.getMessage());
        }
    }

    private void write(Gaps gaps) throws IOException {
        Files.createDirectories(options.out());
        Path csv = options.out().resolve("results.csv");
        Path svg = options.out().resolve("gap-over-time.svg");
        Files.write(csv, ResultsCsv.lines(gaps));
        Files.writeString(svg, GapChart.svg(gaps));
        out.printf("%nEvery run: %s%nChart: %s%n", csv, svg);
    }
}
