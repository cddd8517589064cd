package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.DoorChoice;
import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.routingengine.dispatch.OncePerKey;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.dispatch.route.CourierTrail;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.CourierSignIn;
import io.giaovan.store.idempotency.Answer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The couriers' route API. Each POST may carry an Idempotency-Key; without one it is repeatable by what it does: arriving,
 * handing over or ending a second time changes nothing.
 */
@Controller("/courier/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CourierController {
    private static final Duration FUTURE_MAX = Duration.ofMinutes(5);
    private static final int CODE_LENGTH_MAX = 100;

    private final CourierSignIn signIn;
    private final CourierDesk desk;
    private final ShiftEnd shiftEnd;
    private final RouteReading reading;
    private final CourierTrail trail;
    private final TrailPruning pruning;
    private final OncePerKey once;
    private final CourierSettings settings;
    private final Clock clock;

    CourierController(
            CourierSignIn signIn,
            CourierDesk desk,
            ShiftEnd shiftEnd,
            RouteReading reading,
            CourierTrail trail,
            TrailPruning pruning,
            OncePerKey once,
            CourierSettings settings,
            Clock clock) {
        this.signIn = signIn;
        this.desk = desk;
        this.shiftEnd = shiftEnd;
        this.reading = reading;
        this.trail = trail;
        this.pruning = pruning;
        this.once = once;
        this.settings = settings;
        this.clock = clock;
    }

    record SignIn(String phone, String pin) {}

    record SignedIn(String token, String courierId, Instant expiresAt) {}

    record Empty() {}

    record ShiftAnswer(String shiftId) {}

    record DepartAnswer(String routeId, int stops) {}

    record Arrive(@Nullable GeoPoint point) {}

    record ProofBody(ProofKind kind, String content) {}

    record Deliver(
            String scannedCode,
            ProofBody proof,
            @Nullable List<KeptItem> kept,
            @Nullable Money cash) {}

    record Keep(List<KeptItem> kept) {}

    record Due(String stopId, Money cashToCollect) {}

    record Fail(FailureReason reason, @Nullable String note) {}

    record StopAnswer(String stopId, String status, Instant eta, boolean late) {}

    record PositionBody(
            double lat, double lon, Instant at, @Nullable Double accuracyMetres) {}

    record Positions(List<PositionBody> positions) {}

    record Kept(int kept) {}

    @Post("/sign-in")
    SignedIn signIn(@Body SignIn body) {
        CourierSignIn.Session session = signIn.signIn(body.phone(), body.pin());
        return new SignedIn(session.token(), session.courierId().value(), session.expiresAt());
    }

    @Post("/shift/start")
    HttpResponse<String> startShift(HttpRequest<?> request, @Nullable @Body Empty body) {
        Courier courier = courier(request);
        return run(
                request,
                courier,
                "",
                () -> new ShiftAnswer(desk.startShift(courier).id().toString()));
    }

    @Get("/route")
    RouteAnswer route(HttpRequest<?> request) {
        return reading.read(courier(request));
    }

    @Post("/route/depart")
    HttpResponse<String> depart(HttpRequest<?> request, @Nullable @Body Empty body) {
        Courier courier = courier(request);
        return run(request, courier, "", () -> {
            Route route = desk.depart(courier);
            return new DepartAnswer(route.id().toString(), route.ahead().size());
        });
    }

    @Post("/stops/{stopId}/arrive")
    HttpResponse<String> arrive(HttpRequest<?> request, String stopId, @Body Arrive body) {
        Courier courier = courier(request);
        return run(request, courier, body, () -> stop(stopId, desk.arrive(courier, StopRef.of(stopId), body.point())));
    }

    @Post("/stops/{stopId}/deliver")
    HttpResponse<String> deliver(HttpRequest<?> request, String stopId, @Body Deliver body) {
        Courier courier = courier(request);
        if (body.scannedCode().length() > CODE_LENGTH_MAX) {
            throw ProblemException.invalid(
                    "scannedCode",
                    body.scannedCode().length() + " characters",
                    "is longer than " + CODE_LENGTH_MAX + " characters");
        }
        checkKept(body.kept());
        ProofContent proof = ProofContent.of(body.proof().kind(), body.proof().content(), settings);
        return run(
                request,
                courier,
                body,
                () -> stop(
                        stopId,
                        desk.deliver(
                                courier, StopRef.of(stopId), body.scannedCode(), proof, body.kept(), body.cash())));
    }

    /** Says what is to be collected when the buyer keeps these items; it changes nothing. */
    @Post("/stops/{stopId}/due")
    Due due(HttpRequest<?> request, String stopId, @Body Keep body) {
        Courier courier = courier(request);
        checkKept(body.kept());
        return new Due(stopId, desk.due(courier, StopRef.of(stopId), body.kept()));
    }

    private static void checkKept(@Nullable List<KeptItem> kept) {
        if (kept != null && kept.size() > DoorChoice.LINES_MAX) {
            throw ProblemException.invalid(
                    "kept", kept.size() + " entries", "are more than " + DoorChoice.LINES_MAX + " lines");
        }
    }

    @Post("/stops/{stopId}/fail")
    HttpResponse<String> fail(HttpRequest<?> request, String stopId, @Body Fail body) {
        Courier courier = courier(request);
        return run(
                request,
                courier,
                body,
                () -> stop(stopId, desk.fail(courier, StopRef.of(stopId), body.reason(), body.note())));
    }

    @Post("/positions")
    Kept positions(HttpRequest<?> request, @Body Positions body) {
        Courier courier = courier(request);
        if (body.positions().size() > settings.positionsMax()) {
            throw ProblemException.invalid(
                    "positions", body.positions().size(), "are more than " + settings.positionsMax() + " in one batch");
        }
        Instant now = clock.instant();
        List<CourierTrail.Position> batch = body.positions().stream()
                .map(position -> position(position, now))
                .toList();
        trail.add(courier.id(), batch);
        pruning.pruneWhenDue();
        return new Kept(batch.size());
    }

    @Post("/shift/end")
    HttpResponse<String> endShift(HttpRequest<?> request, @Nullable @Body Empty body) {
        Courier courier = courier(request);
        return run(request, courier, "", () -> shiftEnd.end(courier));
    }

    private CourierTrail.Position position(PositionBody body, Instant now) {
        if (body.at().isAfter(now.plus(FUTURE_MAX))) {
            throw ProblemException.invalid("positions.at", body.at(), "lies in the future; it is " + now);
        }
        if (body.at().isBefore(now.minus(settings.positionsKept()))) {
            throw ProblemException.invalid(
                    "positions.at", body.at(), "is older than " + settings.positionsKept() + ", which is not kept");
        }
        Double accuracy = body.accuracyMetres();
        if (accuracy != null && !(accuracy >= 0 && accuracy <= 100_000)) {
            throw ProblemException.invalid("positions.accuracyMetres", accuracy, "is outside 0 to 100000");
        }
        return new CourierTrail.Position(new GeoPoint(body.lat(), body.lon()), body.at(), accuracy);
    }

    private Courier courier(HttpRequest<?> request) {
        return signIn.courier(BearerKey.get(request));
    }

    private HttpResponse<String> run(HttpRequest<?> request, Courier courier, Object body, Supplier<Object> call) {
        String key = request.getHeaders().get("Idempotency-Key");
        String scope = "courier|" + courier.id() + "|" + request.getPath();
        Answer answer = key == null
                ? new Answer(HttpStatus.OK.getCode(), once.written(call.get()))
                : once.run(key, scope, body, HttpStatus.OK.getCode(), call);
        return HttpResponse.<String>status(HttpStatus.valueOf(answer.status()))
                .body(answer.body())
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static StopAnswer stop(String stopId, RouteStop stop) {
        return new StopAnswer(stopId, stop.progress().name(), stop.eta(), stop.late());
    }
}
