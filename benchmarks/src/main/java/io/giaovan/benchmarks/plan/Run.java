package io.giaovan.benchmarks.plan;

import io.giaovan.routingengine.check.Judgement;
import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.solve.Planner;
import io.giaovan.routingengine.solve.SolveLimits;
import io.giaovan.routingengine.solve.vrplib.Instance;
import io.giaovan.routingengine.solve.vrplib.InstanceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * One search in a process of its own, cold as it comes.
 *
 * @param cost in the instance's own convention
 * @param vehicles used
 * @param lawful whether the judge found nothing and no stop is left out
 * @param seconds wall-clock time of reading and searching
 */
record Run(double cost, int vehicles, boolean lawful, double seconds) {
    /** The child's main: FILE SECONDS SEED; prints one line that {@link #read} reads. */
    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        Instance instance = InstanceFile.read(Path.of(arguments[0]), null);
        Duration deadline = Duration.ofNanos((long) (Double.parseDouble(arguments[1]) * 1e9));
        Plan plan = new Planner().solve(instance.problem(), SolveLimits.within(deadline, Long.parseLong(arguments[2])));
        double seconds = (System.nanoTime() - begin) / 1e9;
        Judgement judgement = PlanCheck.judge(instance.problem(), plan);
        System.out.printf(
                Locale.ROOT,
                "%.6f %d %b %.3f%n",
                instance.cost(plan),
                plan.routes().size(),
                judgement.isLawful() && plan.unplanned().isEmpty(),
                seconds);
    }

    static Run read(String line) {
        String[] parts = line.strip().split(" ");
        return new Run(
                Double.parseDouble(parts[0]),
                Integer.parseInt(parts[1]),
                Boolean.parseBoolean(parts[2]),
                Double.parseDouble(parts[3]));
    }
}
