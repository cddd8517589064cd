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
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A finished plan in our own words; costs are minor units of whatever currency the prices were in.
 *
 * @param unreachable pairs of places between which no road leads, at most {@value #PAIRS_MAX} of them
 * @param unreachablePairs how many such pairs there are in all
 */
record PlanResponse(
        List<RouteBody> routes,
        List<UnplannedBody> unplanned,
        List<PairBody> unreachable,
        long unreachablePairs,
        long cost,
        long metres) {
    static final int PAIRS_MAX = 100;

    /**
     * A vehicle's route.
     *
     * @param startSnapped metres from its start to the road, absent when it starts anywhere
     * @param endSnapped the same for its end
     */
    record RouteBody(
            String vehicleId,
            Instant departAt,
            Instant backAt,
            int metres,
            long cost,
            @Nullable Integer startSnapped,
            @Nullable Integer endSnapped,
            List<VisitBody> visits) {}

    /** Two places, named as {@code stop a}, {@code start of v1} or {@code end of v1}, and whose roads do not lead there. */
    record PairBody(String profile, String from, String to) {}

    /**
     * A visit; what follows the times is said of stops only.
     *
     * @param costShare what the route would cost less without the stop
     * @param slack how much later the vehicle may come before something becomes late or unlawful
     * @param late why work begins after the last window
     * @param snapped metres between the stop and the road
     */
    record VisitBody(
            String kind,
            @Nullable String stopId,
            Instant arriveAt,
            Instant startAt,
            Instant departAt,
            @Nullable Long costShare,
            @Nullable Duration slack,
            @Nullable LateBody late,
            @Nullable Integer snapped) {}

    record LateBody(
            Duration by,
            String cause,
            @Nullable String because,
            @Nullable Duration gained,
            String detail) {}

    /** @param snapped metres between the stop and the nearest road for any vehicle of the request */
    record UnplannedBody(
            String stopId,
            String reason,
            String detail,
            @Nullable Integer snapped,
            List<OnVehicleBody> byVehicle,
            List<UnlockBody> unlocks) {}

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
        List<PairBody> unreachable = new ArrayList<>();
        long pairs = unreachable(problem, times, unreachable);
        return new PlanResponse(
                plan.routes().stream()
                        .map(route -> route(route, times, accounts))
                        .toList(),
                UnplannedReasons.of(problem, plan).stream()
                        .map(left -> unplanned(left, times))
                        .toList(),
                unreachable,
                pairs,
                plan.score().costMinor(),
                plan.routes().stream().mapToLong(PlannedRoute::metres).sum());
    }

    /** Names pairs without a road between them until there are enough; answers how many there are. */
    private static long unreachable(PlanningProblem problem, PlanTranslation times, List<PairBody> named) {
        long pairs = 0;
        for (String profile : new TreeSet<>(problem.travel().keySet())) {
            TravelMatrix travel = Objects.requireNonNull(problem.travel().get(profile), profile);
            for (int from = 0; from < travel.size(); from++) {
                for (int to = 0; to < travel.size(); to++) {
                    if (!travel.isReachable(from, to)) {
                        pairs++;
                        if (named.size() < PAIRS_MAX) {
                            named.add(new PairBody(profile, times.name(from), times.name(to)));
                        }
                    }
                }
            }
        }
        return pairs;
    }

    private static RouteBody route(PlannedRoute route, PlanTranslation times, Map<StopId, StopAccount> accounts) {
        return new RouteBody(
                route.vehicle().value(),
                times.at(route.startSeconds()),
                times.at(route.endSeconds()),
                route.metres(),
                new PlanScore(0, 0, route.cost().total()).costMinor(),
                times.startSnapped(route.vehicle()),
                times.endSnapped(route.vehicle()),
                route.visits().stream()
                        .map(visit -> visit(visit, route.vehicle(), times, accounts))
                        .toList());
    }

    private static VisitBody visit(
            Visit visit, VehicleId vehicle, PlanTranslation times, Map<StopId, StopAccount> accounts) {
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
                account == null ? null : late(account.late(), times),
                visit instanceof Visit.AtStop at ? times.snapped(at.stop(), vehicle) : null);
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
                times.snapped(left.stop()),
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
