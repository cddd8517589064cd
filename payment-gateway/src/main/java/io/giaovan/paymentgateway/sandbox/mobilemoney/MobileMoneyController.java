package io.giaovan.paymentgateway.sandbox.mobilemoney;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.mobilemoney.MobileMoneySettings;
import io.giaovan.paymentgateway.sandbox.SandboxFaults;
import io.giaovan.paymentgateway.sandbox.SandboxKeys;
import io.giaovan.paymentgateway.sandbox.SandboxSettlement;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fake provider over HTTP: the GSMA's API for the house, and phones for people. */
@Controller("/sandbox/mobilemoney")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MobileMoneyController {
    static final String ROOT = "/sandbox/mobilemoney/v1.2/mm";
    private static final String API = "/v1.2/mm";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final MobileMoneyProvider provider;
    private final MongoMobileMoneyBooks books;
    private final SandboxKeys keys;
    private final MobileMoneySettings settings;
    private final RailAddresses addresses;
    private final ObjectMapper json;
    private final Clock wall;

    MobileMoneyController(
            MobileMoneyProvider provider,
            MongoMobileMoneyBooks books,
            SandboxKeys keys,
            MobileMoneySettings settings,
            RailAddresses addresses,
            ObjectMapper json,
            @Named("wall") Clock wall) {
        this.provider = provider;
        this.books = books;
        this.keys = keys;
        this.settings = settings;
        this.addresses = addresses;
        this.json = json;
        this.wall = wall;
    }

    @Post(API + "/transactions/type/{type}")
    HttpResponse<?> begin(HttpRequest<?> request, String type, @Body @Nullable String body) {
        return answer(request, body, () -> {
            JsonNode given = read(body);
            GsmaTransaction begun = provider.begin(
                    type,
                    given,
                    Secrets.digest(type + "|" + body),
                    correlation(request),
                    request.getHeaders().get("X-Callback-URL"));
            boolean lost = MobileMoneyProvider.Magic.PUSH_REPLY_LOST.is(begun.phone()) && type.equals("merchantpay");
            return lostWhen(lost, HttpResponse.accepted().body(begun.state()));
        });
    }

    @Post(API + "/transactions/{reference}/reversals")
    HttpResponse<?> reverse(HttpRequest<?> request, String reference, @Body @Nullable String body) {
        return answer(request, body, () -> {
            JsonNode given = read(body);
            GsmaTransaction reversal =
                    provider.reverse(reference, given, Secrets.digest(reference + "|" + body), correlation(request));
            return HttpResponse.accepted().body(reversal.state());
        });
    }

    @Get(API + "/transactions/{reference}")
    HttpResponse<?> transaction(HttpRequest<?> request, String reference) {
        return answer(
                request, null, () -> HttpResponse.ok(provider.get(reference).body(settings.walletId())));
    }

    @Get(API + "/requeststates/{stateId}")
    HttpResponse<?> state(HttpRequest<?> request, String stateId) {
        return answer(
                request, null, () -> HttpResponse.ok(provider.byState(stateId).state()));
    }

    @Get(API + "/responses/{correlation}")
    HttpResponse<?> response(HttpRequest<?> request, String correlation) {
        return answer(request, null, () -> {
            GsmaTransaction found = provider.byCorrelation(correlation);
            String link = found.status().equals(GsmaTransaction.COMPLETED)
                    ? "/transactions/" + found.reference()
                    : "/requeststates/" + found.stateId();
            return HttpResponse.ok(Map.of("link", link));
        });
    }

    @Get(API + "/heartbeat")
    HttpResponse<?> heartbeat(HttpRequest<?> request) {
        return answer(request, null, () -> HttpResponse.ok(Map.of("serviceStatus", "available")));
    }

    /** A push on a phone, as its owner sees it. */
    record Push(String reference, String amount, String currency, String from, Instant expiresAt) {}

    record Pushes(List<Push> pushes) {}

    @Get("/phones/{phone:[^/?]+}/pushes")
    Pushes pushes(String phone) {
        return new Pushes(provider.pendingOn(number(phone)).stream()
                .map(push -> new Push(
                        push.reference(), push.amount().toPlainString(), "VND", settings.walletId(), push.expiresAt()))
                .toList());
    }

    @Post("/phones/{phone:[^/?]+}/approve")
    HttpResponse<?> approve(String phone) {
        return shown(() -> provider.answer(number(phone), true));
    }

    @Post("/phones/{phone:[^/?]+}/decline")
    HttpResponse<?> decline(String phone) {
        return shown(() -> provider.answer(number(phone), false));
    }

    /** The provider takes the newest payment of a phone back. */
    @Post("/phones/{phone:[^/?]+}/take-back")
    HttpResponse<?> takeBack(HttpRequest<?> request, String phone) {
        keys.checkControl(BearerKey.get(request));
        return shown(() -> provider.takeBack(number(phone)));
    }

    @Post("/faults")
    SandboxFaults.Script script(HttpRequest<?> request, @Body SandboxFaults.Wanted wanted) {
        keys.checkControl(BearerKey.get(request));
        return provider.faults().play(wanted.toScript());
    }

    @Get("/books")
    Map<String, Object> books(HttpRequest<?> request) {
        keys.checkControl(BearerKey.get(request));
        return Map.of("wallet", books.wallet());
    }

    /** What was taken and given back on a day, as CSV. */
    @Get(value = "/settlement", produces = "text/csv")
    String settlement(HttpRequest<?> request, @QueryValue String day) {
        keys.checkControl(BearerKey.get(request));
        SandboxSettlement file = new SandboxSettlement(day);
        books.settle(file);
        return file.csv();
    }

    private static String number(String phone) {
        return "+" + phone.replaceAll("[^0-9]", "");
    }

    private HttpResponse<?> shown(Supplier<GsmaTransaction> work) {
        try {
            return HttpResponse.ok(work.get().body(settings.walletId()));
        } catch (GsmaRefusal refusal) {
            return refused(refusal);
        }
    }

    private HttpResponse<?> answer(HttpRequest<?> request, @Nullable String body, Supplier<HttpResponse<?>> work) {
        try {
            check(request, body);
            if (provider.faults().failsBefore()) {
                throw new GsmaRefusal(503, "serviceUnavailable", "genericError", "Scripted failure");
            }
            return lostWhen(provider.faults().losesReply(), work.get());
        } catch (GsmaRefusal refusal) {
            return refused(refusal);
        }
    }

    private HttpResponse<?> refused(GsmaRefusal refusal) {
        return HttpResponse.status(HttpStatus.valueOf(refusal.status())).body(refusal.body(wall.instant()));
    }

    private HttpResponse<?> lostWhen(boolean lost, HttpResponse<?> done) {
        return lost
                ? HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(GsmaRefusal.body("internal", "genericError", "The answer got lost", wall.instant()))
                : done;
    }

    private void check(HttpRequest<?> request, @Nullable String body) {
        String key = request.getHeaders().get("X-API-Key");
        if (key == null || !Secrets.same(addresses.secret(settings.apiKey(), MobileMoneySettings.API_KEY), key)) {
            throw new GsmaRefusal(
                    401, "authorisation", "requestingPartyAuthorisationError", "X-API-Key is missing or wrong");
        }
        String hash = request.getHeaders().get("X-Content-Hash");
        if (hash != null && body != null && !Secrets.same(Secrets.digest(body), hash.toLowerCase(Locale.ROOT))) {
            throw GsmaRefusal.format("X-Content-Hash does not match the body");
        }
        String date = request.getHeaders().get("X-Date");
        if (date != null && isStale(date)) {
            throw GsmaRefusal.format("X-Date is over " + WINDOW + " away from now");
        }
    }

    private boolean isStale(String date) {
        try {
            return Duration.between(Instant.parse(date), wall.instant()).abs().compareTo(WINDOW) > 0;
        } catch (DateTimeParseException unreadable) {
            throw GsmaRefusal.format("X-Date is not RFC 3339");
        }
    }

    private static @Nullable String correlation(HttpRequest<?> request) {
        String correlation = request.getHeaders().get("X-CorrelationID");
        if (correlation != null && !correlation.matches(GsmaChecks.UUID)) {
            throw GsmaRefusal.format("X-CorrelationID is not a UUID");
        }
        return correlation;
    }

    private JsonNode read(@Nullable String body) {
        try {
            JsonNode node = body == null || body.isBlank() ? null : json.readTree(body);
            if (node == null || !node.isObject()) {
                throw GsmaRefusal.missing("the body");
            }
            return node;
        } catch (JsonProcessingException broken) {
            throw GsmaRefusal.format("The body is not JSON");
        }
    }
}
