package io.giaovan.benchmarks.plan.peer;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.Solver;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import io.giaovan.benchmarks.plan.task.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * OR-Tools' routing library: savings (without windows) or parallel cheapest insertion as the first solution, then guided
 * local search, as its guide advises. Matrices and loads are handed over whole, because callbacks into Java would slow it.
 * It takes no seed.
 */
final class OrTools implements Peer {
    @Override
    public List<int[]> solve(Task task, Deadline deadline, long seed) {
        Loader.loadNativeLibraries();
        int fleet = task.fleetToOffer();
        RoutingIndexManager manager = new RoutingIndexManager(task.size(), fleet, 0);
        RoutingModel model = new RoutingModel(manager);
        model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(matrix(task, false)));
        long[] loads = new long[task.size()];
        for (int i = 0; i < loads.length; i++) {
            loads[i] = task.demand()[i];
        }
        model.addDimension(model.registerUnaryTransitVector(loads), 0, task.capacity(), !task.hasPairs(), "load");
        if (task.hasWindows()) {
            addTime(task, fleet, manager, model);
        }
        for (int from = 1; task.hasPairs() && from < task.size(); from++) {
            if (task.delivery()[from] > 0) {
                addPair(manager, model, from, task.delivery()[from]);
            }
        }
        long millis = deadline.left().toMillis();
        RoutingSearchParameters parameters = main.defaultRoutingSearchParameters().toBuilder()
                .setFirstSolutionStrategy(
                        task.hasWindows()
                                ? FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION
                                : FirstSolutionStrategy.Value.SAVINGS)
                .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                .setTimeLimit(
                        Duration.newBuilder().setSeconds(millis / 1000).setNanos((int) (millis % 1000) * 1_000_000))
                .build();
        Assignment found = model.solveWithParameters(parameters);
        return found == null ? List.of() : routes(fleet, manager, model, found);
    }

    private static void addTime(Task task, int fleet, RoutingIndexManager manager, RoutingModel model) {
        int horizon = task.due()[0];
        model.addDimension(model.registerTransitMatrix(matrix(task, true)), horizon, horizon, false, "time");
        RoutingDimension time = model.getMutableDimension("time");
        for (int i = 1; i < task.size(); i++) {
            time.cumulVar(manager.nodeToIndex(i)).setRange(task.ready()[i], Math.min(task.due()[i], horizon));
        }
        for (int v = 0; v < fleet; v++) {
            time.cumulVar(model.start(v)).setRange(task.ready()[0], horizon);
        }
    }

    private static void addPair(RoutingIndexManager manager, RoutingModel model, int from, int to) {
        long pickup = manager.nodeToIndex(from);
        long delivery = manager.nodeToIndex(to);
        model.addPickupAndDelivery(pickup, delivery);
        Solver solver = model.solver();
        RoutingDimension time = model.getMutableDimension("time");
        solver.addConstraint(solver.makeEquality(model.vehicleVar(pickup), model.vehicleVar(delivery)));
        solver.addConstraint(solver.makeLessOrEqual(time.cumulVar(pickup), time.cumulVar(delivery)));
    }

    /** Distances, or with service the time from the start of work at one node to the arrival at the next. */
    private static long[][] matrix(Task task, boolean withService) {
        long[][] matrix = new long[task.size()][task.size()];
        for (int i = 0; i < task.size(); i++) {
            for (int j = 0; j < task.size(); j++) {
                matrix[i][j] = task.distance(i, j) + (withService ? task.service()[i] : 0);
            }
        }
        return matrix;
    }

    private static List<int[]> routes(int fleet, RoutingIndexManager manager, RoutingModel model, Assignment found) {
        List<int[]> routes = new ArrayList<>();
        for (int v = 0; v < fleet; v++) {
            List<Integer> route = new ArrayList<>();
            long at = found.value(model.nextVar(model.start(v)));
            while (!model.isEnd(at)) {
                route.add(manager.indexToNode(at));
                at = found.value(model.nextVar(at));
            }
            routes.add(route.stream().mapToInt(Integer::intValue).toArray());
        }
        return routes;
    }
}
