package io.giaovan.benchmarks.plan.peer;

import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.solve.Planner;
import io.giaovan.routingengine.solve.SolveLimits;
import io.giaovan.routingengine.solve.vrplib.Instance;
import io.giaovan.routingengine.solve.vrplib.InstanceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Our engine, by the same way as {@code giaovan solve --objective distance}: its own reader, its own model. */
final class OwnSolver {
    private OwnSolver() {}

    static List<int[]> solve(Path file, Deadline deadline, long seed) throws IOException {
        Instance instance = InstanceFile.read(file, Objective.COST);
        Plan plan = new Planner().solve(instance.problem(), SolveLimits.within(deadline.left(), seed));
        return plan.routes().stream()
                .map(route -> route.stops().stream()
                        .mapToInt(stop -> Integer.parseInt(stop.value()))
                        .toArray())
                .toList();
    }
}
