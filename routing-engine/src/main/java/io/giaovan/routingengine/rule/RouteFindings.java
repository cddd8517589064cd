package io.giaovan.routingengine.rule;

import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Prices;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.RouteVisit;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.VehicleRoute;
import io.giaovan.routingengine.model.WarmStart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one route breaks and costs, in the unit of each {@link Law}. */
public final class RouteFindings {
    private final long[] amounts = new long[Law.values().length];
    private final List<Long> overloads = new ArrayList<>();
    private @Nullable Timetable timetable;

    private RouteFindings() {}

    /** Reads a route; a route without stops breaks and costs nothing. */
    public static RouteFindings of(VehicleRoute route) {
        RouteFindings findings = new RouteFindings();
        Vehicle vehicle = route.vehicle();
        if (vehicle == null) {
            findings.unplanned(route);
            return findings;
        }
        List<@Nullable Stop> visits = new ArrayList<>(route.committed());
        route.getVisits().forEach(visit -> visits.add(visit.stop()));
        findings.read(route.problem(), vehicle, visits, route.committed().size());
        return findings;
    }

    /** Reads the visits of a vehicle, null being a visit to reload, the first ones being committed. */
    static RouteFindings of(PlanningProblem problem, Vehicle vehicle, List<@Nullable Stop> visits, int committed) {
        RouteFindings findings = new RouteFindings();
        findings.read(problem, vehicle, visits, committed);
        return findings;
    }

    private void read(PlanningProblem problem, Vehicle vehicle, List<@Nullable Stop> visits, int committed) {
        List<Stop> stops = new ArrayList<>();
        for (Stop stop : visits) {
            if (stop != null) {
                stops.add(stop);
            }
        }
        if (!stops.isEmpty()) {
            limits(vehicle, visits, stops);
            fitting(vehicle, stops.subList(committed, stops.size()));
            times(problem, vehicle, visits, committed);
            new Goods(problem, vehicle, visits).into(this);
            moves(problem, vehicle, stops);
        }
    }

    public long amount(Law law) {
        return amounts[law.ordinal()];
    }

    /** How far the worst trip is above each capacity, then above the cash limit; empty on a route without stops. */
    List<Long> overloads() {
        return overloads;
    }

    /** The times, or null for a route without stops. */
    @Nullable
    Timetable timetable() {
        return timetable;
    }

    void overload(long worst) {
        overloads.add(worst);
    }

    void add(Law law, long amount) {
        amounts[law.ordinal()] += Math.max(0, amount);
    }

    private void unplanned(VehicleRoute route) {
        for (RouteVisit visit : route.getVisits()) {
            Stop stop = visit.stop();
            if (stop != null && stop.required()) {
                add(Law.UNPLANNED, stop.priority());
            } else if (stop != null) {
                add(Law.SKIPPED, stop.skipPrice() * PlanScore.UNITS_PER_MINOR);
            }
        }
    }

    private void limits(Vehicle vehicle, List<@Nullable Stop> visits, List<Stop> stops) {
        RouteLimits limits = vehicle.limits();
        Progress progress = vehicle.progress();
        int driven = progress == null ? 0 : progress.driven().size();
        int trips = (progress == null ? 0 : progress.tripsDone()) + 1 + visits.size() - stops.size();
        add(Law.MOST_STOPS, driven + stops.size() - limits.stops());
        add(Law.MOST_TRIPS, trips - limits.trips());
    }

    private void fitting(Vehicle vehicle, List<Stop> free) {
        for (Stop stop : free) {
            Set<String> missing = new HashSet<>(stop.skills());
            missing.removeAll(vehicle.skills());
            add(Law.SKILLS, missing.size());
            boolean allowed =
                    stop.allowedVehicles().isEmpty() || stop.allowedVehicles().contains(vehicle.id());
            add(Law.ALLOWED_VEHICLE, allowed ? 0 : 1);
        }
    }

    private void times(PlanningProblem problem, Vehicle vehicle, List<@Nullable Stop> visits, int committed) {
        Progress progress = vehicle.progress();
        Timetable table = new Timetable(problem, vehicle, visits, committed);
        timetable = table;
        Prices prices = vehicle.prices();
        add(Law.TIME_WINDOW, table.missedSeconds());
        add(Law.BREAK, table.missedBreaks());
        add(Law.REACHABLE, table.gaps());
        add(Law.SHIFT, table.end() - vehicle.shift().lastSecond());
        add(Law.MOST_SECONDS, table.seconds() - vehicle.limits().seconds());
        int before = progress == null ? 0 : progress.metresDriven();
        add(Law.MOST_METRES, before + table.metres() - vehicle.limits().metres());
        if (progress != null) {
            for (int i = committed; i < visits.size(); i++) {
                Stop stop = visits.get(i);
                if (stop == null) {
                    break;
                }
                add(Law.RELEASE, stop.releaseSeconds() - progress.tripDepartedSeconds());
            }
        }
        add(Law.FIXED_PRICE, prices.fixed() * PlanScore.UNITS_PER_MINOR);
        add(Law.FIXED_PRICE, problem.objective() == Objective.VEHICLES ? PlanScore.VEHICLE_UNITS : 0);
        add(Law.TIME_PRICE, table.seconds() * prices.perHour() * PlanScore.UNITS_PER_HOURLY_SECOND);
        add(Law.DISTANCE_PRICE, table.metres() * prices.perKilometre() * PlanScore.UNITS_PER_KILOMETRE_METRE);
        long over = Math.max(0, table.end() - vehicle.shift().endSeconds());
        add(Law.OVERTIME_PRICE, over * vehicle.shift().overtimePricePerHour() * PlanScore.UNITS_PER_HOURLY_SECOND);
        add(Law.LATENESS_PRICE, table.lateUnits());
        add(Law.BALANCE_PRICE, (long) ((double) problem.balancePrice() * table.seconds() * table.seconds() / 720));
    }

    private void moves(PlanningProblem problem, Vehicle vehicle, List<Stop> stops) {
        WarmStart warm = problem.warmStart();
        if (warm == null) {
            return;
        }
        Set<VehicleId> vehicles = new HashSet<>();
        problem.vehicles().forEach(other -> vehicles.add(other.id()));
        Set<StopId> elsewhere = new HashSet<>();
        for (Map.Entry<VehicleId, List<StopId>> entry : warm.routes().entrySet()) {
            if (!entry.getKey().equals(vehicle.id()) && vehicles.contains(entry.getKey())) {
                elsewhere.addAll(entry.getValue());
            }
        }
        long moved =
                stops.stream().filter(stop -> elsewhere.contains(stop.id())).count();
        add(Law.MOVE_PRICE, moved * warm.movePrice() * PlanScore.UNITS_PER_MINOR);
    }
}
