package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.RoutePlan;
import io.giaovan.routingengine.model.RouteVisit;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.VehicleRoute;
import io.giaovan.routingengine.model.Visit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;

/** OptaPlanner's phase in which the kernel searches; its routes are then handed back to the planning model. */
final class KernelPhase implements CustomPhaseCommand<RoutePlan> {
    private static final String VISITS = "visits";

    private final Supplier<Plan> kernel;

    /** A phase that takes its plan from the kernel. */
    KernelPhase(Supplier<Plan> kernel) {
        this.kernel = kernel;
    }

    @Override
    public void changeWorkingSolution(ScoreDirector<RoutePlan> director) {
        hand(kernel.get(), director);
    }

    private static void hand(Plan plan, ScoreDirector<RoutePlan> director) {
        RoutePlan working = director.getWorkingSolution();
        Map<StopId, RouteVisit> visitOf = new HashMap<>();
        Deque<RouteVisit> reloads = new ArrayDeque<>();
        for (VehicleRoute route : working.routes()) {
            for (RouteVisit visit : take(director, route)) {
                Stop stop = visit.stop();
                if (stop == null) {
                    reloads.add(visit);
                } else {
                    visitOf.put(stop.id(), visit);
                }
            }
        }
        Map<VehicleId, PlannedRoute> planned = new HashMap<>();
        plan.routes().forEach(route -> planned.put(route.vehicle(), route));
        for (VehicleRoute route : working.routes()) {
            Vehicle vehicle = route.vehicle();
            List<RouteVisit> visits = new ArrayList<>();
            PlannedRoute source = vehicle == null ? null : planned.get(vehicle.id());
            for (Visit visit : source == null ? List.<Visit>of() : source.visits()) {
                RouteVisit next = switch (visit) {
                    case Visit.AtStop at -> visitOf.remove(at.stop());
                    case Visit.Reload _ -> reloads.poll();
                    case Visit.Pause _ -> null;
                };
                if (next != null) {
                    visits.add(next);
                }
            }
            if (vehicle == null) {
                visits.addAll(reloads);
                visits.addAll(visitOf.values());
            }
            give(director, route, visits);
        }
        director.triggerVariableListeners();
    }

    private static List<RouteVisit> take(ScoreDirector<RoutePlan> director, VehicleRoute route) {
        List<RouteVisit> visits = List.copyOf(route.getVisits());
        director.beforeListVariableChanged(route, VISITS, 0, visits.size());
        visits.forEach(visit -> director.beforeListVariableElementUnassigned(route, VISITS, visit));
        route.getVisits().clear();
        visits.forEach(visit -> director.afterListVariableElementUnassigned(route, VISITS, visit));
        director.afterListVariableChanged(route, VISITS, 0, 0);
        return visits;
    }

    private static void give(ScoreDirector<RoutePlan> director, VehicleRoute route, List<RouteVisit> visits) {
        director.beforeListVariableChanged(route, VISITS, 0, 0);
        visits.forEach(visit -> director.beforeListVariableElementAssigned(route, VISITS, visit));
        route.getVisits().addAll(visits);
        visits.forEach(visit -> director.afterListVariableElementAssigned(route, VISITS, visit));
        director.afterListVariableChanged(route, VISITS, 0, visits.size());
    }
}
