package io.giaovan.routingengine.dispatch.day;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as dispatchers see it. */
public record PlanAnswer(
        String planId,
        String depot,
        LocalDate day,
        String status,
        List<RouteAnswer> routes,
        List<UnplannedAnswer> unplanned,
        @Nullable Money cost,
        @Nullable Long metres,
        @Nullable Long iterations,
        @Nullable Double solveSeconds,
        @Nullable String reason) {

    record RouteAnswer(
            String courierId, Instant departAt, int metres, long seconds, Money cost, List<StopAnswer> stops) {}

    record StopAnswer(
            String deliveryId,
            int sequence,
            Instant eta,
            TimeWindow window,
            boolean late,
            Money costShare,
            Duration slack,
            @Nullable String whyLate) {}

    public record UnplannedAnswer(
            String deliveryId,
            String reason,
            String detail,
            List<OnCourierAnswer> byCourier,
            List<UnlockAnswer> unlocks) {}

    record OnCourierAnswer(String courierId, String reason, String detail) {}

    record UnlockAnswer(String courierId, List<String> kinds, String detail, Money price) {}

    public static PlanAnswer of(DayPlanning plan) {
        return switch (plan.state()) {
            case PlanState.Solving _ -> without(plan, null);
            case PlanState.Failed failed -> without(plan, failed.reason());
            case PlanState.Proposed proposed -> with(plan, proposed.result());
            case PlanState.Releasing releasing -> with(plan, releasing.result());
            case PlanState.Released released -> with(plan, released.result());
            case PlanState.Discarded discarded -> with(plan, discarded.result());
        };
    }

    /** The state's name on the wire; a plan half released is told as proposed. */
    public static String status(PlanState state) {
        return switch (state) {
            case PlanState.Solving _ -> "SOLVING";
            case PlanState.Proposed _, PlanState.Releasing _ -> "PROPOSED";
            case PlanState.Released _ -> "RELEASED";
            case PlanState.Discarded _ -> "DISCARDED";
            case PlanState.Failed _ -> "FAILED";
        };
    }

    private static PlanAnswer without(DayPlanning plan, @Nullable String reason) {
        return new PlanAnswer(
                plan.id().value(),
                plan.depot().value(),
                plan.order().day(),
                status(plan.state()),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                reason);
    }

    private static PlanAnswer with(DayPlanning plan, PlanResult result) {
        return new PlanAnswer(
                plan.id().value(),
                plan.depot().value(),
                plan.order().day(),
                status(plan.state()),
                result.routes().stream().map(PlanAnswer::route).toList(),
                result.unplanned().stream().map(PlanAnswer::unplanned).toList(),
                Money.vnd(result.cost()),
                result.metres(),
                result.iterations(),
                result.solveMillis() / 1000.0,
                null);
    }

    public static UnplannedAnswer unplanned(PlanResult.Unplanned left) {
        return new UnplannedAnswer(
                left.delivery().value(),
                left.reason(),
                left.detail(),
                left.byCourier().stream()
                        .map(on -> new OnCourierAnswer(on.courier().value(), on.reason(), on.detail()))
                        .toList(),
                left.unlocks().stream()
                        .map(unlock -> new UnlockAnswer(
                                unlock.courier().value(), unlock.kinds(), unlock.detail(), Money.vnd(unlock.price())))
                        .toList());
    }

    private static RouteAnswer route(PlanResult.Trip trip) {
        List<StopAnswer> stops = new ArrayList<>();
        for (PlanResult.TripStop stop : trip.stops()) {
            stops.add(new StopAnswer(
                    stop.delivery().value(),
                    stops.size() + 1,
                    stop.eta(),
                    stop.promised(),
                    stop.late(),
                    Money.vnd(stop.costShare()),
                    Duration.ofSeconds(stop.slackSeconds()),
                    stop.whyLate().isEmpty() ? null : stop.whyLate()));
        }
        return new RouteAnswer(
                trip.courier().value(),
                trip.departAt(),
                trip.metres(),
                trip.backAt().getEpochSecond() - trip.departAt().getEpochSecond(),
                Money.vnd(trip.cost()),
                stops);
    }
}
