package io.giaovan.benchmarks.plan;

import io.giaovan.benchmarks.child.Child;
import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.race.Entry;
import io.giaovan.benchmarks.plan.race.Lanes;
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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The command {@code bench plan}: our solver and others on the same instances, with the same time on the same core, every
 * answer judged by the same judge. Prints the gaps and writes {@code results.csv} and {@code gap-over-time.svg}. With {@code --growth} or {@code --rules} our solver alone on made-up towns.
 */
public final class PlanBench {
    private final PlanBenchOptions options;
    private final PrintStream out;

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
        Path python = options.python().orElse(null);
        List<Child> children = options.cores().stream().map(Child::onCore).toList();
        List<Race> races =
                children.stream().map(child -> new Race(child, python)).toList();
        out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors. Each run in a fresh process, one at a time %s; its time counts from the start"
                        + " of the process, the start of JVM or Python included.%n",
                System.getProperty("os.arch"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                String.join(
                        ", and one at a time ",
                        children.stream().map(Child::statement).toList()));
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (Path file : options.files()) {
            tasks.put(TaskFile.nameOf(file), task(file));
        }
        List<Outcome> outcomes = new ArrayList<>(earlier(tasks.keySet()));
        List<Entry> entries = entries(tasks, solvers(races.getFirst()), outcomes);
        Progress progress = Progress.atTerminal();
        int known = outcomes.size();
        new Lanes(races).run(entries, outcome -> {
            outcomes.add(outcome);
            progress.show((double) (outcomes.size() - known) / entries.size(), outcome.instance());
            // what took hours to measure must outlive a machine that stops
            writeRuns(gaps(tasks.keySet(), outcomes, bestKnown));
        });
        progress.end();
        Gaps gaps = gaps(tasks.keySet(), outcomes, bestKnown);
        new GapTable(gaps, out).print();
        write(gaps);
        boolean oursLawful = outcomes.stream()
                .filter(outcome -> outcome.solver() == Solver.GIAOVAN)
                .allMatch(Outcome::isLawful);
        return oursLawful ? 0 : 1;
    }

    /** Runs of earlier results on the chosen instances; of two that are alike the first one counts. */
    private List<Outcome> earlier(Set<String> instances) throws IOException {
        List<Outcome> earlier = new ArrayList<>();
        for (Path file : options.from()) {
            try {
                for (Outcome outcome : ResultsCsv.read(Files.readAllLines(file))) {
                    if (instances.contains(outcome.instance())
                            && earlier.stream().noneMatch(outcome::isSameRun)) {
                        earlier.add(outcome);
                    }
                }
            } catch (NoSuchFileException none) {
                throw new UsageException("--from: there is no file " + file);
            } catch (IllegalArgumentException wrong) {
                throw new UsageException("--from: " + file + ": " + wrong.getMessage());
            }
        }
        if (!earlier.isEmpty()) {
            out.println(earlier.size() + " runs are taken from earlier results.");
        }
        return earlier;
    }

    /** What is still to be run, short limits first. */
    private List<Entry> entries(Map<String, Task> tasks, List<Solver> solvers, List<Outcome> made) {
        List<Entry> entries = new ArrayList<>();
        for (double seconds : options.seconds()) {
            for (Path file : options.files()) {
                String name = TaskFile.nameOf(file);
                for (Solver solver : solvers) {
                    for (long seed : solver.takesSeed()
                            ? options.seeds()
                            : options.seeds().subList(0, 1)) {
                        if (made.stream().noneMatch(outcome -> outcome.isOf(name, solver, seconds, seed))) {
                            entries.add(
                                    new Entry(file, Objects.requireNonNull(tasks.get(name)), solver, seconds, seed));
                        }
                    }
                }
            }
        }
        return entries;
    }

    /** Outcomes in the order of the instances, not in that of their ends. */
    private static Gaps gaps(Set<String> instances, List<Outcome> outcomes, BestKnown bestKnown) {
        List<String> order = List.copyOf(instances);
        return new Gaps(
                outcomes.stream()
                        .sorted(Comparator.comparingInt((Outcome outcome) -> order.indexOf(outcome.instance()))
                                .thenComparingDouble(Outcome::limitSeconds)
                                .thenComparing(Outcome::solver)
                                .thenComparingLong(Outcome::seed))
                        .toList(),
                bestKnown);
    }

    /** Ours and the peers that can run here; says who is left out. */
    private List<Solver> solvers(Race race) {
        List<Solver> solvers = new ArrayList<>(options.oursToo() ? List.of(Solver.GIAOVAN) : List.of());
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
            out.println("Take no seed, so they run once: "
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

    private Path writeRuns(Gaps gaps) throws IOException {
        Files.createDirectories(options.out());
        return Files.write(options.out().resolve("results.csv"), ResultsCsv.lines(gaps));
    }

    private void write(Gaps gaps) throws IOException {
        Path csv = writeRuns(gaps);
        Path svg = options.out().resolve("gap-over-time.svg");
        Files.writeString(svg, GapChart.svg(gaps));
        out.printf("%nEvery run: %s%nChart: %s%n", csv, svg);
    }
}
