package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.model.ZoneBan;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries each unplanned stop alone on each vehicle. What fails there fails on every route; what fits alone was kept out by
 * the other stops.
 */
public final class UnplannedReasons {
    private UnplannedReasons() {}

    /** One entry for each unplanned stop, in the plan's order. */
    public static List<Unplanned> of(PlanningProblem problem, Plan plan) {
        Map<StopId, Stop> stops = new HashMap<>();
        problem.stops().forEach(stop -> stops.put(stop.id(), stop));
        List<Unplanned> reasons = new ArrayList<>();
        for (StopId id : plan.unplanned()) {
            Stop stop = stops.get(id);
            if (stop != null) {
                reasons.add(of(problem, stop));
            }
        }
        return reasons;
    }

    private static Unplanned of(PlanningProblem problem, Stop stop) {
        List<Unplanned.OnVehicle> byVehicle = new ArrayList<>();
        for (Vehicle vehicle : problem.vehicles()) {
            byVehicle.add(alone(problem.travelOf(vehicle), vehicle, stop));
        }
        Unplanned.OnVehicle nearest = byVehicle.stream()
                .max(Comparator.comparing(Unplanned.OnVehicle::reason))
                .orElse(null);
        return nearest == null
                ? new Unplanned(stop.id(), Reason.NOT_ALLOWED, "There is no vehicle", byVehicle)
                : new Unplanned(stop.id(), nearest.reason(), nearest.detail(), byVehicle);
    }

    private static Unplanned.OnVehicle alone(TravelMatrix travel, Vehicle vehicle, Stop stop) {
        if (!stop.allowedVehicles().isEmpty() && !stop.allowedVehicles().contains(vehicle.id())) {
            return on(vehicle, Reason.NOT_ALLOWED, "The stop is kept for other vehicles");
        }
        if (!vehicle.skills().containsAll(stop.skills())) {
            return on(vehicle, Reason.SKILL_MISSING, "Needs " + stop.skills() + ", has " + vehicle.skills());
        }
        for (int i = 0; i < vehicle.capacities().size(); i++) {
            int load = load(stop.deliver(), i) + load(stop.collect(), i);
            if (load > vehicle.capacities().get(i)) {
                return on(
                        vehicle,
                        Reason.LOAD_TOO_LARGE,
                        "Load " + i + " is " + load + ", the vehicle carries "
                                + vehicle.capacities().get(i));
            }
        }
        if (stop.cashToCollect() > vehicle.limits().cash()) {
            return on(
                    vehicle,
                    Reason.CASH_LIMIT,
                    "Cash of " + stop.cashToCollect() + " is above the courier's limit of "
                            + vehicle.limits().cash());
        }
        return onRoad(travel, vehicle, stop);
    }

    private static Unplanned.OnVehicle onRoad(TravelMatrix travel, Vehicle vehicle, Stop stop) {
        int from = vehicle.fromLocation();
        int to = vehicle.endLocation();
        if (from != Vehicle.OPEN && !travel.isReachable(from, stop.location())
                || to != Vehicle.OPEN && !travel.isReachable(stop.location(), to)) {
            return on(vehicle, Reason.UNREACHABLE, "No road leads there and back for " + vehicle.profile());
        }
        int there = from == Vehicle.OPEN ? 0 : travel.seconds(from, stop.location());
        int back = to == Vehicle.OPEN ? 0 : travel.seconds(stop.location(), to);
        int leaves = Math.max(vehicle.shift().startSeconds(), stop.releaseSeconds());
        int arrives = leaves + there;
        int begins = begin(stop, arrives);
        if (begins < 0) {
            Window last = stop.windows().getLast();
            return on(
                    vehicle,
                    Reason.WINDOW_MISSED,
                    "Can begin at second " + arrives + " at the earliest, the last window ends at " + last.endSeconds()
                            + " with " + stop.lateSecondsMax() + " s tolerated");
        }
        int service = stop.serviceSecondsOn(vehicle) + (from == stop.location() ? 0 : stop.setupSecondsOn(vehicle));
        for (ZoneBan ban : stop.zoneBans()) {
            if (ban.appliesTo(vehicle.type()) && ban.fromSeconds() < begins + service && begins < ban.toSeconds()) {
                begins = begin(stop, ban.toSeconds());
                if (begins < 0) {
                    return on(
                            vehicle,
                            Reason.ZONE_CLOSED,
                            "Closed to " + vehicle.type() + " from second " + ban.fromSeconds() + " to "
                                    + ban.toSeconds());
                }
            }
        }
        int returns = begins + service + back;
        if (returns > vehicle.shift().lastSecond()) {
            return on(
                    vehicle,
                    Reason.SHIFT_TOO_SHORT,
                    "Would be back at second " + returns + ", the shift ends at "
                            + vehicle.shift().lastSecond());
        }
        return on(vehicle, Reason.ROUTES_FULL, "Fits alone, but not beside the stops that are planned");
    }

    /** First second at or after arrival at which work may begin, or -1 when there is none. */
    private static int begin(Stop stop, int arrives) {
        if (stop.windows().isEmpty()) {
            return arrives;
        }
        for (Window window : stop.windows()) {
            if (arrives <= window.endSeconds()) {
                return Math.max(arrives, window.startSeconds());
            }
        }
        return arrives <= stop.windows().getLast().endSeconds() + stop.lateSecondsMax() ? arrives : -1;
    }

    private static int load(List<Integer> loads, int dimension) {
        return loads.isEmpty() ? 0 : loads.get(dimension);
    }

    private static Unplanned.OnVehicle on(Vehicle vehicle, Reason reason, String detail) {
        return new Unplanned.OnVehicle(vehicle.id(), reason, detail);
    }
}
