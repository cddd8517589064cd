package io.giaovan.paymentgateway.sandbox.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.wallet.WalletSignatures;
import io.giaovan.paymentgateway.rail.wallet.ZaloPaySettings;
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
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/** The fake ZaloPay over HTTP. It checks every mac, and that an order's id begins with its day. */
@Controller("/sandbox/wallet/zalopay/v2")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ZaloPayController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int ID_LENGTH_MAX = 40;
    private static final long AMOUNT_MIN = 1_000;

    private final WalletProvider provider;
    private final ZaloPaySettings settings;
    private final RailAddresses addresses;
    private final Clock clock;

    ZaloPayController(WalletProvider provider, ZaloPaySettings settings, RailAddresses addresses, Clock clock) {
        this.provider = provider;
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Post("/create")
    HttpResponse<?> create(@Body JsonNode body) {
        String[] signed = {"app_id", "app_trans_id", "app_user", "amount", "app_time", "embed_data", "item"};
        return answer(body, signed, () -> {
            String id = body.path("app_trans_id").asText();
            long amount = body.path("amount").asLong();
            if (id.length() > ID_LENGTH_MAX
                    || !id.startsWith(DAY.format(clock.instant().atZone(ServiceDay.VIETNAM)) + "_")) {
                return answer(2, -92, "app_trans_id is not of today");
            }
            if (amount < AMOUNT_MIN) {
                return answer(2, -3, "amount is under " + AMOUNT_MIN);
            }
            if (!body.path("callback_url").asText().startsWith(house())) {
                return answer(2, -2, "callback_url is not an address of the house");
            }
            Opened opened = provider.open(
                    WalletForm.ZALOPAY,
                    id,
                    amount,
                    false,
                    clock.instant()
                            .plusSeconds(body.path("expire_duration_seconds").asLong(900)),
                    "",
                    body.path("callback_url").asText(),
                    Document.parse(body.toString()));
            WalletOrder order = opened.order();
            if (!order.request().getString("mac").equals(body.path("mac").asText())) {
                return answer(2, -68, "app_trans_id was used before");
            }
            Map<String, Object> made = body(1, 1, "ok");
            made.put("order_url", addresses.publicAddress("/sandbox/wallet/app/zalopay/" + id));
            return order.is(Magic.CREATE_REPLY_LOST) && !opened.before()
                    ? HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT)
                    : HttpResponse.ok(made);
        });
    }

    @Post("/query")
    HttpResponse<?> query(@Body JsonNode body) {
        return answer(body, new String[] {"app_id", "app_trans_id", "+key1"}, () -> {
            Optional<WalletOrder> found =
                    provider.get(WalletForm.ZALOPAY, body.path("app_trans_id").asText());
            if (found.isEmpty()) {
                return answer(2, -101, "there is no such order");
            }
            WalletOrder order = found.get();
            return switch (order.status()) {
                case PAID -> {
                    Map<String, Object> paid = body(1, 1, "ok");
                    paid.put("amount", order.amount());
                    paid.put("zp_trans_id", order.transaction());
                    paid.put("is_processing", false);
                    yield HttpResponse.ok(paid);
                }
                case PENDING, HELD -> answer(3, 0, "the buyer has not paid yet");
                case EXPIRED -> answer(2, -54, "the order has expired");
                case DECLINED, CANCELLED -> answer(2, -117, "the buyer declined");
            };
        });
    }

    @Post("/refund")
    HttpResponse<?> refund(@Body JsonNode body) {
        String[] signed = {"app_id", "zp_trans_id", "amount", "description", "timestamp"};
        return answer(body, signed, () -> {
            Optional<WalletOrder> paid = provider.findByTransaction(
                    WalletForm.ZALOPAY, Long.parseLong(body.path("zp_trans_id").asText("0")));
            if (paid.isEmpty()) {
                return answer(2, -101, "there is no such payment");
            }
            return switch (provider.refund(
                    WalletForm.ZALOPAY,
                    paid.get().id(),
                    body.path("m_refund_id").asText(),
                    body.path("amount").asLong())) {
                case DONE -> answer(1, 1, "ok");
                case KNOWN -> answer(2, -68, "m_refund_id was used before");
                case TOO_MUCH -> answer(2, -14, "more than what is left");
                case REFUSED -> answer(2, -13, "the payment cannot be refunded");
            };
        });
    }

    @Post("/query_refund")
    HttpResponse<?> refundQuery(@Body JsonNode body) {
        return answer(
                body,
                new String[] {"app_id", "m_refund_id", "timestamp"},
                () -> provider.findByRefund(
                                        WalletForm.ZALOPAY,
                                        body.path("m_refund_id").asText())
                                .isPresent()
                        ? answer(1, 1, "ok")
                        : answer(2, -101, "there is no such refund"));
    }

    private HttpResponse<?> answer(JsonNode body, String[] signed, Supplier<HttpResponse<?>> work) {
        String key1 = addresses.secret(settings.key1(), ZaloPaySettings.KEY_1);
        Object[] values = java.util.Arrays.stream(signed)
                .map(name -> name.equals("+key1") ? key1 : body.path(name).asText(""))
                .toArray();
        if (body.path("app_id").asInt() != settings.appId()
                || !Secrets.same(
                        WalletSignatures.zaloPay(key1, values), body.path("mac").asText(""))) {
            return answer(2, -402, "mac is wrong");
        }
        if (provider.faults(WalletForm.ZALOPAY).failsBefore()) {
            return HttpResponse.serverError();
        }
        HttpResponse<?> done = work.get();
        return provider.faults(WalletForm.ZALOPAY).losesReply()
                ? HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT)
                : done;
    }

    private static HttpResponse<?> answer(int code, int detail, String message) {
        return HttpResponse.ok(body(code, detail, message));
    }

    private static Map<String, Object> body(int code, int detail, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("return_code", code);
        body.put("return_message", message);
        body.put("sub_return_code", detail);
        body.put("sub_return_message", message);
        return body;
    }

    private String house() {
        return addresses.resolve(settings.callbackUrl(), ZaloPaySettings.NOTICE_PATH) + "/";
    }
}
