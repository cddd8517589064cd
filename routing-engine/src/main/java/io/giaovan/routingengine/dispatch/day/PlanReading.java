package io.giaovan.routingengine.dispatch.day;

import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.explain.Change;
import io.giaovan.routingengine.explain.StopAccount;
import io.giaovan.routingengine.explain.StopAccounts;
import io.giaovan.routingengine.explain.Unlock;
import io.giaovan.routingengine.explain.Unplanned;
import io.giaovan.routingengine.explain.UnplannedReasons;
import io.giaovan.routingengine.explain.Wording;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a solver's plan back into couriers, parcels and instants. */
public final class PlanReading {
    /** Entries of parcels and couriers that a plan keeps reasons for, so that a bad day still fits its document. */
    private static final int BY_COURIER_MAX = 5_000;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final DayProblem day;
    private final ZoneId zone;
    private final Map<VehicleId, Vehicle> vehicles = new HashMap<>();
    private final Map<StopId, StopAccount> accounts = new HashMap<>();

    public PlanReading(DayProblem day, ZoneId zone) {
        this.day = day;
        this.zone = zone;
        day.problem().vehicles().forEach(vehicle -> vehicles.put(vehicle.id(), vehicle));
    }

    public PlanResult read(Plan plan, long iterations, long solveMillis) {
        accounts.putAll(StopAccounts.of(day.problem(), plan));
        List<PlanResult.Trip> trips = new ArrayList<>();
        plan.routes().stream()
                .sorted(Comparator.comparing(route -> route.vehicle().value()))
                .forEach(route -> trips.addAll(trips(route)));
        List<PlanResult.Unplanned> unplanned = new ArrayList<>();
        int told = 0;
        for (Unplanned left : UnplannedReasons.of(day.problem(), plan)) {
            boolean whole = told + left.byVehicle().size() <= BY_COURIER_MAX;
            told += left.byVehicle().size();
            unplanned.add(new PlanResult.Unplanned(
                    delivery(left.stop()).id(),
                    left.reason().name(),
                    told(left.detail()),
                    whole ? left.byVehicle().stream().map(this::onCourier).toList() : List.of(),
                    left.unlocks().stream().map(this::unlock).toList()));
        }
        day.notDue()
                .forEach(delivery -> unplanned.add(new PlanResult.Unplanned(
                        delivery.id(),
                        day.problem().vehicles().isEmpty() ? "NO_COURIER" : "OUTSIDE_SHIFTS",
                        day.problem().vehicles().isEmpty()
                                ? "No courier of the depot has working hours left on that day"
                                : "The promised window begins after every shift has ended",
                        List.of(),
                        List.of())));
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
        StopAccount account = accounts.get(at.stop());
        StopAccount.Lateness late = account == null ? null : account.late();
        return new PlanResult.TripStop(
                delivery.id(),
                delivery.point(),
                delivery.request().promised(),
                day.at(at.startSeconds()),
                travelSeconds,
                metres,
                at.departureSeconds() - at.startSeconds(),
                day.at(at.departureSeconds())
                        .isAfter(delivery.request().promised().end()),
                account == null ? 0 : account.costShare(),
                account == null ? 0 : account.slackSeconds(),
                late == null ? "" : late.cause() + ": " + told(late.detail()));
    }

    private PlanResult.OnCourier onCourier(Unplanned.OnVehicle on) {
        return new PlanResult.OnCourier(
                new CourierId(on.vehicle().value()), on.reason().name(), told(on.detail()));
    }

    private PlanResult.Unlock unlock(Unlock unlock) {
        VehicleId courier = unlock.vehicle();
        for (Change change : unlock.changes()) {
            if (change instanceof Change.AddVehicle more) {
                courier = more.like();
            }
        }
        return new PlanResult.Unlock(
                new CourierId(courier.value()),
                unlock.changes().stream().map(Change::kind).toList(),
                unlock.changes().stream().map(change -> told(change.words())).collect(Collectors.joining("; ")),
                unlock.price());
    }

    /** A detail in the depot's time and with parcels by their own names. */
    private String told(String detail) {
        String named = Wording.called(detail, stop -> {
            Delivery delivery = day.deliveries().get(stop);
            return delivery == null ? stop : delivery.id().value();
        });
        return Wording.at(named, second -> CLOCK.format(day.at(second).atZone(zone)));
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
