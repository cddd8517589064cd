package io.giaovan.routingengine.dispatch.board;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.SessionTokens;
import io.giaovan.edge.page.Language;
import io.giaovan.edge.page.Pages;
import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.day.PlanDesk;
import io.giaovan.routingengine.dispatch.day.PlanJobs;
import io.giaovan.routingengine.dispatch.day.PlanOrder;
import io.giaovan.routingengine.dispatch.day.PlanRelease;
import io.giaovan.routingengine.dispatch.live.LiveDesk;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteLines;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.routingengine.fleet.Dispatcher;
import io.giaovan.routingengine.fleet.DispatcherAccess;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.network.VehicleProfile;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dispatcher's board. Every button is a form, so it works without scripts; the map needs them. */
@Controller("/board")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BoardController {
    private static final String COOKIE = "giaovan_dispatcher";
    private static final String KIND = "dispatcher";
    private static final Duration SESSION = Duration.ofHours(12);

    private final DispatcherAccess access;
    private final SessionTokens tokens;
    private final Fleet fleet;
    private final Board board;
    private final RouteLines lines;
    private final PlanDesk plans;
    private final PlanJobs jobs;
    private final PlanRelease release;
    private final LiveDesk live;
    private final Routes routes;
    private final Pages pages;
    private final Clock clock;
    private final String credit;

    BoardController(
            DispatcherAccess access,
            SessionTokens tokens,
            Fleet fleet,
            Board board,
            RouteLines lines,
            PlanDesk plans,
            PlanJobs jobs,
            PlanRelease release,
            LiveDesk live,
            Routes routes,
            Pages pages,
            Clock clock,
            @Property(name = "giaovan.network.source", defaultValue = "city") String roadSource) {
        this.access = access;
        this.tokens = tokens;
        this.fleet = fleet;
        this.board = board;
        this.lines = lines;
        this.plans = plans;
        this.jobs = jobs;
        this.release = release;
        this.live = live;
        this.routes = routes;
        this.pages = pages;
        this.clock = clock;
        this.credit = roadSource.isBlank() || roadSource.equals("city") ? "" : "© OpenStreetMap contributors";
    }

    @Get
    HttpResponse<String> board(HttpRequest<?> request, @QueryValue(defaultValue = "") String route) {
        Optional<Dispatcher> dispatcher = findDispatcher(request);
        Language language = Language.of(request);
        if (dispatcher.isEmpty()) {
            return signInPage(request, "");
        }
        return pages.page(
                request,
                "dispatch/board.jte",
                language.of("Bảng điều phối", "Dispatch board"),
                Map.of("page", page(request, dispatcher.get(), route), "credit", credit));
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> signIn(HttpRequest<?> request, @Body Map<String, String> form) {
        try {
            Dispatcher dispatcher =
                    access.dispatcher(form.getOrDefault("key", "").strip());
            String token = tokens.issue(KIND, dispatcher.id() + "@" + dispatcher.depot(), SESSION);
            return HttpResponse.<String>seeOther(URI.create("/board"))
                    .cookie(Cookie.of(COOKIE, token)
                            .path("/board")
                            .httpOnly(true)
                            .sameSite(SameSite.Strict)
                            .maxAge(SESSION));
        } catch (ProblemException refused) {
            Language language = Language.of(request);
            return signInPage(
                            request,
                            language.of("Mã này không phải của điều phối viên.", "This is not a dispatcher's key."))
                    .status(HttpStatus.UNAUTHORIZED);
        }
    }

    @Get("/tray")
    HttpResponse<String> tray(HttpRequest<?> request, @QueryValue(defaultValue = "") String route) {
        return pages.fragment(request, "dispatch/tray.jte", Map.of("page", page(request, dispatcher(request), route)));
    }

    @Get("/routes")
    HttpResponse<String> routes(HttpRequest<?> request, @QueryValue(defaultValue = "") String route) {
        return pages.fragment(
                request, "dispatch/routes.jte", Map.of("page", page(request, dispatcher(request), route)));
    }

    @Get("/map")
    BoardPage.MapView map(HttpRequest<?> request) {
        Depot depot = fleet.getDepot(dispatcher(request).depot());
        Board.View view = board.of(depot);
        List<BoardPage.MapRoute> routes = new ArrayList<>();
        for (Board.RouteView route : view.routes()) {
            VehicleProfile kind = "VAN".equals(route.vehicle()) ? VehicleProfile.VAN : VehicleProfile.MOTORBIKE;
            routes.add(new BoardPage.MapRoute(
                    route.routeId(),
                    routes.size() % BoardPage.COLOURS,
                    route.courierName(),
                    lines.line(
                            route.routeId(),
                            kind,
                            depot.point(),
                            route.stops().stream().map(Board.StopView::point).toList()),
                    route.stops().stream()
                            .map(stop -> new BoardPage.MapStop(
                                    stop.sequence(),
                                    stop.point().lat(),
                                    stop.point().lon(),
                                    stop.late(),
                                    stop.progress()))
                            .toList(),
                    route.position()));
        }
        return new BoardPage.MapView(
                depot.point(),
                routes,
                view.waiting().stream()
                        .map(left -> new BoardPage.MapPoint(
                                left.deliveryId(),
                                left.point().lat(),
                                left.point().lon()))
                        .toList());
    }

    @Post("/plan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> plan(HttpRequest<?> request) {
        Depot depot = fleet.getDepot(dispatcher(request).depot());
        PlanOrder order = new PlanOrder(depot.dayAt(clock.instant()), null, null, null, null, null);
        plans.order(depot, order, "board|" + clock.instant());
        jobs.wake();
        return HttpResponse.seeOther(URI.create("/board"));
    }

    @Post("/replan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> replan(HttpRequest<?> request) {
        live.replan(fleet.getDepot(dispatcher(request).depot()), true);
        return HttpResponse.seeOther(URI.create("/board"));
    }

    @Post("/routes/{routeId}/lost")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> lost(HttpRequest<?> request, String routeId) {
        Depot depot = fleet.getDepot(dispatcher(request).depot());
        Route route = routes.get(RouteId.of(routeId));
        if (!route.depot().equals(depot.id())) {
            throw ProblemException.notFound("route", routeId);
        }
        live.lost(route.id(), depot);
        return HttpResponse.seeOther(URI.create("/board"));
    }

    @Post("/plans/{planId}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> release(HttpRequest<?> request, String planId) {
        release.release(
                plans.get(new PlanId(planId), dispatcher(request).depot()).id());
        return HttpResponse.seeOther(URI.create("/board"));
    }

    @Post("/plans/{planId}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> discard(HttpRequest<?> request, String planId) {
        plans.discard(plans.get(new PlanId(planId), dispatcher(request).depot()).id());
        return HttpResponse.seeOther(URI.create("/board"));
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> signOut() {
        return HttpResponse.<String>seeOther(URI.create("/board"))
                .cookie(Cookie.of(COOKIE, "").path("/board").maxAge(0));
    }

    private BoardPage page(HttpRequest<?> request, Dispatcher dispatcher, String route) {
        return BoardPage.of(board.of(fleet.getDepot(dispatcher.depot())), route, Language.of(request));
    }

    private MutableHttpResponse<String> signInPage(HttpRequest<?> request, String trouble) {
        return pages.page(
                request,
                "dispatch/signin.jte",
                Language.of(request).of("Bảng điều phối", "Dispatch board"),
                Map.of("trouble", trouble));
    }

    private Dispatcher dispatcher(HttpRequest<?> request) {
        return findDispatcher(request)
                .orElseThrow(() -> new ProblemException(ErrorCode.UNAUTHENTICATED, "Sign in at /board"));
    }

    private Optional<Dispatcher> findDispatcher(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(COOKIE)
                .flatMap(cookie -> tokens.subject(KIND, cookie.getValue()))
                .map(subject -> {
                    int at = subject.indexOf('@');
                    return new Dispatcher(subject.substring(0, at), new DepotId(subject.substring(at + 1)));
                });
    }
}
