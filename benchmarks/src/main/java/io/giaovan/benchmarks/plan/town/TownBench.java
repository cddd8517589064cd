package io.giaovan.benchmarks.plan.town;

import io.giaovan.benchmarks.child.Child;
import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.command.UsageException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code bench plan --growth} and {@code bench plan --rules}: our engine alone, on made-up towns. */
public final class TownBench {
    private static final String GROWTH_STOPS = "100,200,500,1000,2000,5000,10000";
    private static final int STOPS_MAX = 10_000;
    private static final int STOPS_MIN = 10;
    private static final double SECONDS_MAX = 3_600;
    private static final double GROWTH_SECONDS = 60;
    private static final double RULES_SECONDS = 10;
    private static final int RULES_STOPS = 500;
    /** What the engine promises to keep of its speed when every rule is on. */
    private static final double SHARE_PROMISED = 0.5;

    private final Child child = Child.onOneCore();
    private final PrintStream out;
    private final long seed;
    private boolean allLawful = true;

    private TownBench(PrintStream out, long seed) {
        this.out = out;
        this.seed = seed;
    }

    /** Cost, time and memory by number of stops. Returns 0, or 1 when a plan was unlawful. */
    public static int growth(List<String> arguments, PrintStream out) {
        Options options = Options.read(arguments, List.of("stops", "seconds", "seed"), List.of("growth"));
        return new TownBench(out, options.number("seed", 1, 0, Integer.MAX_VALUE))
                .growth(
                        stops(options.find("stops").orElse(GROWTH_STOPS)),
                        options.decimal("seconds", GROWTH_SECONDS, 1, SECONDS_MAX));
    }

    /** Moves a second by rules. Returns 0, or 1 when a plan was unlawful. */
    public static int rules(List<String> arguments, PrintStream out) {
        Options options = Options.read(arguments, List.of("stops", "seconds", "seed"), List.of("rules", "each"));
        return new TownBench(out, options.number("seed", 1, 0, Integer.MAX_VALUE))
                .rules(
                        (int) options.number("stops", RULES_STOPS, STOPS_MIN, STOPS_MAX),
                        options.decimal("seconds", RULES_SECONDS, 1, SECONDS_MAX),
                        options.has("each"));
    }

    private static List<Integer> stops(String text) {
        try {
            List<Integer> stops =
                    Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
            if (stops.stream().allMatch(count -> count >= STOPS_MIN && count <= STOPS_MAX)) {
                return stops;
            }
        } catch (NumberFormatException notANumber) {
            throw new UsageException("--stops: '" + text + "' is not a list of numbers such as 100,1000");
        }
        throw new UsageException("--stops: '" + text + "' has a number outside " + STOPS_MIN + " to " + STOPS_MAX);
    }

    private int growth(List<Integer> sizes, double seconds) {
        out.printf(
                Locale.ROOT,
                "Made-up towns with capacity and windows, %.0f s each from the call of the planner, each in a fresh"
                        + " process, %s.%n",
                seconds,
                child.statement());
        out.printf(
                "%8s %12s %14s %12s %10s %10s %10s %8s %s%n",
                "stops", "first plan s", "within 5 % s", "cost", "vehicles", "unplanned", "moves/s", "MB", "lawful");
        for (int stops : sizes) {
            TownRun run = run(stops, seconds, EnumSet.of(TownRule.WINDOWS, TownRule.SERVICE_AND_SETUP));
            out.printf(
                    Locale.ROOT,
                    "%8d %12.2f %14.2f %12.0f %10d %10d %10.0f %8d %b%n",
                    stops,
                    run.firstSeconds(),
                    run.nearSeconds(),
                    run.cost(),
                    run.vehicles(),
                    run.unplanned(),
                    run.movesPerSecond(),
                    run.megabytes(),
                    run.isLawful());
        }
        return allLawful ? 0 : 1;
    }

    private int rules(int stops, double seconds, boolean each) {
        out.printf(
                Locale.ROOT,
                "A made-up town with %d stops under different rules, %.0f s each in a fresh process, %s.%n"
                        + "A move is one round of ruin and recreate; counted in the second half of the time.%n",
                stops,
                seconds,
                child.statement());
        out.printf("%-28s %10s %10s %10s %s%n", "rules", "moves/s", "share", "unplanned", "lawful");
        double alone = tell("capacity only", run(stops, seconds, Set.of()), 0);
        tell("capacity and windows", run(stops, seconds, EnumSet.of(TownRule.WINDOWS)), alone);
        double everything = tell("everything", run(stops, seconds, EnumSet.allOf(TownRule.class)), alone) / alone;
        out.printf(
                Locale.ROOT,
                "With everything on, %.2f of the moves a second of capacity only (promised: %.2f)%s.%n",
                everything,
                SHARE_PROMISED,
                each ? "" : "; --each tells what each rule costs");
        if (each) {
            each(stops, seconds, alone);
        }
        return allLawful ? 0 : 1;
    }

    /** Each rule alone beside capacity, the dearest first. */
    private void each(int stops, double seconds, double alone) {
        Map<TownRule, TownRun> runs = new EnumMap<>(TownRule.class);
        for (TownRule rule : TownRule.values()) {
            Set<TownRule> set = rule == TownRule.LATENESS ? EnumSet.of(TownRule.WINDOWS, rule) : EnumSet.of(rule);
            runs.put(rule, run(stops, seconds, set));
        }
        out.println("One rule at a time, the dearest first:");
        runs.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> entry.getValue().movesPerSecond()))
                .forEach(entry -> tell("+ " + entry.getKey().words(), entry.getValue(), alone));
    }

    private TownRun run(int stops, double seconds, Set<TownRule> rules) {
        TownRun run = TownRun.of(child, stops, seconds, seed, rules);
        allLawful &= run.isLawful();
        return run;
    }

    private double tell(String rules, TownRun run, double alone) {
        out.printf(
                Locale.ROOT,
                "%-28s %10.0f %10.2f %10d %b%n",
                rules,
                run.movesPerSecond(),
                alone == 0 ? 1 : run.movesPerSecond() / alone,
                run.unplanned(),
                run.isLawful());
        return run.movesPerSecond();
    }
}
