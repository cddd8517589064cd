package io.giaovan.routingengine.dispatch;

import io.giaovan.routingengine.explain.UnplannedReasons;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a solver's plan back into couriers, parcels and instants. */
final class PlanReading {
    private final DayProblem day;
    private final Map<VehicleId, Vehicle> vehicles = new HashMap<>();

    PlanReading(DayProblem day) {
        this.day = day;
        day.problem().vehicles().forEach(vehicle -> vehicles.put(vehicle.id(), vehicle));
    }

    PlanResult read(Plan plan, long iterations, long solveMillis) {
        List<PlanResult.Trip> trips = new ArrayList<>();
        plan.routes().stream()
                .sorted(Comparator.comparing(route -> route.vehicle().value()))
                .forEach(route -> trips.addAll(trips(route)));
        List<PlanResult.Unplanned> unplanned = new ArrayList<>();
        UnplannedReasons.of(day.problem(), plan)
                .forEach(left -> unplanned.add(new PlanResult.Unplanned(
                        delivery(left.stop()).id(), left.reason().name(), left.detail())));
        day.notDue()
                .forEach(delivery -> unplanned.add(new PlanResult.Unplanned(
                        delivery.id(),
                        day.problem().vehicles().isEmpty() ? "NO_COURIER" : "OUTSIDE_SHIFTS",
                        day.problem().vehicles().isEmpty()
                                ? "No courier of the depot has working hours left on that day"
                                : "The promised window begins after every shift has ended")));
        return new PlanResult(
                trips,
                unplanned,
                plan.score().costMinor(),
                trips.stream().mapToLong(PlanResult.Trip::metres).sum(),
                iterations,
                solveMillis);
    }

    private List<PlanResult.Trip> trips(PlannedRoute route) {
        Vehicle vehicle = vehicle(route.vehicle());
        TravelMatrix travel = day.problem().travelOf(vehicle);
        CourierId courier = new CourierId(route.vehicle().value());
        List<PlanResult.Trip> trips = new ArrayList<>();
        List<PlanResult.TripStop> row = new ArrayList<>();
        int departure = route.startSeconds();
        int from = vehicle.startLocation();
        int metres = 0;
        long cost = costMinor(route);
        for (Visit visit : route.visits()) {
            switch (visit) {
                case Visit.AtStop at -> {
                    int way = travel.metres(from, at.location());
                    row.add(stop(at, travel.seconds(from, at.location()), way));
                    metres += way;
                    from = at.location();
                }
                case Visit.Reload reload -> {
                    metres += travel.metres(from, reload.location());
                    add(
                            trips,
                            new PlanResult.Trip(
                                    courier, day.at(departure), day.at(reload.arrivalSeconds()), metres, cost, row));
                    cost = row.isEmpty() ? cost : 0;
                    row = new ArrayList<>();
                    metres = 0;
                    departure = reload.departureSeconds();
                    from = reload.location();
                }
                case Visit.Pause _ -> {}
            }
        }
        metres += travel.metres(from, vehicle.endLocation());
        add(trips, new PlanResult.Trip(courier, day.at(departure), day.at(route.endSeconds()), metres, cost, row));
        return trips;
    }

    private static void add(List<PlanResult.Trip> trips, PlanResult.Trip trip) {
        if (!trip.stops().isEmpty()) {
            trips.add(trip);
        }
    }

    private PlanResult.TripStop stop(Visit.AtStop at, int travelSeconds, int metres) {
        Delivery delivery = delivery(at.stop());
        return new PlanResult.TripStop(
                delivery.id(),
                delivery.point(),
                delivery.request().promised(),
                day.at(at.startSeconds()),
                travelSeconds,
                metres,
                at.departureSeconds() - at.startSeconds(),
                day.at(at.departureSeconds())
                        .isAfter(delivery.request().promised().end()));
    }

    private static long costMinor(PlannedRoute route) {
        return new PlanScore(0, 0, route.cost().total()).costMinor();
    }

    private Delivery delivery(StopId stop) {
        Delivery delivery = day.deliveries().get(stop.value());
        if (delivery == null) {
            throw new IllegalStateException("the plan names stop " + stop + ", which was not asked for");
        }
        return delivery;
    }

    private Vehicle vehicle(VehicleId id) {
        Vehicle vehicle = vehicles.get(id);
        if (vehicle == null) {
            throw new IllegalStateException("the plan names vehicle " + id + ", which was not offered");
        }
        return vehicle;
    }
}
