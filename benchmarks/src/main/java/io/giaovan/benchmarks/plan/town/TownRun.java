package io.giaovan.benchmarks.plan.town;

import io.giaovan.benchmarks.child.Child;
import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.solve.Planner;
import io.giaovan.routingengine.solve.SolveLimits;
import io.giaovan.routingengine.solve.SolveProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How our engine did on one town, in a process of its own. Times count from the call of the planner, because towns are made
 * in memory; starts of the JVM are not in them.
 *
 * @param firstSeconds to the first plan, which is a lawful one
 * @param nearSeconds to a plan within 5 % of the last one's cost
 * @param cost of the last plan
 * @param vehicles used
 * @param unplanned stops left out
 * @param isLawful by the judge
 * @param movesPerSecond rounds of ruin and recreate in the second half of the time, when the code is warm
 * @param megabytes most memory of the process
 */
record TownRun(
        double firstSeconds,
        double nearSeconds,
        double cost,
        int vehicles,
        int unplanned,
        boolean isLawful,
        double movesPerSecond,
        long megabytes) {
    private static final double NEAR = 1.05;
    private static final String MARK = "town-run";
    private static final Duration SLACK = Duration.ofMinutes(5);
    private static final long MEGABYTE = 1_000_000;
    private static final long MEGABYTES_LEAST = 1_000;
    /** Matrix of the problem, the search's copies and the judge's, per pair of stops. */
    private static final long BYTES_A_PAIR = 40;

    /** The main of the process: STOPS SECONDS SEED RULES. */
    public static void main(String[] arguments) {
        double seconds = Double.parseDouble(arguments[1]);
        Set<TownRule> rules = EnumSet.noneOf(TownRule.class);
        Arrays.stream(arguments[3].split(","))
                .filter(name -> !name.equals("-"))
                .map(TownRule::valueOf)
                .forEach(rules::add);
        PlanningProblem problem = Town.problem(Integer.parseInt(arguments[0]), 1, rules);
        List<SolveProgress> heard = new ArrayList<>();
        long begin = System.nanoTime();
        Plan plan = new Planner()
                .solve(
                        problem,
                        SolveLimits.within(Duration.ofMillis((long) (seconds * 1000)), Long.parseLong(arguments[2])),
                        heard::add,
                        () -> false);
        double spent = (System.nanoTime() - begin) / 1e9;
        System.out.println(new TownRun(
                        seconds(heard.getFirst()),
                        near(heard, plan, spent),
                        plan.score().costMinor(),
                        plan.routes().size(),
                        plan.unplanned().size(),
                        PlanCheck.judge(problem, plan).isLawful(),
                        movesPerSecond(heard),
                        peakBytes() / MEGABYTE)
                .line());
    }

    private static double seconds(SolveProgress progress) {
        return progress.elapsed().toNanos() / 1e9;
    }

    /** The search tells of its best four times a second, so this is exact to a quarter of a second. */
    private static double near(List<SolveProgress> heard, Plan plan, double spent) {
        double enough = plan.score().soft() * NEAR;
        return heard.stream()
                .filter(progress ->
                        plan.unplanned().isEmpty() && progress.best().soft() <= enough)
                .mapToDouble(TownRun::seconds)
                .findFirst()
                .orElse(spent);
    }

    private static double movesPerSecond(List<SolveProgress> heard) {
        SolveProgress last = heard.getLast();
        SolveProgress middle = heard.get(heard.size() / 2);
        double between = seconds(last) - seconds(middle);
        return between > 0 ? (last.rounds() - middle.rounds()) / between : last.rounds() / seconds(last);
    }

    /** The most memory the system ever gave to this process, or where it does not tell, the most its heap held. */
    private static long peakBytes() {
        Path status = Path.of("/proc/self/status");
        try {
            if (Files.exists(status)) {
                return 1024
                        * Files.readAllLines(status).stream()
                                .filter(line -> line.startsWith("VmHWM:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .findFirst()
                                .orElseThrow();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(status + " cannot be read", broken);
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** Starts a run and waits for it. */
    static TownRun of(Child child, int stops, double seconds, long seed, Set<TownRule> rules) {
        long heap = MEGABYTES_LEAST + BYTES_A_PAIR * stops * stops / MEGABYTE;
        Child.Ended ended = child.run(
                Child.java(
                        TownRun.class,
                        heap + "m",
                        List.of("routing-engine", "contracts", "optaplanner-core-impl"),
                        List.of(
                                String.valueOf(stops),
                                String.valueOf(seconds),
                                String.valueOf(seed),
                                rules.isEmpty()
                                        ? "-"
                                        : rules.stream().map(TownRule::name).collect(Collectors.joining(",")))),
                Duration.ofMillis((long) (seconds * 1000)).plus(SLACK));
        return ended.output()
                .lines()
                .filter(line -> line.startsWith(MARK))
                .map(TownRun::read)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("the run with " + stops + " stops failed: " + ended.lastLines()));
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "%s %.3f %.3f %.1f %d %d %b %.1f %d",
                MARK,
                firstSeconds,
                nearSeconds,
                cost,
                vehicles,
                unplanned,
                isLawful,
                movesPerSecond,
                megabytes);
    }

    private static TownRun read(String line) {
        String[] parts = line.split(" ");
        return new TownRun(
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Integer.parseInt(parts[4]),
                Integer.parseInt(parts[5]),
                Boolean.parseBoolean(parts[6]),
                Double.parseDouble(parts[7]),
                Long.parseLong(parts[8]));
    }
}
