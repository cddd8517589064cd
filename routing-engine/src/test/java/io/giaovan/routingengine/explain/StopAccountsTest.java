package io.giaovan.routingengine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.check.Judgement;
import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Problems;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.solve.Planner;
import io.giaovan.routingengine.solve.SolveLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StopAccountsTest {
    private static final Planner PLANNER = new Planner();

    @Test
    void aStopsShareIsWhatTheRouteCostsLessWithoutIt() {
        PlanningProblem problem = PlanningProblem.of(
                List.of(Vehicle.of("v", 0)), List.of(Stop.of("near", 1), Stop.of("far", 5)), Problems.line(6));

        Map<StopId, StopAccount> accounts = StopAccounts.of(problem, PLANNER.solve(problem, SolveLimits.rounds(20, 1)));

        assertThat(account(accounts, "near").costShare()).isZero();
        assertThat(account(accounts, "far").costShare()).isEqualTo(800);
    }

    @Test
    void aLateStopNamesTheStopBeforeItThatTakesTheTime() {
        PlanningProblem problem = PlanningProblem.of(
                List.of(Vehicle.of("v", 0)),
                List.of(
                        Stop.of("slow", 1).withService(500, 0).withWindows(new Window(0, 10)),
                        Stop.of("late", 2).withWindows(new Window(0, 100)).withLateness(1_000, 10)),
                Problems.line(3));

        Map<StopId, StopAccount> accounts = StopAccounts.of(problem, PLANNER.solve(problem, SolveLimits.rounds(20, 1)));

        StopAccount.Lateness late = account(accounts, "late").late();
        assertThat(late).isNotNull();
        assertThat(late.seconds()).isEqualTo(420);
        assertThat(late.cause()).isEqualTo(StopAccount.Cause.STOP_BEFORE);
        assertThat(late.because()).isEqualTo(new StopId("slow"));
        assertThat(late.gainedSeconds()).isEqualTo(500);
        assertThat(late.detail()).contains("the leg here takes 10 s");
        assertThat(account(accounts, "slow").late()).isNull();
        assertThat(account(accounts, "late").slackSeconds()).isZero();
    }

    @Test
    void aStopThatIsLateAloneSaysSo() {
        Stop goods = Stop.of("goods", 1)
                .withWindows(new Window(0, 100))
                .withLateness(1_000, 10)
                .withRelease(200);
        Stop far = Stop.of("far", 5).withWindows(new Window(0, 20)).withLateness(1_000, 10);
        PlanningProblem problem = PlanningProblem.of(
                List.of(Vehicle.of("v", 0), Vehicle.of("w", 0)), List.of(goods, far), Problems.line(6));
        Plan plan = PLANNER.solve(problem, SolveLimits.rounds(100, 1));

        Map<StopId, StopAccount> accounts = StopAccounts.of(problem, plan);

        assertThat(account(accounts, "goods").late())
                .extracting(StopAccount.Lateness::cause)
                .isEqualTo(StopAccount.Cause.NOT_READY);
        assertThat(account(accounts, "far").late()).isNotNull();
    }

    @Test
    void aStopMayComeLaterByItsSlackAndTheRouteStaysLawfulAndNoLater() {
        int moved = 0;
        for (long seed = 0; seed < 40; seed++) {
            PlanningProblem problem = Problems.everything(seed, 20);
            Plan plan = PLANNER.solve(problem, SolveLimits.rounds(60, seed));
            Map<StopId, StopAccount> accounts = StopAccounts.of(problem, plan);
            assertThat(accounts.keySet())
                    .containsExactlyInAnyOrderElementsOf(plan.routes().stream()
                            .flatMap(route -> route.stops().stream())
                            .toList());
            for (PlannedRoute route : plan.routes()) {
                for (StopId stop : route.stops()) {
                    int slack = account(accounts, stop.value()).slackSeconds();
                    Judgement judged = PlanCheck.judge(problem, slipped(plan, route, stop, slack, problem));
                    assertThat(judged.violations())
                            .as("seed %d, stop %s, %d s later", seed, stop, slack)
                            .isEmpty();
                    assertThat(judged.costs().get(route.vehicle()).lateness())
                            .as("seed %d, stop %s", seed, stop)
                            .isEqualTo(route.cost().lateness());
                    moved += slack > 0 ? 1 : 0;
                }
            }
        }
        assertThat(moved).isGreaterThan(40);
    }

    /** The plan with a vehicle that comes to a stop so much later and goes on from there as soon as it can. */
    private static Plan slipped(Plan plan, PlannedRoute route, StopId stop, int seconds, PlanningProblem problem) {
        List<Visit> visits = new ArrayList<>();
        int delay = 0;
        boolean reached = false;
        for (Visit visit : route.visits()) {
            boolean here = visit instanceof Visit.AtStop at && at.stop().equals(stop);
            reached |= here;
            int arrival = visit.arrivalSeconds() + (here ? seconds : delay);
            int work = visit instanceof Visit.Reload ? reloadSeconds(problem, route) : 0;
            switch (visit) {
                case Visit.AtStop at -> {
                    int begun = Math.max(arrival, at.startSeconds());
                    int left = begun + at.departureSeconds() - at.startSeconds();
                    visits.add(new Visit.AtStop(at.stop(), at.location(), arrival, begun, left));
                    delay = left - at.departureSeconds();
                }
                case Visit.Pause pause -> {
                    int begun = Math.max(arrival, pause.startSeconds());
                    int left = begun + pause.departureSeconds() - pause.startSeconds();
                    visits.add(new Visit.Pause(pause.index(), pause.location(), arrival, begun, left));
                    delay = left - pause.departureSeconds();
                }
                case Visit.Reload reload -> {
                    int left = Math.max(reload.departureSeconds(), arrival + work);
                    visits.add(new Visit.Reload(reload.location(), arrival, arrival, left));
                    delay = left - reload.departureSeconds();
                }
            }
            delay = reached ? delay : 0;
        }
        PlannedRoute later = new PlannedRoute(
                route.vehicle(),
                route.startSeconds(),
                route.endSeconds() + delay,
                route.metres(),
                visits,
                route.cost());
        return new Plan(
                plan.routes().stream()
                        .map(each -> each.vehicle().equals(route.vehicle()) ? later : each)
                        .toList(),
                plan.unplanned(),
                plan.score());
    }

    private static int reloadSeconds(PlanningProblem problem, PlannedRoute route) {
        var reloading = problem.vehicles().stream()
                .filter(vehicle -> vehicle.id().equals(route.vehicle()))
                .findFirst()
                .orElseThrow()
                .reloading();
        return reloading == null ? 0 : reloading.seconds();
    }

    private static StopAccount account(Map<StopId, StopAccount> accounts, String stop) {
        StopAccount account = accounts.get(new StopId(stop));
        assertThat(account).as("account of %s", stop).isNotNull();
        return account;
    }
}
