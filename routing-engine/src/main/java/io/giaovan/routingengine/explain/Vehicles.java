package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Shift;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import java.util.List;

/** Vehicles with one thing changed, and finding things by their ids. */
final class Vehicles {
    private Vehicles() {}

    static Vehicle get(PlanningProblem problem, VehicleId id) {
        return problem.vehicles().stream()
                .filter(vehicle -> vehicle.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("vehicle: " + id + " is not in the problem"));
    }

    static Stop stop(PlanningProblem problem, StopId id) {
        return problem.stops().stream()
                .filter(stop -> stop.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("stop: " + id + " is not in the problem"));
    }

    static Vehicle withCapacities(Vehicle vehicle, List<Integer> capacities) {
        return new Vehicle(
                vehicle.id(),
                vehicle.profile(),
                vehicle.type(),
                vehicle.startLocation(),
                vehicle.endLocation(),
                capacities,
                vehicle.skills(),
                vehicle.shift(),
                vehicle.breaks(),
                vehicle.prices(),
                vehicle.limits(),
                vehicle.reloading(),
                vehicle.servicePercent(),
                vehicle.progress());
    }

    static Vehicle withLimit(Vehicle vehicle, Law law, long more) {
        RouteLimits limits = vehicle.limits();
        int amount = (int) Math.min(more, RouteLimits.NONE);
        return vehicle.withLimits(
                switch (law) {
                    case MOST_STOPS ->
                        new RouteLimits(
                                limits.stops() + amount,
                                limits.metres(),
                                limits.seconds(),
                                limits.trips(),
                                limits.cash());
                    case MOST_METRES ->
                        new RouteLimits(
                                limits.stops(),
                                limits.metres() + amount,
                                limits.seconds(),
                                limits.trips(),
                                limits.cash());
                    case MOST_SECONDS ->
                        new RouteLimits(
                                limits.stops(),
                                limits.metres(),
                                limits.seconds() + amount,
                                limits.trips(),
                                limits.cash());
                    case MOST_TRIPS ->
                        new RouteLimits(
                                limits.stops(),
                                limits.metres(),
                                limits.seconds(),
                                limits.trips() + amount,
                                limits.cash());
                    case CASH_LIMIT ->
                        new RouteLimits(
                                limits.stops(),
                                limits.metres(),
                                limits.seconds(),
                                limits.trips(),
                                limits.cash() + more);
                    default -> throw new IllegalArgumentException("law: " + law + " is no limit of a route");
                },
                vehicle.reloading());
    }

    /** Another vehicle of the kind that has not left yet; it cannot begin before now, where the first one is under way. */
    static Vehicle fresh(Vehicle vehicle, VehicleId id) {
        Progress progress = vehicle.progress();
        Vehicle idle = vehicle.withId(id).withProgress(null);
        if (progress == null || progress.atSeconds() <= vehicle.shift().startSeconds()) {
            return idle;
        }
        int start = Math.min(progress.atSeconds(), vehicle.shift().endSeconds());
        Break[] later = vehicle.breaks().stream()
                .filter(pause -> pause.earliestSeconds() >= start)
                .toArray(Break[]::new);
        return idle.withShift(
                new Shift(
                        start,
                        vehicle.shift().endSeconds(),
                        vehicle.shift().overtimeSecondsMax(),
                        vehicle.shift().overtimePricePerHour()),
                later);
    }
}
