package io.giaovan.paymentgateway.rail.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.RailAnswer;
import io.giaovan.paymentgateway.rail.RailHttp;
import io.giaovan.paymentgateway.rail.RailHttp.NoAnswer;
import io.giaovan.paymentgateway.rail.RailHttp.Reply;
import io.giaovan.paymentgateway.rail.RailOrder;
import io.giaovan.paymentgateway.rail.RefundAnswer;
import io.giaovan.paymentgateway.rail.Step;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A wallet in the form of ZaloPay's API v2. An order of theirs is an attempt of ours on a day; nothing can be held. An
 * order whose first answer got lost is asked for again with the very same values.
 */
@Singleton
final class ZaloPayRail implements WalletRail {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int DONE = 1;
    private static final int WORKING = 3;

    private final ZaloPaySettings settings;
    private final RailAddresses addresses;
    private final RailHttp http;
    private final Clock clock;

    ZaloPayRail(ZaloPaySettings settings, RailAddresses addresses, Clock clock) {
        this.settings = settings;
        this.addresses = addresses;
        this.http = new RailHttp(settings.answerWithin());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "zalopay";
    }

    @Override
    public boolean canHold() {
        return false;
    }

    @Override
    public boolean isSandboxed() {
        return settings.baseUrl() == null;
    }

