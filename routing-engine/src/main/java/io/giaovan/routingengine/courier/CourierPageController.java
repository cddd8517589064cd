package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.page.Language;
import io.giaovan.edge.page.Pages;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.route.CourierTrail;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.CourierSignIn;
import io.giaovan.routingengine.fleet.Fleet;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The courier's web app: one stop at a time. Every button is a form; scripts only add the signature and the position. */
@Controller("/courier")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CourierPageController {
    private static final String COOKIE = "giaovan_courier";

    private final CourierSignIn signIn;
    private final CourierDesk desk;
    private final ShiftEnd shiftEnd;
    private final RouteReading reading;
    private final DeliveryDesk deliveries;
    private final Proofs proofs;
    private final CourierTrail trail;
    private final TrailPruning pruning;
    private final Fleet fleet;
    private final Pages pages;
    private final CourierSettings settings;
    private final Clock clock;

    CourierPageController(
            CourierSignIn signIn,
            CourierDesk desk,
            ShiftEnd shiftEnd,
            RouteReading reading,
            DeliveryDesk deliveries,
            Proofs proofs,
            CourierTrail trail,
            TrailPruning pruning,
            Fleet fleet,
            Pages pages,
            CourierSettings settings,
            Clock clock) {
        this.signIn = signIn;
        this.desk = desk;
        this.shiftEnd = shiftEnd;
        this.reading = reading;
        this.deliveries = deliveries;
        this.proofs = proofs;
        this.trail = trail;
        this.pruning = pruning;
        this.fleet = fleet;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    record Here(double lat, double lon, @Nullable Double accuracyMetres) {}

    @Get
    HttpResponse<String> page(HttpRequest<?> request, @QueryValue(defaultValue = "") String form) {
        return findCourier(request)
                .map(courier -> page(request, courier, "", form, null))
                .orElseGet(() -> signInPage(request, ""));
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> signIn(HttpRequest<?> request, @Body Map<String, String> form) {
        Language language = Language.of(request);
        try {
            CourierSignIn.Session session = signIn.signIn(form.getOrDefault("phone", ""), form.getOrDefault("pin", ""));
            return back().cookie(Cookie.of(COOKIE, session.token())
                    .path("/courier")
                    .httpOnly(true)
                    .sameSite(SameSite.Strict)
                    .maxAge(Duration.between(clock.instant(), session.expiresAt())));
        } catch (ProblemException refused) {
            String trouble = refused.code() == ErrorCode.TOO_MANY_REQUESTS
                    ? language.of("Sai mã PIN quá nhiều lần. Chờ 15 phút.", "Too many wrong pins. Wait 15 minutes.")
                    : language.of("Số điện thoại hoặc mã PIN không đúng.", "Phone and pin do not belong together.");
            return signInPage(request, trouble);
        } catch (IllegalArgumentException noPhone) {
            return signInPage(request, language.of("Đây không phải là số điện thoại.", "That is not a phone number."));
        }
    }

    @Post("/shift/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> startShift(HttpRequest<?> request) {
        return act(request, "", courier -> desk.startShift(courier));
    }

    @Post("/depart")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> depart(HttpRequest<?> request) {
        return act(request, "", courier -> desk.depart(courier));
    }

    @Post("/stops/{stopId}/arrive")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> arrive(HttpRequest<?> request, String stopId) {
        return act(request, "", courier -> desk.arrive(courier, StopRef.of(stopId), null));
    }

    /** Shows what is to be collected when the buyer keeps a part; the next form hands over just that. */
    @Post("/stops/{stopId}/keep")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> keep(HttpRequest<?> request, String stopId, @Body Map<String, String> form) {
        Courier courier = courier(request);
        try {
            List<KeptItem> kept = KeptFields.read(form);
            Money due = desk.due(courier, StopRef.of(stopId), kept);
            return page(request, courier, "", "deliver", KeptFields.shown(kept, due));
        } catch (ProblemException refused) {
            return page(request, courier, String.valueOf(refused.getMessage()), "keep", null);
        }
    }

    @Post("/stops/{stopId}/deliver")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> deliver(
            HttpRequest<?> request,
            String stopId,
            @Part("scannedCode") String scannedCode,
            @Part("kind") String kind,
            @Nullable @Part("code") String code,
            @Nullable @Part("signature") String signature,
            @Nullable @Part("photo") CompletedFileUpload photo,
            @Nullable @Part("kept") String kept,
            @Nullable @Part("cash") String cash) {
        return act(request, "deliver", courier -> {
            ProofContent proof = proof(kind, code, signature, photo);
            return desk.deliver(
                    courier,
                    StopRef.of(stopId),
                    scannedCode.strip(),
                    proof,
                    kept == null || kept.isBlank() ? null : KeptFields.read(kept),
                    cash(cash));
        });
    }

    @Post("/stops/{stopId}/fail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> fail(HttpRequest<?> request, String stopId, @Body Map<String, String> form) {
        return act(
                request,
                "fail",
                courier -> desk.fail(
                        courier, StopRef.of(stopId), reason(form.getOrDefault("reason", "")), form.get("note")));
    }

    /** Lets the phone dial the recipient without the page showing the number; each call is kept for audit. */
    @Get("/stops/{stopId}/call")
    HttpResponse<String> call(HttpRequest<?> request, String stopId) {
        Courier courier = courier(request);
        StopRef ref = StopRef.of(stopId);
        RouteStop stop = desk.stop(courier, ref);
        if (stop.progress().isOver()) {
            throw new ProblemException(ErrorCode.OUT_OF_SEQUENCE, "The stop is over; its number is no longer shown");
        }
        proofs.note("call-" + ref + "-" + clock.millis(), "called", courier.id(), clock.instant());
        String phone = deliveries.get(stop.delivery()).request().recipient().phone();
        return HttpResponse.seeOther(URI.create("tel:" + phone));
    }

    @Post("/here")
    HttpResponse<String> here(HttpRequest<?> request, @Body Here here) {
        Courier courier = courier(request);
        trail.add(
                courier.id(),
                List.of(new CourierTrail.Position(
                        new GeoPoint(here.lat(), here.lon()), clock.instant(), here.accuracyMetres())));
        pruning.pruneWhenDue();
        return HttpResponse.noContent();
    }

    @Post("/shift/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> endShift(HttpRequest<?> request) {
        Courier courier = courier(request);
        try {
            ShiftEnd.HandOver handOver = shiftEnd.end(courier);
            return pages.page(
                    request,
                    "courier/ended.jte",
                    Language.of(request).of("Hết ca", "Shift ended"),
                    Map.of(
                            "cash",
                            CourierPage.money(handOver.cashToHandOver()),
                            "parcels",
                            handOver.parcelsToReturn(),
                            "items",
                            handOver.itemsToReturn().stream()
                                    .map(item -> item.quantity() + " × " + item.name() + " (" + item.parcelCode() + ")")
                                    .toList()));
        } catch (ProblemException refused) {
            return page(request, courier, String.valueOf(refused.getMessage()), "", null);
        }
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> signOut() {
        return back().cookie(Cookie.of(COOKIE, "").path("/courier").maxAge(0));
    }

    /** Does what a form asks and goes back to the page; a refusal is shown above the form it came from. */
    private HttpResponse<String> act(HttpRequest<?> request, String form, Function<Courier, Object> step) {
        Optional<Courier> courier = findCourier(request);
        if (courier.isEmpty()) {
            return back();
        }
        try {
            var _ = step.apply(courier.get());
            return back();
        } catch (ProblemException refused) {
            return page(request, courier.get(), String.valueOf(refused.getMessage()), form, null);
        }
    }

    private static MutableHttpResponse<String> back() {
        return HttpResponse.seeOther(URI.create("/courier"));
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, Courier courier, String trouble, String form, CourierPage.@Nullable Kept kept) {
        Language language = Language.of(request);
        CourierPage page = CourierPage.of(
                courier.contact().name(),
                clock.instant(),
                fleet.getDepot(courier.depot()).zone(),
                desk.findShift(courier).isPresent(),
                reading.read(courier),
                trouble,
                form,
                kept,
                language);
        return pages.page(
                        request,
                        "courier/courier.jte",
                        language.of("Tuyến của tôi", "My route"),
                        Map.of("page", page, "failures", CourierPage.failures(language)))
                .status(trouble.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private HttpResponse<String> signInPage(HttpRequest<?> request, String trouble) {
        return pages.page(
                        request,
                        "courier/signin.jte",
                        Language.of(request).of("Tài xế", "Courier"),
                        Map.of("trouble", trouble))
                .status(trouble.isEmpty() ? HttpStatus.OK : HttpStatus.UNAUTHORIZED);
    }

    private ProofContent proof(
            String kind, @Nullable String code, @Nullable String signature, @Nullable CompletedFileUpload photo) {
        return switch (kind) {
            case "PHOTO" -> ProofContent.of(ProofKind.PHOTO, encoded(photo), settings);
            case "SIGNATURE" ->
                ProofContent.of(ProofKind.SIGNATURE, signature == null ? "" : signature.strip(), settings);
            case "CODE" -> ProofContent.of(ProofKind.CODE, code == null ? "" : code.strip(), settings);
            default -> throw ProblemException.invalid("kind", kind, "is not one of PHOTO, SIGNATURE, CODE");
        };
    }

    private static String encoded(@Nullable CompletedFileUpload photo) {
        try {
            return photo == null ? "" : Base64.getEncoder().encodeToString(photo.getBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException("the photo cannot be read", broken);
        }
    }

    private static @Nullable Money cash(@Nullable String cash) {
        String digits = cash == null ? "" : cash.replaceAll("[ .,₫]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("\\d{1,12}")) {
            throw ProblemException.invalid("cash", cash == null ? "" : cash, "is not an amount in đồng");
        }
        return Money.vnd(Long.parseLong(digits));
    }

    private static FailureReason reason(String text) {
        try {
            return FailureReason.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(ErrorCode.INVALID_FIELD, "reason: choose one of the reasons", unknown);
        }
    }

    private Courier courier(HttpRequest<?> request) {
        return findCourier(request)
                .orElseThrow(() -> new ProblemException(ErrorCode.UNAUTHENTICATED, "Sign in at /courier"));
    }

    private Optional<Courier> findCourier(HttpRequest<?> request) {
        return request.getCookies().findCookie(COOKIE).map(Cookie::getValue).flatMap(signIn::find);
    }
}
