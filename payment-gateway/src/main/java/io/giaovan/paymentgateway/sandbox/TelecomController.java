package io.giaovan.paymentgateway.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.carrierbilling.CarrierBillingSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The fake telecom over HTTP: CAMARA carrier billing and refunds, plus its phones' messages. */
@Controller("/sandbox/telecom")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TelecomController {
    private static final String PAYMENTS = "/carrier-billing/vwip/payments";
    private static final String REFUNDS = "/carrier-billing-refund/vwip/payments/{id}/refunds";
    private static final String CORRELATOR = "[a-zA-Z0-9-_:;./<>{}]{0,256}";
    private static final int PER_PAGE_MAX = 100;

    private final Telecom telecom;
    private final MongoTelecomBooks books;
    private final SandboxKeys keys;
    private final CarrierBillingSettings settings;
    private final RailAddresses addresses;
    private final ObjectMapper json;
    private final SandboxFaults faults = new SandboxFaults();

    TelecomController(
            Telecom telecom,
            MongoTelecomBooks books,
            SandboxKeys keys,
            CarrierBillingSettings settings,
            RailAddresses addresses,
            ObjectMapper json) {
        this.telecom = telecom;
        this.books = books;
        this.keys = keys;
        this.settings = settings;
        this.addresses = addresses;
        this.json = json;
    }

    @Post(PAYMENTS)
    HttpResponse<?> create(HttpRequest<?> request, @Body @Nullable String body) {
        return answer(request, () -> {
            JsonNode given = CamaraChecks.payment(read(body));
            return HttpResponse.created(
                    telecom.begin(given, transaction(given), false).body(false));
        });
    }

    @Post(PAYMENTS + "/prepare")
    HttpResponse<?> prepare(HttpRequest<?> request, @Body @Nullable String body) {
        return answer(request, () -> {
            JsonNode given = CamaraChecks.payment(read(body));
            TelecomPayment payment = telecom.begin(given, transaction(given), true);
            return lostWhen(
                    Telecom.Magic.PREPARE_REPLY_LOST.is(payment.phone()), HttpResponse.created(payment.body(true)));
        });
    }

    @Post(PAYMENTS + "/{id}/validate")
    HttpResponse<?> validate(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return answer(request, () -> {
            JsonNode given = read(body);
            telecom.validate(id, CamaraChecks.text(given, "authorizationId"), CamaraChecks.text(given, "code"));
            return HttpResponse.noContent();
        });
    }

    @Post(PAYMENTS + "/{id}/confirm")
    HttpResponse<?> confirm(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return answer(request, () -> {
            CamaraChecks.phone(read(body));
            TelecomPayment payment = telecom.confirm(id);
            return lostWhen(Telecom.Magic.CONFIRM_REPLY_LOST.is(payment.phone()), HttpResponse.accepted());
        });
    }

    @Post(PAYMENTS + "/{id}/cancel")
    HttpResponse<?> cancel(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return answer(request, () -> {
            CamaraChecks.phone(read(body));
            telecom.cancel(id);
            return HttpResponse.accepted();
        });
    }

    @Get(PAYMENTS + "/{id}")
    HttpResponse<?> get(HttpRequest<?> request, String id) {
        return answer(request, () -> HttpResponse.ok(telecom.look(id).body(true)));
    }

    @Get(PAYMENTS
            + "{?page,perPage,startPaymentCreationDate,endPaymentCreationDate,order,paymentStatus,merchantIdentifier}")
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "10") int perPage,
            @QueryValue @Nullable String startPaymentCreationDate,
            @QueryValue @Nullable String endPaymentCreationDate,
            @QueryValue(defaultValue = "desc") String order,
            @QueryValue @Nullable String paymentStatus,
            @QueryValue @Nullable String merchantIdentifier) {
        return answer(request, () -> {
            if (page < 1 || perPage < 1 || perPage > PER_PAGE_MAX) {
                throw new CamaraRefusal(400, "OUT_OF_RANGE", "perPage is 1 to " + PER_PAGE_MAX);
            }
            List<TelecomPayment> found =
                    books
                            .list(merchantIdentifier, date(startPaymentCreationDate), date(endPaymentCreationDate))
                            .stream()
                            .filter(payment ->
                                    paymentStatus == null || payment.status().equals(paymentStatus))
                            .toList();
            List<TelecomPayment> ordered = order.equals("asc") ? found.reversed() : found;
            return HttpResponse.ok(ordered.stream()
                    .skip((long) (page - 1) * perPage)
                    .limit(perPage)
                    .map(payment -> payment.body(false))
                    .toList());
        });
    }

    @Post(REFUNDS)
    HttpResponse<?> refund(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return answer(request, () -> {
            JsonNode given = CamaraChecks.refund(read(body));
            Document refund = telecom.refund(id, given.path("amountTransaction"), transaction(given));
            return HttpResponse.created(TelecomPayment.refundBody(refund));
        });
    }

    @Get(REFUNDS)
    HttpResponse<?> refunds(HttpRequest<?> request, String id) {
        return answer(
                request,
                () -> HttpResponse.ok(telecom.refunds(telecom.get(id)).stream()
                        .map(TelecomPayment::refundBody)
                        .toList()));
    }

    @Get("/phones/{phone:[^/?]+}/messages")
    Map<String, Object> messages(String phone) {
        return Map.of("messages", telecom.messages("+" + phone.replaceAll("[^0-9]", "")));
    }

    @Post("/faults")
    SandboxFaults.Script script(HttpRequest<?> request, @Body SandboxFaults.Wanted wanted) {
        keys.checkControl(BearerKey.get(request));
        return faults.play(wanted.toScript());
    }

    @Get("/books")
    Map<String, Object> books(HttpRequest<?> request) {
        keys.checkControl(BearerKey.get(request));
        return Map.of("taken", books.taken());
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Supplier<HttpResponse<?>> work) {
        String correlator = request.getHeaders().get("x-correlator");
        MutableHttpResponse<?> response = carried(request, correlator, work).toMutableResponse();
        if (correlator != null) {
            response.header("x-correlator", correlator);
        }
        return response;
    }

    private HttpResponse<?> carried(
            HttpRequest<?> request, @Nullable String correlator, Supplier<HttpResponse<?>> work) {
        try {
            String key = BearerKey.find(request).orElse("");
            if (!Secrets.same(addresses.secret(settings.token(), "sandbox-telecom"), key)) {
                throw new CamaraRefusal(401, "UNAUTHENTICATED", "The access token is missing or wrong");
            }
            if (correlator != null && !correlator.matches(CORRELATOR)) {
                throw CamaraRefusal.argument("x-correlator has characters that are not allowed");
            }
            if (faults.failsBefore()) {
                return HttpResponse.serverError(new CamaraRefusal.Body(500, "INTERNAL", "Scripted failure"));
            }
            HttpResponse<?> done = work.get();
            return lostWhen(faults.losesReply(), done);
        } catch (CamaraRefusal refusal) {
            return HttpResponse.status(HttpStatus.valueOf(refusal.status())).body(refusal.body());
        }
    }

    private static HttpResponse<?> lostWhen(boolean lost, HttpResponse<?> done) {
        return lost
                ? HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT)
                        .body(new CamaraRefusal.Body(504, "TIMEOUT", "The answer got lost"))
                : done;
    }

    private JsonNode read(@Nullable String body) {
        try {
            JsonNode node = body == null || body.isBlank() ? null : json.readTree(body);
            if (node == null || !node.isObject()) {
                throw CamaraRefusal.argument("The body is missing");
            }
            return node;
        } catch (JsonProcessingException broken) {
            throw CamaraRefusal.argument("The body is not JSON");
        }
    }

    private static Document transaction(JsonNode given) {
        return Document.parse(given.path("amountTransaction").toString());
    }

    private static @Nullable Instant date(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw CamaraRefusal.argument("A date is not RFC 3339");
        }
    }
}
