package io.giaovan.routingengine.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;

/**
 * A vehicle's free visits in order, as OptaPlanner moves them. Committed stops come before them and are not moved. One
 * route without a vehicle holds what is left unplanned, because a list variable has no other place for it. Not
 * thread-safe.
 */
@PlanningEntity
public class VehicleRoute {
    @PlanningId
    private final String id;

    private final PlanningProblem problem;
    private final @Nullable Vehicle vehicle;
    private final List<Stop> committed;

    @PlanningListVariable(valueRangeProviderRefs = "visits")
    private List<RouteVisit> visits = new ArrayList<>();

    @SuppressWarnings("NullAway") // OptaPlanner clones through this constructor and then sets every field
    public VehicleRoute() {
        this(null, null, List.of(), "clone");
    }

    @SuppressWarnings("NullAway") // see the constructor without parameters
    private VehicleRoute(
            @Nullable PlanningProblem problem, @Nullable Vehicle vehicle, List<Stop> committed, String id) {
        this.problem = problem;
        this.vehicle = vehicle;
        this.committed = committed;
        this.id = id;
    }

    static VehicleRoute of(PlanningProblem problem, Vehicle vehicle, List<Stop> committed) {
        return new VehicleRoute(problem, vehicle, List.copyOf(committed), "v:" + vehicle.id());
    }

    static VehicleRoute unplanned(PlanningProblem problem) {
        return new VehicleRoute(problem, null, List.of(), "unplanned");
    }

    public PlanningProblem problem() {
        return problem;
    }

    /** Who drives it, or null for what is left unplanned. */
    public @Nullable Vehicle vehicle() {
        return vehicle;
    }

    public List<Stop> committed() {
        return committed;
    }

    public List<RouteVisit> getVisits() {
        return visits;
    }

    public void setVisits(List<RouteVisit> visits) {
        this.visits = visits;
    }

    @Override
    public String toString() {
        return id + visits;
    }
}
