package io.giaovan.routingengine.dispatch.api;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.routingengine.dispatch.OncePerKey;
import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.board.Board;
import io.giaovan.routingengine.dispatch.day.DayPlanning;
import io.giaovan.routingengine.dispatch.day.PlanAnswer;
import io.giaovan.routingengine.dispatch.day.PlanDesk;
import io.giaovan.routingengine.dispatch.day.PlanJobs;
import io.giaovan.routingengine.dispatch.day.PlanOrder;
import io.giaovan.routingengine.dispatch.day.PlanRelease;
import io.giaovan.routingengine.dispatch.live.LiveDesk;
import io.giaovan.routingengine.dispatch.live.Replanning;
import io.giaovan.routingengine.dispatch.route.ReturnsDesk;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteDesk;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.routingengine.fleet.Dispatcher;
import io.giaovan.routingengine.fleet.DispatcherAccess;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.fleet.Shift;
import io.giaovan.routingengine.fleet.ShiftId;
import io.giaovan.routingengine.fleet.Shifts;
import io.giaovan.store.idempotency.Answer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What dispatchers do over HTTP. */
@Controller("/dispatch/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DispatchController {
    private final DispatcherAccess access;
    private final Fleet fleet;
    private final Shifts shifts;
    private final PlanDesk plans;
    private final PlanJobs jobs;
    private final PlanRelease release;
    private final Routes routes;
    private final RouteDesk routeDesk;
    private final LiveDesk live;
    private final ReturnsDesk returns;
    private final Board board;
    private final OncePerKey once;
    private final Clock clock;

    DispatchController(
            DispatcherAccess access,
            Fleet fleet,
            Shifts shifts,
            PlanDesk plans,
            PlanJobs jobs,
            PlanRelease release,
            Routes routes,
            RouteDesk routeDesk,
            LiveDesk live,
            ReturnsDesk returns,
            Board board,
            OncePerKey once,
            Clock clock) {
        this.access = access;
        this.fleet = fleet;
        this.shifts = shifts;
        this.plans = plans;
        this.jobs = jobs;
        this.release = release;
        this.routes = routes;
        this.routeDesk = routeDesk;
        this.live = live;
        this.returns = returns;
        this.board = board;
        this.once = once;
        this.clock = clock;
    }

    record PlanEntered(String planId) {}

    record CashCount(Money counted) {}

    record Counted(String shiftId, Money counted) {}

    record ReturnsAnswer(List<String> requestedAgain, List<String> returned, List<String> restReturned) {}

    record RouteAnswer(String routeId, String status) {}

    @Post("/depots/{depot}/plans")
    HttpResponse<String> plan(
            HttpRequest<?> request,
            String depot,
            @Body PlanOrder order,
            @Nullable @Header("Idempotency-Key") String key) {
        Depot at = depot(request, depot);
        return respond(once.run(key, "plan|" + depot, order, HttpStatus.ACCEPTED.getCode(), () -> {
            PlanId id = plans.order(at, order, OncePerKey.plain(key));
            jobs.wake();
            return new PlanEntered(id.value());
        }));
    }

    @Get("/plans/{planId}")
    PlanAnswer plan(HttpRequest<?> request, String planId) {
        return PlanAnswer.of(mine(request, planId));
    }

    @Post("/plans/{planId}/release")
    PlanAnswer release(HttpRequest<?> request, String planId) {
        return PlanAnswer.of(release.release(mine(request, planId).id()));
    }

    @Post("/plans/{planId}/discard")
    PlanAnswer discard(HttpRequest<?> request, String planId) {
        return PlanAnswer.of(plans.discard(mine(request, planId).id()));
    }

    @Post("/routes/{routeId}/give-up")
    RouteAnswer giveUp(HttpRequest<?> request, String routeId) {
        Dispatcher dispatcher = access.dispatcher(BearerKey.get(request));
        Route route = mine(dispatcher, routeId);
        routeDesk.giveUp(route.id());
        return new RouteAnswer(routeId, "DONE");
    }

    record Replan(@Nullable Boolean takeWaiting) {}

    record ReplanAnswer(
            int routes, int kept, int moved, int added, List<PlanAnswer.UnplannedAnswer> left, double seconds) {
        static ReplanAnswer of(Replanning.Outcome outcome) {
            return new ReplanAnswer(
                    outcome.routes(),
                    outcome.kept(),
                    outcome.moved(),
                    outcome.added(),
                    outcome.left().stream().map(PlanAnswer::unplanned).toList(),
                    outcome.millis() / 1000.0);
        }
    }

    @Post("/depots/{depot}/replan")
    HttpResponse<String> replan(
            HttpRequest<?> request, String depot, @Body Replan body, @Nullable @Header("Idempotency-Key") String key) {
        Depot at = depot(request, depot);
        boolean takeWaiting = !Boolean.FALSE.equals(body.takeWaiting());
        return respond(once.run(
                key,
                "replan|" + depot,
                body,
                HttpStatus.OK.getCode(),
                () -> ReplanAnswer.of(live.replan(at, takeWaiting))));
    }

    @Post("/routes/{routeId}/lost")
    HttpResponse<String> lost(HttpRequest<?> request, String routeId, @Nullable @Header("Idempotency-Key") String key) {
        Dispatcher dispatcher = access.dispatcher(BearerKey.get(request));
        Route route = mine(dispatcher, routeId);
        Depot at = fleet.getDepot(dispatcher.depot());
        return respond(once.run(
                key,
                "lost|" + routeId,
                routeId,
                HttpStatus.OK.getCode(),
                () -> ReplanAnswer.of(live.lost(route.id(), at))));
    }

    @Post("/couriers/{courierId}/back")
    Back back(HttpRequest<?> request, String courierId) {
        Dispatcher dispatcher = access.dispatcher(BearerKey.get(request));
        live.back(new CourierId(courierId), fleet.getDepot(dispatcher.depot()));
        return new Back(courierId);
    }

    record Back(String courierId) {}

    @Get("/depots/{depot}/board")
    Board.View board(HttpRequest<?> request, String depot) {
        return board.of(depot(request, depot));
    }

    @Post("/depots/{depot}/returns")
    ReturnsAnswer returns(HttpRequest<?> request, String depot) {
        ReturnsDesk.Received received = returns.receive(depot(request, depot));
        return new ReturnsAnswer(
                ids(received.requestedAgain()), ids(received.returned()), ids(received.restReturned()));
    }

    @Post("/shifts/{shiftId}/cash-count")
    HttpResponse<String> count(
            HttpRequest<?> request,
            String shiftId,
            @Body CashCount body,
            @Nullable @Header("Idempotency-Key") String key) {
        Dispatcher dispatcher = access.dispatcher(BearerKey.get(request));
        ShiftId id = ShiftId.of(shiftId);
        Shift shift = shifts.find(id)
                .filter(found -> found.depot().equals(dispatcher.depot()))
                .orElseThrow(() -> ProblemException.notFound("shift", shiftId));
        if (body.counted().isNegative()) {
            throw ProblemException.invalid("counted.amount", body.counted().amount(), "is below 0");
        }
        return respond(once.run(key, "count|" + shift.id(), body, HttpStatus.OK.getCode(), () -> {
            shifts.count(id, body.counted(), clock.instant());
            return new Counted(shiftId, body.counted());
        }));
    }

    private Depot depot(HttpRequest<?> request, String depot) {
        DepotId id = new DepotId(depot);
        access.dispatcher(BearerKey.get(request), id);
        return fleet.getDepot(id);
    }

    private Route mine(Dispatcher dispatcher, String routeId) {
        Route route = routes.get(RouteId.of(routeId));
        if (!route.depot().equals(dispatcher.depot())) {
            throw ProblemException.notFound("route", routeId);
        }
        return route;
    }

    private DayPlanning mine(HttpRequest<?> request, String planId) {
        Dispatcher dispatcher = access.dispatcher(BearerKey.get(request));
        return plans.get(new PlanId(planId), dispatcher.depot());
    }

    private static HttpResponse<String> respond(Answer answer) {
        return HttpResponse.<String>status(HttpStatus.valueOf(answer.status()))
                .body(answer.body())
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static List<String> ids(List<DeliveryId> deliveries) {
        return deliveries.stream().map(DeliveryId::value).toList();
    }
}
