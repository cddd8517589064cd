package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.VehicleId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What would have to be different for a stop to fit, tried and judged.
 *
 * @param changes all of them together, usually one; empty when the stop fits as things are
 * @param price what the changes weigh by {@link UnlockPrices}, in minor units
 * @param addedCost what the plan then costs more, in minor units
 * @param route the route with the stop in it
 */
public record Unlock(List<Change> changes, long price, long addedCost, PlannedRoute route) {
    public Unlock {
        changes = List.copyOf(changes);
    }

    public VehicleId vehicle() {
        return route.vehicle();
    }

    /** The problem as it would be. */
    public PlanningProblem applied(PlanningProblem problem) {
        PlanningProblem changed = problem;
        for (Change change : changes) {
            changed = change.applied(changed);
        }
        return changed;
    }

    /** The plan as it would be, for the problem as it would be: this route in place of the vehicle's own. */
    public Plan planned(PlanningProblem applied, Plan plan) {
        List<PlannedRoute> routes = new ArrayList<>();
        plan.routes().stream()
                .filter(other -> !other.vehicle().equals(vehicle()))
                .forEach(routes::add);
        routes.add(route);
        Set<StopId> left = new LinkedHashSet<>(plan.unplanned());
        route.stops().forEach(left::remove);
        for (Change change : changes) {
            if (change instanceof Change.LeaveOut(StopId stop)) {
                left.add(stop);
            }
        }
        long medium = 0;
        long soft = routes.stream().mapToLong(each -> each.cost().total()).sum();
        for (Stop stop : applied.stops()) {
            if (left.contains(stop.id())) {
                medium += stop.required() ? stop.priority() : 0;
                soft += stop.required() ? 0 : stop.skipPrice() * PlanScore.UNITS_PER_MINOR;
            }
        }
        return new Plan(routes, List.copyOf(left), new PlanScore(0, medium, soft));
    }
}
