package io.giaovan.routingengine.check;

import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.RouteCost;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a plan against its problem. Thread-safe; pure. */
public final class PlanCheck {
    private final PlanningProblem problem;
    private final Map<StopId, Stop> stopById = new HashMap<>();
    private final Map<VehicleId, Vehicle> vehicleById = new HashMap<>();
    private final Map<StopId, VehicleId> plannedOn = new HashMap<>();
    private final Set<StopId> driven = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> falsehoods = new ArrayList<>();
    private final Map<VehicleId, RouteCost> costs = new HashMap<>();

    private PlanCheck(PlanningProblem problem) {
        this.problem = problem;
        problem.stops().forEach(stop -> stopById.put(stop.id(), stop));
        problem.vehicles().forEach(vehicle -> {
            vehicleById.put(vehicle.id(), vehicle);
            Progress progress = vehicle.progress();
            if (progress != null) {
                driven.addAll(progress.driven());
            }
        });
    }

    /** Judges a plan: what it breaks, what it misstates, what it costs. */
    public static Judgement judge(PlanningProblem problem, Plan plan) {
        return new PlanCheck(problem).judge(plan);
    }

    private Judgement judge(Plan plan) {
        long soft = 0;
        for (PlannedRoute route : plan.routes()) {
            Vehicle vehicle = vehicleById.get(route.vehicle());
            if (vehicle == null) {
                falsehoods.add("route of vehicle " + route.vehicle() + ": not among the vehicles");
            } else if (costs.containsKey(route.vehicle())) {
                falsehoods.add("vehicle " + route.vehicle() + ": has two routes");
            } else if (known(route)) {
                RouteCost cost = new RouteCheck(problem, vehicle, route, stopById, violations, falsehoods).judge();
                costs.put(route.vehicle(), cost);
                soft += cost.total();
            }
        }
        long medium = 0;
        Set<StopId> left = new HashSet<>(plan.unplanned());
        if (left.size() != plan.unplanned().size()) {
            falsehoods.add("unplanned: names a stop twice");
        }
        for (Stop stop : problem.stops()) {
            if (driven.contains(stop.id())) {
                continue;
            }
            boolean planned = plannedOn.containsKey(stop.id());
            if (planned == left.remove(stop.id())) {
                falsehoods.add("stop " + stop.id() + (planned ? ": is both planned and unplanned" : ": is lost"));
            }
            if (!planned) {
                medium += stop.required() ? stop.priority() : 0;
                soft += stop.required() ? 0 : stop.skipPrice() * PlanScore.UNITS_PER_MINOR;
            }
        }
        left.forEach(stop -> falsehoods.add("unplanned: " + stop + " is not a stop to be planned"));
        shipments();
        committedElsewhere();
        long hard = violations.stream().mapToLong(Violation::amount).sum();
        PlanScore score = new PlanScore(hard, medium, soft);
        if (score.medium() != plan.score().medium()
                || score.soft() != plan.score().soft()
                || (hard == 0) != (plan.score().hard() == 0)) {
            falsehoods.add("score: says " + plan.score() + ", is " + score);
        }
        return new Judgement(violations, falsehoods, score, costs);
    }

    private boolean known(PlannedRoute route) {
        boolean known = true;
        for (StopId stop : route.stops()) {
            if (!stopById.containsKey(stop) || driven.contains(stop)) {
                falsehoods.add("vehicle " + route.vehicle() + ": stop " + stop + " is not to be planned");
                known = false;
            }
            if (plannedOn.put(stop, route.vehicle()) != null) {
                falsehoods.add("stop " + stop + ": is planned twice");
            }
        }
        if (route.stops().isEmpty()) {
            falsehoods.add("vehicle " + route.vehicle() + ": its route has no stop");
        }
        return known;
    }

    private void shipments() {
        Map<StopId, VehicleId> fetchedBy = new HashMap<>();
        problem.vehicles().forEach(vehicle -> {
            Progress progress = vehicle.progress();
            if (progress != null) {
                progress.driven().forEach(stop -> fetchedBy.put(stop, vehicle.id()));
            }
        });
        for (Shipment shipment : problem.shipments()) {
            VehicleId from = fetchedBy.getOrDefault(shipment.pickup(), plannedOn.get(shipment.pickup()));
            VehicleId to = plannedOn.get(shipment.delivery());
            boolean onBoard = fetchedBy.containsKey(shipment.pickup());
            if (driven.contains(shipment.delivery()) || (onBoard && to == null)) {
                continue;
            }
            if (from == null ? to != null : !from.equals(to)) {
                violations.add(new Violation(
                        Law.SHIPMENT,
                        1,
                        shipment.pickup() + " is on " + from + ", " + shipment.delivery() + " on " + to));
            }
        }
    }

    private void committedElsewhere() {
        for (Vehicle vehicle : problem.vehicles()) {
            Progress progress = vehicle.progress();
            if (progress != null && !costs.containsKey(vehicle.id())) {
                progress.committed().stream()
                        .filter(stopById::containsKey)
                        .forEach(stop -> violations.add(
                                new Violation(Law.COMMITTED, 1, stop + " is not on vehicle " + vehicle.id())));
            }
        }
    }
}
