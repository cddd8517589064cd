package io.giaovan.paymentgateway.sandbox.telecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.carrierbilling.CarrierBillingSettings;
import io.giaovan.paymentgateway.sandbox.SandboxFaults;
import io.giaovan.paymentgateway.sandbox.SandboxKeys;
import io.giaovan.paymentgateway.sandbox.SandboxSettlement;
import io.giaovan.store.document.StoredValues;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import java.util.function.Function;
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
        return answer(request, caller -> {
            JsonNode given = CamaraChecks.payment(read(body));
            return HttpResponse.created(shown(telecom.begin(caller, given, transaction(given), false), false));
        });
    }

    @Post(PAYMENTS + "/prepare")
    HttpResponse<?> prepare(HttpRequest<?> request, @Body @Nullable String body) {
        return answer(request, caller -> {
            JsonNode given = CamaraChecks.payment(read(body));
            TelecomPayment payment = telecom.begin(caller, given, transaction(given), true);
            return lostWhen(
                    Telecom.Magic.PREPARE_REPLY_LOST.is(payment.phone()), HttpResponse.created(shown(payment, true)));
        });
    }

    @Post(PAYMENTS + "/{id}/validate")
    HttpResponse<?> validate(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return answer(request, caller -> {
            JsonNode given = read(body);
            telecom.validate(caller, id, CamaraChecks.text(given, "authorizationId"), CamaraChecks.text(given, "code"));
            return HttpResponse.noContent();
        });
    }

    @Post(PAYMENTS + "/{id}/confirm")
    HttpResponse<?> confirm(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return answer(request, caller -> {
            checkPhone(caller, read(body));
            TelecomPayment payment = telecom.confirm(caller, id);
            return lostWhen(Telecom.Magic.CONFIRM_REPLY_LOST.is(payment.phone()), HttpResponse.accepted());
        });
    }

    @Post(PAYMENTS + "/{id}/cancel")
    HttpResponse<?> cancel(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return answer(request, caller -> {
            checkPhone(caller, read(body));
            telecom.cancel(caller, id);
            return HttpResponse.accepted();
        });
    }

    private static void checkPhone(TelecomCaller caller, JsonNode body) {
        if (body.isEmpty() && caller.phone() == null) {
            throw CamaraRefusal.argument("The body is empty");
        }
        Telecom.checkPhone(caller.phone(CamaraChecks.phone(body)));
    }

    @Get(PAYMENTS + "/{id}")
    HttpResponse<?> get(HttpRequest<?> request, String id) {
        return answer(request, caller -> HttpResponse.ok(shown(telecom.look(caller, id), true)));
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
        return answer(request, caller -> {
            Instant from = date(startPaymentCreationDate);
            Instant to = date(endPaymentCreationDate);
            checkRange("CARRIER_BILLING", page, perPage, from, to);
            List<TelecomPayment> found = books.list(caller, merchantIdentifier, from, to).stream()
                    .filter(payment -> paymentStatus == null || payment.status().equals(paymentStatus))
                    .toList();
            return HttpResponse.ok(paged(found, order, page, perPage).stream()
                    .map(payment -> shown(payment, false))
                    .toList());
        });
    }

    private static <T> List<T> paged(List<T> newestFirst, String order, int page, int perPage) {
        List<T> ordered = order.equals("asc") ? newestFirst.reversed() : newestFirst;
        return ordered.stream().skip((long) (page - 1) * perPage).limit(perPage).toList();
    }

    private static void checkRange(String api, int page, int perPage, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new CamaraRefusal(400, api + ".INVALID_DATE_RANGE", "The range ends before it begins");
        }
        if (perPage > PER_PAGE_MAX && page == 1) {
            throw new CamaraRefusal(400, api + ".TOO_MANY_MATCHING_RECORDS", "perPage is 1 to " + PER_PAGE_MAX);
        }
        if (page < 1 || perPage < 1 || perPage > PER_PAGE_MAX) {
            throw new CamaraRefusal(400, "OUT_OF_RANGE", "perPage is 1 to " + PER_PAGE_MAX);
        }
    }

    @Post(REFUNDS)
    HttpResponse<?> refund(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return answer(request, caller -> {
            JsonNode given = CamaraChecks.refund(read(body));
            Document refund = telecom.refund(caller, id, given, transaction(given));
            return HttpResponse.created(TelecomPayment.refundBody(refund));
        });
    }

    @Get(REFUNDS
            + "{?page,perPage,startRefundCreationDate,endRefundCreationDate,order,refundStatus,merchantIdentifier}")
    HttpResponse<?> refunds(
            HttpRequest<?> request,
            String id,
            @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "10") int perPage,
            @QueryValue @Nullable String startRefundCreationDate,
            @QueryValue @Nullable String endRefundCreationDate,
            @QueryValue(defaultValue = "desc") String order,
            @QueryValue @Nullable String refundStatus,
            @QueryValue @Nullable String merchantIdentifier) {
        return answer(request, caller -> {
            Instant from = date(startRefundCreationDate);
            Instant to = date(endRefundCreationDate);
            checkRange("CARRIER_BILLING_REFUND", page, perPage, from, to);
            List<Document> found = telecom.get(caller, id).refunds().reversed().stream()
                    .filter(refund -> refundStatus == null || refundStatus.equals(refund.getString("status")))
                    .filter(refund ->
                            merchantIdentifier == null || merchantIdentifier.equals(refund.getString("merchant")))
                    .filter(refund -> isWithin(StoredValues.instantAt(refund, "at"), from, to))
                    .toList();
            return HttpResponse.ok(paged(found, order, page, perPage).stream()
                    .map(TelecomPayment::refundBody)
                    .toList());
        });
    }

    private static boolean isWithin(Instant at, @Nullable Instant from, @Nullable Instant to) {
        return (from == null || !at.isBefore(from)) && (to == null || !at.isAfter(to));
    }

    @Get(REFUNDS + "/remaining-amount")
    HttpResponse<?> remaining(HttpRequest<?> request, String id) {
        return answer(request, caller -> {
            TelecomPayment payment = telecom.get(caller, id);
            Document charging = payment.transaction()
                    .get("paymentAmount", new Document())
                    .get("chargingInformation", new Document());
            return HttpResponse.ok(Map.of(
                    "amount", payment.amount().subtract(payment.refunded()),
                    "currency", String.valueOf(charging.getString("currency")),
                    "isTaxIncluded", charging.getBoolean("isTaxIncluded", false)));
        });
    }

    @Get(REFUNDS + "/{refundId}")
    HttpResponse<?> oneRefund(HttpRequest<?> request, String id, String refundId) {
        return answer(
                request,
                caller -> HttpResponse.ok(TelecomPayment.refundBody(telecom.lookAtRefund(caller, id, refundId))));
    }

    /** The telecom's own page on which a subscriber agrees. */
    @Get(value = "/agree/{id}", produces = MediaType.TEXT_HTML)
    String page(String id) {
        if (!id.matches("tp_[0-9a-f]{32}")) {
            throw ProblemException.notFound("payment", id);
        }
        return """
                <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Nhà mạng thử nghiệm · Sandbox telecom</title></head>
                <body><h1>Nhà mạng thử nghiệm · Sandbox telecom</h1>
                <form method="post" action="/sandbox/telecom/agree/%s"><button>Đồng ý · Agree</button></form>
                </body></html>""".formatted(id);
    }

    @Post(value = "/agree/{id}", consumes = MediaType.ALL)
    HttpResponse<?> agree(String id) {
        return telecom.agree(id) ? HttpResponse.noContent() : HttpResponse.status(HttpStatus.CONFLICT);
    }

    private Map<String, Object> shown(TelecomPayment payment, boolean withValidation) {
        return payment.body(withValidation, addresses.publicAddress("/sandbox/telecom/agree/"));
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

    /** What was taken and given back on a day, as CSV. */
    @Get(value = "/settlement", produces = "text/csv")
    String settlement(HttpRequest<?> request, @QueryValue String day) {
        keys.checkControl(BearerKey.get(request));
        SandboxSettlement file = new SandboxSettlement(day);
        books.settle(file);
        return file.csv();
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Function<TelecomCaller, HttpResponse<?>> work) {
        String correlator = request.getHeaders().get("x-correlator");
        MutableHttpResponse<?> response = carried(request, correlator, work).toMutableResponse();
        if (response.getContentType().isEmpty()) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        if (correlator != null) {
            response.header("x-correlator", correlator);
        }
        return response;
    }

    private HttpResponse<?> carried(
            HttpRequest<?> request, @Nullable String correlator, Function<TelecomCaller, HttpResponse<?>> work) {
        try {
            TelecomCaller caller = TelecomCaller.of(
                    BearerKey.find(request).orElse(""), addresses.secret(settings.token(), "sandbox-telecom"));
            if (correlator != null && !correlator.matches(CORRELATOR)) {
                throw CamaraRefusal.argument("x-correlator has characters that are not allowed");
            }
            if (faults.failsBefore()) {
                return HttpResponse.serverError(new CamaraRefusal.Body(500, "INTERNAL", "Scripted failure"));
            }
            if (faults.throttles()) {
                throw new CamaraRefusal(429, "TOO_MANY_REQUESTS", "Scripted: too many requests");
            }
            HttpResponse<?> done = work.apply(caller);
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
