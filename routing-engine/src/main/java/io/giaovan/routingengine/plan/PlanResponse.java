package io.giaovan.routingengine.plan;

import io.giaovan.routingengine.explain.StopAccount;
import io.giaovan.routingengine.explain.StopAccounts;
import io.giaovan.routingengine.explain.Unlock;
import io.giaovan.routingengine.explain.Unplanned;
import io.giaovan.routingengine.explain.UnplannedReasons;
import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A finished plan in our own words; costs are minor units of whatever currency the prices were in. */
record PlanResponse(List<RouteBody> routes, List<UnplannedBody> unplanned, long cost, long metres) {
    record RouteBody(
            String vehicleId, Instant departAt, Instant backAt, int metres, long cost, List<VisitBody> visits) {}

    /**
     * A visit; what follows the times is said of stops only.
     *
     * @param costShare what the route would cost less without the stop
     * @param slack how much later the vehicle may come before something becomes late or unlawful
     * @param late why work begins after the last window
     */
    record VisitBody(
            String kind,
            @Nullable String stopId,
            Instant arriveAt,
            Instant startAt,
            Instant departAt,
            @Nullable Long costShare,
            @Nullable Duration slack,
            @Nullable LateBody late) {}

    record LateBody(
            Duration by,
            String cause,
            @Nullable String because,
            @Nullable Duration gained,
            String detail) {}

    record UnplannedBody(
            String stopId, String reason, String detail, List<OnVehicleBody> byVehicle, List<UnlockBody> unlocks) {}

    record OnVehicleBody(
            String vehicleId,
            String reason,
            String detail,
            @Nullable String law,
            @Nullable Long amount,
            List<String> bestRoute) {}

    record UnlockBody(String vehicleId, List<ChangeBody> changes, long price, long addedCost, List<String> route) {}

    record ChangeBody(String kind, String detail) {}

    static PlanResponse of(PlanningProblem problem, Plan plan, PlanTranslation times) {
        Map<StopId, StopAccount> accounts = StopAccounts.of(problem, plan);
        return new PlanResponse(
                plan.routes().stream()
                        .map(route -> route(route, times, accounts))
                        .toList(),
                UnplannedReasons.of(problem, plan).stream()
                        .map(left -> unplanned(left, times))
                        .toList(),
                plan.score().costMinor(),
                plan.routes().stream().mapToLong(PlannedRoute::metres).sum());
    }

    private static RouteBody route(PlannedRoute route, PlanTranslation times, Map<StopId, StopAccount> accounts) {
        return new RouteBody(
                route.vehicle().value(),
                times.at(route.startSeconds()),
                times.at(route.endSeconds()),
                route.metres(),
                new PlanScore(0, 0, route.cost().total()).costMinor(),
                route.visits().stream()
                        .map(visit -> visit(visit, times, accounts))
                        .toList());
    }

    private static VisitBody visit(Visit visit, PlanTranslation times, Map<StopId, StopAccount> accounts) {
        StopAccount account = visit instanceof Visit.AtStop at ? accounts.get(at.stop()) : null;
        return new VisitBody(
                switch (visit) {
                    case Visit.AtStop _ -> "STOP";
                    case Visit.Reload _ -> "RELOAD";
                    case Visit.Pause _ -> "BREAK";
                },
                visit instanceof Visit.AtStop at ? at.stop().value() : null,
                times.at(visit.arrivalSeconds()),
                times.at(visit.startSeconds()),
                times.at(visit.departureSeconds()),
                account == null ? null : account.costShare(),
                account == null ? null : Duration.ofSeconds(account.slackSeconds()),
                account == null ? null : late(account.late(), times));
    }

    private static @Nullable LateBody late(StopAccount.@Nullable Lateness late, PlanTranslation times) {
        if (late == null) {
            return null;
        }
        StopId because = late.because();
        return new LateBody(
                Duration.ofSeconds(late.seconds()),
                late.cause().name(),
                because == null ? null : because.value(),
                because == null ? null : Duration.ofSeconds(late.gainedSeconds()),
                times.told(late.detail()));
    }

    private static UnplannedBody unplanned(Unplanned left, PlanTranslation times) {
        return new UnplannedBody(
                left.stop().value(),
                left.reason().name(),
                times.told(left.detail()),
                left.byVehicle().stream().map(on -> onVehicle(on, times)).toList(),
                left.unlocks().stream().map(PlanResponse::unlock).toList());
    }

    private static OnVehicleBody onVehicle(Unplanned.OnVehicle on, PlanTranslation times) {
        Law law = on.law();
        return new OnVehicleBody(
                on.vehicle().value(),
                on.reason().name(),
                times.told(on.detail()),
                law == null ? null : law.name(),
                law == null ? null : on.amount(),
                on.route().stream().map(StopId::value).toList());
    }

    private static UnlockBody unlock(Unlock unlock) {
        return new UnlockBody(
                unlock.vehicle().value(),
                unlock.changes().stream()
                        .map(change -> new ChangeBody(change.kind(), change.words()))
                        .toList(),
                unlock.price(),
                unlock.addedCost(),
                unlock.route().stops().stream().map(StopId::value).toList());
    }
}
