package io.giaovan.routingengine.plan;

import io.giaovan.routingengine.explain.Unplanned;
import io.giaovan.routingengine.explain.UnplannedReasons;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Visit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finished plan in our own words; costs are minor units of whatever currency the prices were in. */
record PlanResponse(List<RouteBody> routes, List<UnplannedBody> unplanned, long cost, long metres) {
    record RouteBody(
            String vehicleId, Instant departAt, Instant backAt, int metres, long cost, List<VisitBody> visits) {}

    record VisitBody(String kind, @Nullable String stopId, Instant arriveAt, Instant startAt, Instant departAt) {}

    record UnplannedBody(String stopId, String reason, String detail, List<OnVehicleBody> byVehicle) {}

    record OnVehicleBody(String vehicleId, String reason, String detail) {}

    static PlanResponse of(PlanningProblem problem, Plan plan, PlanTranslation times) {
        return new PlanResponse(
                plan.routes().stream().map(route -> route(route, times)).toList(),
                UnplannedReasons.of(problem, plan).stream()
                        .map(PlanResponse::unplanned)
                        .toList(),
                plan.score().costMinor(),
                plan.routes().stream().mapToLong(PlannedRoute::metres).sum());
    }

    private static RouteBody route(PlannedRoute route, PlanTranslation times) {
        return new RouteBody(
                route.vehicle().value(),
                times.at(route.startSeconds()),
                times.at(route.endSeconds()),
                route.metres(),
                new PlanScore(0, 0, route.cost().total()).costMinor(),
                route.visits().stream().map(visit -> visit(visit, times)).toList());
    }

    private static VisitBody visit(Visit visit, PlanTranslation times) {
        return new VisitBody(
                switch (visit) {
                    case Visit.AtStop _ -> "STOP";
                    case Visit.Reload _ -> "RELOAD";
                    case Visit.Pause _ -> "BREAK";
                },
                visit instanceof Visit.AtStop at ? at.stop().value() : null,
                times.at(visit.arrivalSeconds()),
                times.at(visit.startSeconds()),
                times.at(visit.departureSeconds()));
    }

    private static UnplannedBody unplanned(Unplanned left) {
        return new UnplannedBody(
                left.stop().value(),
                left.reason().name(),
                left.detail(),
                left.byVehicle().stream()
                        .map(on -> new OnVehicleBody(
                                on.vehicle().value(), on.reason().name(), on.detail()))
                        .toList());
    }
}