    @Override
    public RailAnswer start(RailOrder order) {
        if (!order.amount().currency().equals(Money.VND)) {
            return new RailAnswer.Refused("currency_not_supported", "The wallet is in VND only");
        }
        Reply reply;
        try {
            reply = create(order);
        } catch (NoAnswer none) {
            return RailHttp.unanswered(none);
        }
        try {
            String address = reply.body().path("order_url").asText("");
            if (code(reply) == DONE && !address.isEmpty()) {
                return new RailAnswer.AwaitsBuyer(
                        new NextStep(NextStep.REDIRECT, Map.of(NextStep.URL, address), order.expiresAt()),
                        reference(order),
                        null);
            }
            return switch (detail(reply)) {
                case -68 -> judged(order, query(order));
                case -401, -402, -500, -999, 0 -> new RailAnswer.Unknown("detail " + detail(reply));
                default -> refused(detail(reply));
            };
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    private Reply create(RailOrder order) throws NoAnswer {
        String user = order.merchantId().value();
        long time = order.startedAt().toEpochMilli();
        String embedded = http.write(Map.of("redirecturl", order.returnUrl()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("app_id", settings.appId());
        body.put("app_user", user);
        body.put("app_trans_id", reference(order));
        body.put("app_time", time);
        body.put("amount", order.amount().amount());
        body.put("item", "[]");
        body.put("embed_data", embedded);
        body.put("description", "Giaovan " + order.chargeId());
        body.put("bank_code", "");
        body.put(
                "callback_url",
                addresses.resolve(settings.callbackUrl(), ZaloPaySettings.NOTICE_PATH) + "/" + order.chargeId());
        body.put(
                "expire_duration_seconds",
                Math.max(
                        300,
                        Duration.between(order.startedAt(), order.expiresAt()).toSeconds()));
        body.put(
                "mac",
                WalletSignatures.zaloPay(
                        key1(),
                        settings.appId(),
                        reference(order),
                        user,
                        order.amount().amount(),
                        time,
                        embedded,
                        "[]"));
        return post("create", body);
    }

    @Override
    public RailAnswer ask(RailOrder order, Step step, Money amount) {
        if (step == Step.RELEASE) {
            return release(order);
        }
        if (order.reference() == null) {
            return start(order);
        }
        try {
            return judged(order, query(order));
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    private JsonNode query(RailOrder order) throws NoAnswer {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("app_id", settings.appId());
        body.put("app_trans_id", reference(order));
        body.put("mac", WalletSignatures.zaloPay(key1(), settings.appId(), reference(order), key1()));
        return post("query", body).body();
    }

    private RailAnswer judged(RailOrder order, JsonNode found) {
        int code = found.path("return_code").asInt(-1);
        if (code == DONE) {
            return found.path("amount").asLong() == order.amount().amount()
                    ? new RailAnswer.Taken(reference(order))
                    : new RailAnswer.Unknown("the wallet names another amount");
        }
        int detail = found.path("sub_return_code").asInt(0);
        return code == WORKING || detail == -401 || detail == -402 || detail == -500
                ? new RailAnswer.Unknown("still with the buyer")
                : code == 2 ? refused(detail) : new RailAnswer.Unknown("code " + code);
    }

    @Override
    public RailAnswer capture(RailOrder order, Money amount) {
        return new RailAnswer.Refused("capture_not_supported", "The wallet cannot hold money");
    }

    @Override
    public RailAnswer release(RailOrder order) {
        if (order.reference() == null) {
            return new RailAnswer.Released();
        }
        try {
            return switch (judged(order, query(order))) {
                case RailAnswer.Refused _ -> new RailAnswer.Released();
                case RailAnswer other -> other;
            };
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    @Override
    public RefundAnswer refund(RailOrder order, String refundId, Money amount) {
        try {
            JsonNode paid = query(order);
            String transaction = paid.path("zp_trans_id").asText("");
            if (paid.path("return_code").asInt(-1) != DONE || transaction.isEmpty()) {
                return new RefundAnswer.Pending("the payment is not found");
            }
            String id =
                    DAY.format(order.startedAt().atZone(ServiceDay.VIETNAM)) + "_" + settings.appId() + "_" + refundId;
            Instant now = clock.instant();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("m_refund_id", id);
            body.put("app_id", settings.appId());
            body.put("zp_trans_id", transaction);
            body.put("amount", amount.amount());
            body.put("timestamp", now.toEpochMilli());
            body.put("description", "Giaovan");
            body.put(
                    "mac",
                    WalletSignatures.zaloPay(
                            key1(), settings.appId(), transaction, amount.amount(), "Giaovan", now.toEpochMilli()));
            Reply reply = post("refund", body);
            return switch (code(reply)) {
                case DONE -> new RefundAnswer.Paid(id);
                case 2 -> detail(reply) == -68 ? refundFound(id) : refundRefused(detail(reply));
                default -> new RefundAnswer.Pending("code " + code(reply));
            };
        } catch (NoAnswer unknown) {
            return new RefundAnswer.Pending(String.valueOf(unknown.getMessage()));
        }
    }

    private RefundAnswer refundFound(String id) throws NoAnswer {
        long now = clock.instant().toEpochMilli();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("app_id", settings.appId());
        body.put("m_refund_id", id);
        body.put("timestamp", now);
        body.put("mac", WalletSignatures.zaloPay(key1(), settings.appId(), id, now));
        Reply reply = post("query_refund", body);
        return code(reply) == DONE ? new RefundAnswer.Paid(id) : new RefundAnswer.Pending("code " + code(reply));
    }

    private static RefundAnswer refundRefused(int detail) {
        return new RefundAnswer.Refused("zalopay_" + Math.abs(detail), "The wallet refused the refund");
    }

    /** Their id of an order begins with its day in Vietnam. */
    private static String reference(RailOrder order) {
        return DAY.format(order.startedAt().atZone(ServiceDay.VIETNAM)) + "_" + order.attemptId();
    }

    private String key1() {
        return addresses.secret(settings.key1(), ZaloPaySettings.KEY_1);
    }

    private Reply post(String call, Map<String, Object> body) throws NoAnswer {
        String root =
                addresses.resolve(settings.baseUrl(), "/sandbox/wallet/zalopay").toString();
        return http.post(URI.create(root + "/v2/" + call), http.write(body), Map.of());
    }

    private static int code(Reply reply) {
        return reply.body().path("return_code").asInt(-1);
    }

    private static int detail(Reply reply) {
        return reply.body().path("sub_return_code").asInt(0);
    }

    private static RailAnswer refused(int detail) {
        String code = switch (detail) {
            case -54 -> "expired";
            case -63 -> "insufficient_funds";
            case -117 -> "request_declined";
            default -> "zalopay_" + Math.abs(detail);
        };
        return new RailAnswer.Refused(code, "The wallet refused the payment");
    }
}
