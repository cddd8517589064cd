package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.solve.vrplib.Instance;
import io.giaovan.routingengine.solve.vrplib.InstanceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command {@code solve}: reads a benchmark file, plans it, prints one line and writes the routes. */
public final class SolveCommand {
    static final String USAGE =
            "usage: solve FILE --seconds S --seed N [--objective distance|vehicles] [--out FILE.sol]";
    private static final Set<String> OPTIONS = Set.of("--seconds", "--seed", "--objective", "--out");

    private SolveCommand() {}

    /** Runs the command; 0 when a plan was written, 2 when the arguments or the file are wrong. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            solve(args, out);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("solve: " + e.getMessage());
            err.println(USAGE);
            return 2;
        } catch (IOException e) {
            err.println("solve: cannot read or write: " + e.getMessage());
            return 2;
        }
    }

    public static void main(String[] args) {
        int code = run(args, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static void solve(String[] args, PrintStream out) throws IOException {
        long start = System.nanoTime();
        Map<String, String> options = options(args);
        Path file = Path.of(options.getOrDefault("FILE", ""));
        Duration deadline = seconds(options.getOrDefault("--seconds", "10"));
        long seed = seed(options.getOrDefault("--seed", "1"));
        Instance instance = InstanceFile.read(file, objective(options.get("--objective")));
        long reading = System.nanoTime() - start;
        PlanningProblem problem = instance.problem();
        Duration left = deadline.minusNanos(reading);
        SolveLimits limits =
                SolveLimits.within(left.isPositive() ? left.plusNanos(1_000_000) : Duration.ofMillis(1), seed);
        long[] rounds = {0};
        Plan plan = new Planner().solve(problem, limits, progress -> rounds[0] = progress.rounds(), () -> false);
        double spent = (System.nanoTime() - start) / 1e9;
        String target = options.get("--out");
        if (target != null) {
            Files.writeString(Path.of(target), instance.solution(plan));
        }
        out.printf(
                Locale.ROOT,
                "%s vehicles %d cost %s seconds %.2f moves/s %.0f%s%n",
                instance.name(),
                plan.routes().size(),
                instance.costText(plan),
                spent,
                rounds[0] / spent,
                plan.unplanned().isEmpty()
                        ? ""
                        : " unplanned " + plan.unplanned().size());
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        List<String> left = List.of(args);
        for (int i = 0; i < left.size(); i++) {
            String arg = left.get(i);
            if (arg.startsWith("--")) {
                if (!OPTIONS.contains(arg)) {
                    throw new IllegalArgumentException("option " + arg + " is unknown");
                }
                if (i + 1 == left.size()) {
                    throw new IllegalArgumentException("option " + arg + " needs a value");
                }
                options.put(arg, left.get(++i));
            } else if (options.put("FILE", arg) != null) {
                throw new IllegalArgumentException("more than one file: " + arg);
            }
        }
        if (!options.containsKey("FILE")) {
            throw new IllegalArgumentException("no file given");
        }
        return options;
    }

    private static Duration seconds(String text) {
        double seconds;
        try {
            seconds = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seconds: '" + text + "' is not a number", e);
        }
        if (!(seconds >= 0.01 && seconds <= SolveLimits.DEADLINE_MAX.toSeconds())) {
            throw new IllegalArgumentException(
                    "--seconds: " + text + " is outside 0.01 to " + SolveLimits.DEADLINE_MAX.toSeconds());
        }
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed: '" + text + "' is not a whole number", e);
        }
    }

    private static @Nullable Objective objective(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "distance" -> Objective.COST;
            case "vehicles" -> Objective.VEHICLES;
            default ->
                throw new IllegalArgumentException("--objective: '" + text + "' is neither distance nor vehicles");
        };
    }
}
