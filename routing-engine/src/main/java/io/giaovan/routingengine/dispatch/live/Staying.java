package io.giaovan.routingengine.dispatch.live;

import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.rule.TriedRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of a plan: every stop stays where it is, and each new one goes where it costs the least. What cannot be
 * done so needs a search.
 */
final class Staying {
    /** So many new stops are placed one by one; more need a search. */
    private static final int NEW_MAX = 100;

    private final PlanningProblem problem;
    private final Map<VehicleId, List<@Nullable Stop>> rows = new LinkedHashMap<>();
    private final Map<VehicleId, Long> costs = new LinkedHashMap<>();

    private final List<Stop> nowhere = new ArrayList<>();

    private Staying(PlanningProblem problem) {
        this.problem = problem;
    }

    /**
     * The changed plan, or empty when a search could place a stop that found no place here, or when too many are new.
     *
     * @param trips what each vehicle does now, trip by trip; stops that are not in the problem are left out, and one that can
     *     no longer stay is new
     */
    static Optional<Plan> plan(PlanningProblem problem, Map<VehicleId, List<List<StopId>>> trips) {
        Staying staying = new Staying(problem);
        Map<StopId, Stop> left = new LinkedHashMap<>();
        problem.stops().forEach(stop -> left.put(stop.id(), stop));
        for (Vehicle vehicle : problem.vehicles()) {
            staying.take(vehicle, trips.getOrDefault(vehicle.id(), List.of()), left);
        }
        if (left.size() > NEW_MAX || !left.values().stream().allMatch(staying::isSettled)) {
            return Optional.empty();
        }
        return staying.judged();
    }

    private void take(Vehicle vehicle, List<List<StopId>> trips, Map<StopId, Stop> left) {
        List<@Nullable Stop> row = new ArrayList<>();
        for (List<StopId> trip : trips) {
            List<Stop> stops =
                    trip.stream().map(left::get).filter(Objects::nonNull).toList();
            if (!row.isEmpty() && !stops.isEmpty()) {
                row.add(null);
            }
            row.addAll(stops);
        }
        if (!isLawful(vehicle, row)) {
            row = withoutWhatBreaks(vehicle, row);
        }
        for (Stop stop : row) {
            if (stop != null) {
                left.remove(stop.id());
            }
        }
        rows.put(vehicle.id(), row);
        costs.put(
                vehicle.id(),
                row.isEmpty()
                        ? 0L
                        : TriedRoute.of(problem, vehicle, row).route().cost().total());
    }

    private boolean isLawful(Vehicle vehicle, List<@Nullable Stop> row) {
        return row.isEmpty() || TriedRoute.of(problem, vehicle, row).isLawful();
    }

    /** The row again, visit by visit, passing over those with which it is not lawful. */
    private List<@Nullable Stop> withoutWhatBreaks(Vehicle vehicle, List<@Nullable Stop> row) {
        List<@Nullable Stop> kept = new ArrayList<>();
        boolean reload = false;
        for (Stop stop : row) {
            if (stop == null) {
                reload = !kept.isEmpty();
                continue;
            }
            List<@Nullable Stop> longer = new ArrayList<>(kept);
            if (reload) {
                longer.add(null);
            }
            longer.add(stop);
            if (isLawful(vehicle, longer)) {
                kept = longer;
                reload = false;
            }
        }
        return kept;
    }

    /** Whether the stop has a place now, or no search would find it one. */
    private boolean isSettled(Stop stop) {
        if (place(stop)) {
            return true;
        }
        nowhere.add(stop);
        return problem.vehicles().stream()
                .noneMatch(vehicle -> isLawful(vehicle, new ArrayList<@Nullable Stop>(List.of(stop))));
    }

    private boolean place(Stop stop) {
        Vehicle taker = null;
        List<@Nullable Stop> best = List.of();
        long least = Long.MAX_VALUE;
        long total = 0;
        for (Vehicle vehicle : problem.vehicles()) {
            long before = costs.getOrDefault(vehicle.id(), 0L);
            for (List<@Nullable Stop> way : ways(vehicle, stop)) {
                TriedRoute tried = TriedRoute.of(problem, vehicle, way);
                long cost = tried.route().cost().total();
                if (cost - before < least && tried.isLawful()) {
                    taker = vehicle;
                    best = way;
                    least = cost - before;
                    total = cost;
                }
            }
        }
        if (taker == null) {
            return false;
        }
        rows.put(taker.id(), best);
        costs.put(taker.id(), total);
        return true;
    }

    /** The stop before every visit and at the end, there also on a trip of its own. */
    private List<List<@Nullable Stop>> ways(Vehicle vehicle, Stop stop) {
        List<@Nullable Stop> row = rows.getOrDefault(vehicle.id(), List.of());
        List<List<@Nullable Stop>> ways = new ArrayList<>();
        for (int place = 0; place <= row.size(); place++) {
            List<@Nullable Stop> way = new ArrayList<>(row);
            way.add(place, stop);
            ways.add(way);
        }
        if (!row.isEmpty() && vehicle.reloading() != null) {
            List<@Nullable Stop> way = new ArrayList<>(row);
            way.add(null);
            way.add(stop);
            ways.add(way);
        }
        return ways;
    }

    private Optional<Plan> judged() {
        List<PlannedRoute> routes = new ArrayList<>();
        for (Vehicle vehicle : problem.vehicles()) {
            List<@Nullable Stop> row = rows.getOrDefault(vehicle.id(), List.of());
            if (!row.isEmpty()) {
                routes.add(TriedRoute.of(problem, vehicle, row).route());
            }
        }
        long skipped = nowhere.stream()
                .filter(stop -> !stop.required())
                .mapToLong(Stop::skipPrice)
                .sum();
        long soft =
                routes.stream().mapToLong(route -> route.cost().total()).sum() + skipped * PlanScore.UNITS_PER_MINOR;
        long medium = nowhere.stream()
                .filter(Stop::required)
                .mapToLong(Stop::priority)
                .sum();
        Plan plan = new Plan(routes, nowhere.stream().map(Stop::id).toList(), new PlanScore(0, medium, soft));
        return PlanCheck.judge(problem, plan).isLawful() ? Optional.of(plan) : Optional.empty();
    }
}
