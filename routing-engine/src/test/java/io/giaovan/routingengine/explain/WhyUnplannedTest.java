package io.giaovan.routingengine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.check.Judgement;
import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.check.Violation;
import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Problems;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Shift;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.rule.TriedRoute;
import io.giaovan.routingengine.solve.Planner;
import io.giaovan.routingengine.solve.SolveLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WhyUnplannedTest {
    private static final int PROBLEMS = Integer.getInteger("giaovan.explain.problems", 200);
    private static final Planner PLANNER = new Planner();

    /** A problem in which every rule occurs, with too few vehicles for its stops. */
    private static PlanningProblem overfull(long seed) {
        PlanningProblem roomy = Problems.everything(seed, 22 + (int) (seed % 4) * 6);
        List<Vehicle> few =
                roomy.vehicles().subList(0, Math.max(1, roomy.vehicles().size() / 2));
        return roomy.withVehicles(few);
    }

    @Test
    void everyReasonIsConfirmedByTheJudgeAndEveryUnlockGivesALawfulPlanWithTheStopInIt() {
        int unplanned = 0;
        int onVehicles = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            PlanningProblem problem = overfull(seed);
            Plan plan = PLANNER.solve(problem, SolveLimits.rounds(60, seed));
            List<Unplanned> reasons = UnplannedReasons.of(problem, plan);

            assertThat(reasons).as("seed %d", seed).extracting(Unplanned::stop).isEqualTo(plan.unplanned());
            for (Unplanned left : reasons) {
                String which = "seed " + seed + ", stop " + left.stop();
                assertThat(left.byVehicle())
                        .as(which)
                        .extracting(Unplanned.OnVehicle::vehicle)
                        .isEqualTo(problem.vehicles().stream().map(Vehicle::id).toList());
                for (Unplanned.OnVehicle on : left.byVehicle()) {
                    confirm(problem, left.stop(), on, which + " on " + on.vehicle());
                    onVehicles++;
                }
                assertThat(left.unlocks()).as(which).isNotEmpty();
                assertThat(left.unlocks()).as(which).isSortedAccordingTo((a, b) -> Long.compare(a.price(), b.price()));
                for (Unlock unlock : left.unlocks()) {
                    apply(problem, plan, left.stop(), unlock, which);
                }
                unplanned++;
            }
        }
        assertThat(unplanned).isGreaterThan(PROBLEMS);
        assertThat(onVehicles).isGreaterThan(unplanned);
    }

    /** Drives the route again, with the stop where the finding has it, and lets the judge look for the law. */
    private static void confirm(PlanningProblem problem, StopId stop, Unplanned.OnVehicle on, String which) {
        Law law = on.law();
        assertThat(on.detail()).as(which).isNotBlank();
        assertThat(on.route()).as(which).contains(stop);
        if (law == null) {
            assertThat(on.reason()).as(which).isIn(Reason.NOT_WORTH_IT, Reason.SEARCH_ENDED);
            return;
        }
        Map<StopId, Stop> stops = new HashMap<>();
        problem.stops().forEach(each -> stops.put(each.id(), each));
        Vehicle vehicle = vehicle(problem, on.vehicle());
        List<@Nullable Stop> visits = new ArrayList<>();
        on.route().forEach(id -> visits.add(stops.get(id)));
        if (vehicle.limits().trips() == 1) {
            Judgement judgement = PlanCheck.judge(
                    problem,
                    new Plan(
                            List.of(TriedRoute.of(problem, vehicle, visits).route()),
                            List.of(),
                            new PlanScore(0, 0, 0)));
            assertThat(judgement.violations())
                    .as(which)
                    .filteredOn(violation -> violation.law() == law)
                    .extracting(Violation::amount)
                    .isNotEmpty();
        }
        assertThat(on.amount()).as(which).isPositive();
    }

    private static void apply(PlanningProblem problem, Plan plan, StopId stop, Unlock unlock, String which) {
        PlanningProblem applied = unlock.applied(problem);
        Plan with = unlock.planned(applied, plan);

        assertThat(with.unplanned()).as(which).doesNotContain(stop);
        assertThat(unlock.route().stops()).as(which).contains(stop);
        Judgement judgement = PlanCheck.judge(applied, with);
        assertThat(judgement.isLawful())
                .as(() -> which + " with " + unlock.changes() + ": " + judgement)
                .isTrue();
        if (!unlock.changes().isEmpty()) {
            assertThat(unlock.price()).as(which).isPositive();
        }
    }

    private static Vehicle vehicle(PlanningProblem problem, VehicleId id) {
        return problem.vehicles().stream()
                .filter(vehicle -> vehicle.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFullVehicleIsNamedWithItsLoadAndTheCapacityItLacks() {
        PlanningProblem problem = PlanningProblem.of(
                List.of(Vehicle.of("v", 0, 10)),
                List.of(Stop.of("a", 1, 6), Stop.of("b", 2, 4), Stop.of("c", 3, 2)),
                Problems.line(4));
        Plan plan = PLANNER.solve(problem.withStops(problem.stops().subList(0, 2)), SolveLimits.rounds(50, 1));
        Plan with = new Plan(plan.routes(), List.of(new StopId("c")), plan.score());

        Unplanned left = UnplannedReasons.of(problem, with).getFirst();

        assertThat(left.reason()).isEqualTo(Reason.ROUTES_FULL);
        assertThat(left.detail())
                .isEqualTo("Fits alone; after the best insertion: Load 0 would be 12, the vehicle carries 10");
        assertThat(left.byVehicle().getFirst().law()).isEqualTo(Law.CAPACITY);
        assertThat(left.byVehicle().getFirst().amount()).isEqualTo(2);
        assertThat(left.unlocks().getFirst().changes())
                .containsExactly(new Change.AddCapacity(new VehicleId("v"), 0, 2));
    }

    @Test
    void aStopThatLeavesNoTimeForAnotherIsSaidToMakeItLate() {
        PlanningProblem problem = PlanningProblem.of(
                List.of(Vehicle.of("v", 0)),
                List.of(
                        Stop.of("near", 1).withService(300, 0).withWindows(new Window(0, 10)),
                        Stop.of("far", 5).withWindows(new Window(0, 60))),
                Problems.line(6));
        Plan plan = PLANNER.solve(problem, SolveLimits.rounds(50, 1));

        Unplanned left = UnplannedReasons.of(problem, plan).getFirst();

        assertThat(plan.unplanned()).hasSize(1);
        assertThat(left.byVehicle().getFirst().law()).isEqualTo(Law.TIME_WINDOW);
        assertThat(left.detail()).contains("s after its last window");
        assertThat(left.unlocks().getFirst().changes().getFirst()).isInstanceOf(Change.WidenWindow.class);
    }

    @Test
    void shiftCashAndRouteLimitsAreNamedToo() {
        Stop planned = Stop.of("a", 1).withCash(80).withService(100, 0);
        Stop left = Stop.of("b", 2).withCash(40).withService(100, 0);
        Vehicle vehicle = Vehicle.of("v", 0);

        assertThat(law(vehicle.withShift(Shift.between(0, 150)), planned, left)).isEqualTo(Law.SHIFT);
        assertThat(law(
                        vehicle.withLimits(
                                new RouteLimits(RouteLimits.NONE, RouteLimits.NONE, RouteLimits.NONE, 1, 100), null),
                        planned,
                        left))
                .isEqualTo(Law.CASH_LIMIT);
        assertThat(law(
                        vehicle.withLimits(
                                new RouteLimits(1, RouteLimits.NONE, RouteLimits.NONE, 1, RouteLimits.NO_CASH_LIMIT),
                                null),
                        planned,
                        left))
                .isEqualTo(Law.MOST_STOPS);
        assertThat(law(
                        vehicle.withLimits(
                                new RouteLimits(9, 300, RouteLimits.NONE, 1, RouteLimits.NO_CASH_LIMIT), null),
                        planned,
                        left.withService(0, 0)))
                .isEqualTo(Law.MOST_METRES);
        assertThat(law(
                        vehicle.withLimits(
                                new RouteLimits(9, RouteLimits.NONE, 200, 1, RouteLimits.NO_CASH_LIMIT), null),
                        planned,
                        left))
                .isEqualTo(Law.MOST_SECONDS);
    }

    private static @Nullable Law law(Vehicle vehicle, Stop planned, Stop left) {
        PlanningProblem problem = PlanningProblem.of(List.of(vehicle), List.of(planned, left), Problems.line(3));
        Plan alone = PLANNER.solve(problem.withStops(List.of(planned)), SolveLimits.rounds(10, 1));
        Plan plan = new Plan(
                alone.routes(),
                List.of(left.id()),
                new PlanScore(0, 1, alone.score().soft()));
        Unplanned reason = UnplannedReasons.of(problem, plan).getFirst();
        assertThat(reason.unlocks()).isNotEmpty();
        return reason.byVehicle().getFirst().law();
    }

    @Test
    void aStopThatCountsMoreTakesThePlaceOfOneThatCountsLess() {
        PlanningProblem problem = PlanningProblem.of(
                List.of(Vehicle.of("v", 0, 1)),
                List.of(Stop.of("a", 1, 1), Stop.of("b", 2, 1).withPriority(9)),
                Problems.line(3));
        Plan alone = PLANNER.solve(problem.withStops(problem.stops().subList(0, 1)), SolveLimits.rounds(10, 1));
        Plan plan = new Plan(
                alone.routes(),
                List.of(new StopId("b")),
                new PlanScore(0, 9, alone.score().soft()));

        Unplanned left = UnplannedReasons.of(problem, plan).getFirst();

        assertThat(left.unlocks())
                .anySatisfy(
                        unlock -> assertThat(unlock.changes()).containsExactly(new Change.LeaveOut(new StopId("a"))));
    }
}
