package io.giaovan.routingengine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** A problem and a plan for it in OptaPlanner's terms. Not thread-safe. */
@PlanningSolution
public class RoutePlan {
    private final PlanningProblem problem;

    @ProblemFactCollectionProperty
    @ValueRangeProvider(id = "visits")
    private final List<RouteVisit> visits;

    @PlanningEntityCollectionProperty
    private final List<VehicleRoute> routes;

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    @SuppressWarnings("NullAway") // OptaPlanner clones through this constructor and then sets every field
    public RoutePlan() {
        this(null, List.of(), List.of());
    }

    @SuppressWarnings("NullAway") // see the constructor without parameters
    private RoutePlan(@Nullable PlanningProblem problem, List<RouteVisit> visits, List<VehicleRoute> routes) {
        this.problem = problem;
        this.visits = visits;
        this.routes = routes;
    }

    /** A problem with everything but the committed stops unplanned. */
    public static RoutePlan of(PlanningProblem problem) {
        return of(problem, new Plan(List.of(), List.of(), new PlanScore(0, 0, 0)));
    }

    /** A problem with a plan's stops and reloads on their routes; stops the plan does not name are unplanned. */
    public static RoutePlan of(PlanningProblem problem, Plan plan) {
        Map<StopId, Stop> free = new HashMap<>();
        problem.stops().forEach(stop -> free.put(stop.id(), stop));
        for (Vehicle vehicle : problem.vehicles()) {
            Progress progress = vehicle.progress();
            if (progress != null) {
                progress.driven().forEach(free::remove);
            }
        }
        Map<VehicleId, PlannedRoute> planned = new HashMap<>();
        plan.routes().forEach(route -> planned.put(route.vehicle(), route));
        List<RouteVisit> visits = new ArrayList<>();
        List<VehicleRoute> routes = new ArrayList<>();
        VehicleRoute unplanned = VehicleRoute.unplanned(problem);
        for (Vehicle vehicle : problem.vehicles()) {
            VehicleRoute route = VehicleRoute.of(problem, vehicle, committed(vehicle, free));
            PlannedRoute source = planned.get(vehicle.id());
            int reloads = 0;
            for (Visit visit : source == null ? List.<Visit>of() : source.visits()) {
                Stop stop = visit instanceof Visit.AtStop at ? free.remove(at.stop()) : null;
                if (stop != null) {
                    route.getVisits().add(RouteVisit.at(stop));
                } else if (visit instanceof Visit.Reload) {
                    route.getVisits().add(RouteVisit.reload());
                    reloads++;
                }
            }
            for (int i = reloads; i < vehicle.limits().trips() - 1; i++) {
                unplanned.getVisits().add(RouteVisit.reload());
            }
            visits.addAll(route.getVisits());
            routes.add(route);
        }
        problem.stops().stream()
                .filter(stop -> free.containsKey(stop.id()))
                .forEach(stop -> unplanned.getVisits().add(RouteVisit.at(stop)));
        visits.addAll(unplanned.getVisits());
        routes.add(unplanned);
        return new RoutePlan(problem, visits, routes);
    }

    private static List<Stop> committed(Vehicle vehicle, Map<StopId, Stop> free) {
        Progress progress = vehicle.progress();
        List<Stop> committed = new ArrayList<>();
        if (progress != null) {
            for (StopId id : progress.committed()) {
                Stop stop = free.remove(id);
                if (stop != null) {
                    committed.add(stop);
                }
            }
        }
        return committed;
    }

    public PlanningProblem problem() {
        return problem;
    }

    public List<RouteVisit> visits() {
        return visits;
    }

    public List<VehicleRoute> routes() {
        return routes;
    }

    public @Nullable HardMediumSoftLongScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftLongScore score) {
        this.score = score;
    }

    /** The stops that are on no vehicle. */
    public Set<StopId> unplanned() {
        Set<StopId> left = new HashSet<>();
        for (RouteVisit visit : routes.getLast().getVisits()) {
            Stop stop = visit.stop();
            if (stop != null) {
                left.add(stop.id());
            }
        }
        return left;
    }
}
