package io.giaovan.benchmarks.plan.peer;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Builder;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Coordinate;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.Solutions;
import io.giaovan.benchmarks.plan.task.Task;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * jsprit's stock algorithm on one thread. Its 2,000 iterations cool down by their number, so when they end before the time
 * does, it starts again from its best solution.
 */
final class Jsprit implements Peer {
    @Override
    public List<int[]> solve(Task task, Deadline deadline, long seed) {
        VehicleRoutingProblem problem = problem(task);
        Random random = new Random(seed);
        VehicleRoutingProblemSolution best = search(problem, random, deadline, null);
        while (!deadline.isOver()) {
            VehicleRoutingProblemSolution found = search(problem, random, deadline, best);
            best = found.getCost() < best.getCost() ? found : best;
        }
        return best.getRoutes().stream().map(Jsprit::customers).toList();
    }

    private static VehicleRoutingProblemSolution search(
            VehicleRoutingProblem problem,
            Random random,
            Deadline deadline,
            @Nullable VehicleRoutingProblemSolution first) {
        VehicleRoutingAlgorithm algorithm = Builder.newInstance(problem)
                .setProperty(Parameter.THREADS, "1")
                .setRandom(random)
                .buildAlgorithm();
        // its own TimeTermination counts from the end of the construction
        algorithm.setPrematureAlgorithmTermination(_ -> deadline.isOver());
        if (first != null) {
            algorithm.addInitialSolution(first);
        }
        return Solutions.bestOf(algorithm.searchSolutions());
    }

    private static int[] customers(VehicleRoute route) {
        return route.getActivities().stream()
                .filter(TourActivity.JobActivity.class::isInstance)
                .mapToInt(activity -> activity.getLocation().getIndex())
                .toArray();
    }

    private static VehicleRoutingProblem problem(Task task) {
        FastVehicleRoutingTransportCostsMatrix.Builder costs =
                FastVehicleRoutingTransportCostsMatrix.Builder.newInstance(task.size(), true);
        for (int i = 0; i < task.size(); i++) {
            for (int j = i + 1; j < task.size(); j++) {
                costs.addTransportTimeAndDistance(i, j, task.distance(i, j), task.distance(i, j));
            }
        }
        VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("van")
                .addCapacityDimension(0, task.capacity())
                .setCostPerDistance(1)
                .setCostPerTransportTime(0)
                .setFixedCost(0)
                .build();
        VehicleRoutingProblem.Builder problem = VehicleRoutingProblem.Builder.newInstance()
                .setFleetSize(FleetSize.INFINITE)
                .setRoutingCost(costs.build())
                .addVehicle(VehicleImpl.Builder.newInstance("van")
                        .setType(type)
                        .setStartLocation(place(task, 0))
                        .setEarliestStart(task.ready()[0])
                        .setLatestArrival(task.due()[0])
                        .build());
        for (int i = 1; i < task.size(); i++) {
            if (task.pickup()[i] == 0) {
                problem.addJob(task.delivery()[i] > 0 ? shipment(task, i) : service(task, i));
            }
        }
        return problem.build();
    }

    private static Job service(Task task, int i) {
        return Service.Builder.newInstance(String.valueOf(i))
                .setLocation(place(task, i))
                .addSizeDimension(0, task.demand()[i])
                .setServiceTime(task.service()[i])
                .setTimeWindow(window(task, i))
                .build();
    }

    private static Job shipment(Task task, int i) {
        int to = task.delivery()[i];
        return Shipment.Builder.newInstance(String.valueOf(i))
                .setPickupLocation(place(task, i))
                .setPickupServiceTime(task.service()[i])
                .setPickupTimeWindow(window(task, i))
                .setDeliveryLocation(place(task, to))
                .setDeliveryServiceTime(task.service()[to])
                .setDeliveryTimeWindow(window(task, to))
                .addSizeDimension(0, task.demand()[i])
                .build();
    }

    private static Location place(Task task, int i) {
        return Location.Builder.newInstance()
                .setIndex(i)
                .setId(String.valueOf(i))
                .setCoordinate(Coordinate.newInstance(task.x()[i], task.y()[i]))
                .build();
    }

    private static TimeWindow window(Task task, int i) {
        return TimeWindow.newInstance(task.ready()[i], task.due()[i]);
    }
}
