package io.giaovan.paymentgateway.sandbox.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.wallet.MomoSettings;
import io.giaovan.paymentgateway.rail.wallet.WalletSignatures;
import io.giaovan.paymentgateway.sandbox.wallet.WalletOrder.Magic;
import io.giaovan.paymentgateway.sandbox.wallet.WalletProvider.Opened;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/** The fake MoMo over HTTP. It checks every signature and its limits of amounts. */
@Controller("/sandbox/wallet/momo/v2/gateway/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MomoController {
    private static final long AMOUNT_MIN = 1_000;
    private static final long AMOUNT_MAX = 50_000_000;
    private static final List<String> CREATE = List.of(
            "amount",
            "extraData",
            "ipnUrl",
            "orderId",
            "orderInfo",
            "partnerCode",
            "redirectUrl",
            "requestId",
            "requestType");
    private static final List<String> QUERY = List.of("orderId", "partnerCode", "requestId");
    private static final List<String> CONFIRM =
            List.of("amount", "description", "orderId", "partnerCode", "requestId", "requestType");
    private static final List<String> REFUND =
            List.of("amount", "description", "orderId", "partnerCode", "requestId", "transId");

    private final WalletProvider provider;
    private final MomoSettings settings;
    private final RailAddresses addresses;
    private final Clock clock;

    MomoController(WalletProvider provider, MomoSettings settings, RailAddresses addresses, Clock clock) {
        this.provider = provider;
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Post("/create")
    HttpResponse<?> create(@Body JsonNode body) {
        return answer(body, CREATE, () -> {
            long amount = body.path("amount").asLong();
            if (amount < AMOUNT_MIN || amount > AMOUNT_MAX) {
                return result(body, 22, "amount is outside " + AMOUNT_MIN + " to " + AMOUNT_MAX);
            }
            if (!body.path("ipnUrl").asText().startsWith(house())) {
                return result(body, 20, "ipnUrl is not an address of the house");
            }
            String id = body.path("orderId").asText();
            Opened opened = provider.open(
                    WalletForm.MOMO,
                    id,
                    amount,
                    !body.path("autoCapture").asBoolean(true),
                    clock.instant()
                            .plus(Duration.ofMinutes(
                                    body.path("orderExpireTime").asLong(100))),
                    body.path("redirectUrl").asText(),
                    body.path("ipnUrl").asText(),
                    Document.parse(body.toString()));
            WalletOrder order = opened.order();
            if (!order.request()
                    .getString("signature")
                    .equals(body.path("signature").asText())) {
                return result(body, 41, "orderId was used before");
            }
            Map<String, Object> made = about(order.request().getString("requestId"), order, 0);
            made.put("payUrl", addresses.publicAddress("/sandbox/wallet/app/momo/" + id));
            HttpResponse<?> response = HttpResponse.ok(made);
            return order.is(Magic.CREATE_REPLY_LOST) && !opened.before()
                    ? HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT)
                    : response;
        });
    }

    @Post("/query")
    HttpResponse<?> query(@Body JsonNode body) {
        return answer(
                body,
                QUERY,
                () -> order(body)
                        .<HttpResponse<?>>map(order ->
                                HttpResponse.ok(about(body.path("requestId").asText(), order, MomoNews.result(order))))
                        .orElseGet(() -> result(body, 42, "orderId is not found")));
    }

    @Post("/confirm")
    HttpResponse<?> confirm(@Body JsonNode body) {
        return answer(body, CONFIRM, () -> {
            Optional<WalletOrder> found = order(body);
            if (found.isEmpty()) {
                return result(body, 42, "orderId is not found");
            }
            boolean capture = body.path("requestType").asText().equals("capture");
            WalletOrder.Status wanted = capture ? WalletOrder.Status.PAID : WalletOrder.Status.CANCELLED;
            boolean done = provider.confirm(found.get(), capture)
                    || order(body).filter(order -> order.status() == wanted).isPresent();
            return result(body, done ? 0 : 1003, done ? "ok" : "nothing is held");
        });
    }

    @Post("/refund")
    HttpResponse<?> refund(@Body JsonNode body) {
        return answer(body, REFUND, () -> {
            String refundId = body.path("orderId").asText();
            Optional<WalletOrder> paid = provider.findByTransaction(
                    WalletForm.MOMO, body.path("transId").asLong());
            if (paid.isEmpty()) {
                return result(body, 42, "transId is not found");
            }
            return switch (provider.refund(
                    WalletForm.MOMO,
                    paid.get().id(),
                    refundId,
                    body.path("amount").asLong())) {
                case DONE -> result(body, 0, "ok");
                case KNOWN -> result(body, 41, "orderId was used before");
                case TOO_MUCH, REFUSED -> result(body, 1088, "the payment cannot be refunded so");
            };
        });
    }

    @Post("/refund/query")
    HttpResponse<?> refundQuery(@Body JsonNode body) {
        String refundId = body.path("orderId").asText();
        return answer(
                body,
                QUERY,
                () -> provider.findByRefund(WalletForm.MOMO, refundId).isPresent()
                        ? result(body, 0, "ok")
                        : result(body, 42, "orderId is not found"));
    }

    private Optional<WalletOrder> order(JsonNode body) {
        return provider.get(WalletForm.MOMO, body.path("orderId").asText());
    }

    private Map<String, Object> about(String requestId, WalletOrder order, int code) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("partnerCode", settings.partnerCode());
        body.put("orderId", order.id());
        body.put("requestId", requestId);
        body.put("amount", order.amount());
        body.put("transId", order.transaction());
        body.put("resultCode", code);
        body.put("message", "Sandbox");
        body.put("responseTime", clock.instant().toEpochMilli());
        return body;
    }

    private HttpResponse<?> result(JsonNode body, int code, String message) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("partnerCode", settings.partnerCode());
        answer.put("orderId", body.path("orderId").asText());
        answer.put("requestId", body.path("requestId").asText());
        answer.put("resultCode", code);
        answer.put("message", message);
        answer.put("transId", body.path("transId").asLong());
        answer.put("responseTime", clock.instant().toEpochMilli());
        return HttpResponse.ok(answer);
    }

    private HttpResponse<?> answer(JsonNode body, List<String> names, Supplier<HttpResponse<?>> work) {
        Map<String, String> fields = new LinkedHashMap<>();
        names.forEach(name -> fields.put(name, body.path(name).asText("")));
        String secret = addresses.secret(settings.secretKey(), MomoSettings.SECRET);
        if (!body.path("partnerCode").asText().equals(settings.partnerCode())) {
            return result(body, 13, "partnerCode is unknown");
        }
        if (!Secrets.same(
                WalletSignatures.momo(secret, settings.accessKey(), fields),
                body.path("signature").asText(""))) {
            return HttpResponse.badRequest(
                    result(body, 13, "the signature is wrong").body());
        }
        if (provider.faults(WalletForm.MOMO).failsBefore()) {
            return HttpResponse.serverError();
        }
        HttpResponse<?> done = work.get();
        return provider.faults(WalletForm.MOMO).losesReply() ? HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT) : done;
    }

    private String house() {
        return addresses.resolve(settings.ipnUrl(), MomoSettings.NOTICE_PATH) + "/";
    }
}
