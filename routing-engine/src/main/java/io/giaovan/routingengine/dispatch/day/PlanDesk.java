package io.giaovan.routingengine.dispatch.day;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Takes orders for plans and keeps what becomes of them. Safe for use by many threads. */
@Singleton
public final class PlanDesk {
    private static final int DAYS_AHEAD_MAX = 31;
    private static final int RACES_MAX = 20;

    private final Plans plans;
    private final DispatchSettings settings;
    private final Clock clock;

    PlanDesk(Plans plans, DispatchSettings settings, Clock clock) {
        this.plans = plans;
        this.settings = settings;
        this.clock = clock;
    }

    /** Enters an order for a plan; the same key enters it once. */
    public PlanId order(Depot depot, PlanOrder order, String key) {
        LocalDate today = depot.dayAt(clock.instant());
        if (order.day().isBefore(today.minusDays(1)) || order.day().isAfter(today.plusDays(DAYS_AHEAD_MAX))) {
            throw ProblemException.invalid(
                    "day", order.day(), "is outside " + today.minusDays(1) + " to " + today.plusDays(DAYS_AHEAD_MAX));
        }
        Integer seconds = order.seconds();
        if (seconds != null && seconds > settings.secondsMax()) {
            throw ProblemException.invalid("seconds", seconds, "is above the limit of " + settings.secondsMax());
        }
        Long iterations = order.iterations();
        if (iterations != null && iterations > settings.iterationsMax()) {
            throw ProblemException.invalid(
                    "iterations", iterations, "is above the limit of " + settings.iterationsMax());
        }
        PlanId id = new PlanId("p-" + Secrets.digest(depot.id() + "|" + key).substring(0, 24));
        plans.insert(new DayPlanning(id, depot.id(), order, clock.instant(), new PlanState.Solving(), 0));
        return id;
    }

    public DayPlanning get(PlanId id) {
        return plans.find(id).orElseThrow(() -> ProblemException.notFound("plan", id.value()));
    }

    /** A plan of one depot; another depot's looks as if it did not exist. */
    public DayPlanning get(PlanId id, DepotId depot) {
        DayPlanning plan = get(id);
        if (!plan.depot().equals(depot)) {
            throw ProblemException.notFound("plan", id.value());
        }
        return plan;
    }

    public List<DayPlanning> listNewest(DepotId depot, int count) {
        return plans.listNewest(depot, count);
    }

    /** The dispatcher does not want the plan; discarding again changes nothing. */
    public DayPlanning discard(PlanId id) {
        return move(id, plan -> switch (plan.state()) {
            case PlanState.Proposed proposed -> new PlanState.Discarded(proposed.result());
            case PlanState.Discarded same -> same;
            case PlanState.Solving _, PlanState.Releasing _, PlanState.Released _, PlanState.Failed _ ->
                throw outOfSequence(plan, "discarded");
        });
    }

    /** The plan begins to be given to the couriers. */
    DayPlanning beginRelease(PlanId id) {
        return move(id, plan -> switch (plan.state()) {
            case PlanState.Proposed proposed -> new PlanState.Releasing(proposed.result());
            case PlanState.Releasing same -> same;
            case PlanState.Released same -> same;
            case PlanState.Solving _, PlanState.Discarded _, PlanState.Failed _ ->
                throw outOfSequence(plan, "released");
        });
    }

    DayPlanning endRelease(PlanId id) {
        return move(
                id,
                plan -> plan.state() instanceof PlanState.Releasing releasing
                        ? new PlanState.Released(releasing.result())
                        : plan.state());
    }

    /** What the search came to; too late when the plan is no longer waited for. */
    DayPlanning solved(PlanId id, PlanState proposedOrFailed) {
        return move(id, plan -> plan.state() instanceof PlanState.Solving ? proposedOrFailed : plan.state());
    }

    private DayPlanning move(PlanId id, Function<DayPlanning, PlanState> step) {
        for (int race = 0; race < RACES_MAX; race++) {
            DayPlanning before = get(id);
            PlanState next = step.apply(before);
            if (next.equals(before.state()) || plans.update(before.in(next))) {
                return get(id);
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "Plan " + id + " is being changed by others");
    }

    private static ProblemException outOfSequence(DayPlanning plan, String what) {
        return new ProblemException(
                ErrorCode.OUT_OF_SEQUENCE,
                "Plan " + plan.id() + " is " + PlanAnswer.status(plan.state()) + " and cannot be " + what);
    }
}
