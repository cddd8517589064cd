package io.giaovan.paymentgateway.rail.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A wallet in the form of MoMo's all-in-one API v2. An order of theirs is an attempt of ours; asking again under its
 * request id gives the first answer again. Money that is to be held is confirmed or cancelled in a second step. Taking
 * less confirms all and sends the rest back.
 */
@Singleton
final class MomoRail implements WalletRail {
    private static final int PAID = 0;
    private static final int HELD = 9000;
    private static final int NOT_FOUND = 42;
    private static final Duration HELD_FOR = Duration.ofDays(7);

    private final MomoSettings settings;
    private final RailAddresses addresses;
    private final RailHttp http;
    private final Clock clock;

    MomoRail(MomoSettings settings, RailAddresses addresses, Clock clock) {
        this.settings = settings;
        this.addresses = addresses;
        this.http = new RailHttp(settings.answerWithin());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "momo";
    }

    @Override
    public boolean canHold() {
        return true;
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
            return begun(order, reply);
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    private Reply create(RailOrder order) throws NoAnswer {
        Map<String, Object> signed = new LinkedHashMap<>();
        signed.put("partnerCode", settings.partnerCode());
        signed.put("requestId", order.attemptId());
        signed.put("orderId", order.attemptId());
        signed.put("amount", order.amount().amount());
        signed.put("orderInfo", "Giaovan " + order.chargeId());
        signed.put("redirectUrl", order.returnUrl());
        signed.put("ipnUrl", addresses.resolve(settings.ipnUrl(), MomoSettings.NOTICE_PATH) + "/" + order.chargeId());
        signed.put("requestType", "captureWallet");
        signed.put("extraData", "");
        Map<String, Object> body = signed(signed);
        body.put("lang", "vi");
        body.put("autoCapture", !order.hold());
        body.put(
                "orderExpireTime",
                Math.max(
                        1,
                        Duration.between(order.startedAt(), order.expiresAt()).toMinutes()));
        return post("create", body);
    }

    private RailAnswer begun(RailOrder order, Reply reply) throws NoAnswer {
        int code = code(reply);
        String address = reply.body().path("payUrl").asText("");
        if (code == PAID && !address.isEmpty()) {
            return new RailAnswer.AwaitsBuyer(
                    new NextStep(NextStep.REDIRECT, Map.of(NextStep.URL, address), order.expiresAt()),
                    order.attemptId(),
                    null);
        }
        return switch (code) {
            case 40, 41 -> judged(order.withReference(order.attemptId()), query(order));
            case 7000, 7002, 10, 11, 12, 13, 20, 21, 22, 99, -1 -> new RailAnswer.Unknown("result " + code);
            default -> refused(code);
        };
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
            RailAnswer answer = judged(order, query(order));
            return step == Step.CAPTURE && answer instanceof RailAnswer.Held
                    ? capture(order, amount)
                    : step == Step.CAPTURE && answer instanceof RailAnswer.Taken
                            ? afterConfirmation(order, amount)
                            : answer;
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    private JsonNode query(RailOrder order) throws NoAnswer {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("partnerCode", settings.partnerCode());
        fields.put("requestId", order.attemptId());
        fields.put("orderId", order.attemptId());
        Map<String, Object> body = signed(fields);
        body.put("lang", "vi");
        return post("query", body).body();
    }

    private RailAnswer judged(RailOrder order, JsonNode found) {
        int code = found.path("resultCode").asInt(-1);
        boolean ours = found.path("amount").asLong() == order.amount().amount()
                && found.path("orderId").asText("").equals(order.attemptId());
        return switch (code) {
            case PAID ->
                ours
                        ? new RailAnswer.Taken(order.attemptId())
                        : new RailAnswer.Unknown("the wallet names another order or amount");
            case HELD ->
                ours
                        ? new RailAnswer.Held(order.attemptId(), clock.instant().plus(HELD_FOR))
                        : new RailAnswer.Unknown("the wallet names another order or amount");
            case 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1017, 1026, 4001, 4100 -> refused(code);
            default -> new RailAnswer.Unknown("result " + code);
        };
    }

    @Override
    public RailAnswer capture(RailOrder order, Money amount) {
        try {
            int code = code(confirm(order, "capture"));
            return code == PAID ? afterConfirmation(order, amount) : new RailAnswer.Unknown("result " + code);
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    private RailAnswer afterConfirmation(RailOrder order, Money amount) {
        Money rest = order.amount().minus(amount);
        return !rest.isPositive() || refund(order, "rest-" + order.chargeId(), rest) instanceof RefundAnswer.Paid
                ? new RailAnswer.Taken(order.attemptId())
                : new RailAnswer.Unknown("the rest is not released");
    }

    private Reply confirm(RailOrder order, String type) throws NoAnswer {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("partnerCode", settings.partnerCode());
        fields.put("requestId", type + "-" + order.attemptId());
        fields.put("orderId", order.attemptId());
        fields.put("amount", order.amount().amount());
        fields.put("description", "Giaovan");
        fields.put("requestType", type);
        Map<String, Object> body = signed(fields);
        body.put("lang", "vi");
        return post("confirm", body);
    }

    @Override
    public RailAnswer release(RailOrder order) {
        if (order.reference() == null) {
            return new RailAnswer.Released();
        }
        try {
            JsonNode found = query(order);
            if (found.path("resultCode").asInt(-1) == NOT_FOUND) {
                return new RailAnswer.Released();
            }
            return switch (judged(order, found)) {
                case RailAnswer.Held _ ->
                    code(confirm(order, "cancel")) == PAID
                            ? new RailAnswer.Released()
                            : new RailAnswer.Unknown("not cancelled yet");
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
            String transaction = paid.path("transId").asText("");
            if (paid.path("resultCode").asInt(-1) != PAID || transaction.isEmpty()) {
                return new RefundAnswer.Pending("the payment is not found");
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("partnerCode", settings.partnerCode());
            fields.put("orderId", refundId);
            fields.put("requestId", refundId);
            fields.put("amount", amount.amount());
            fields.put("transId", paid.path("transId").asLong());
            fields.put("description", "Giaovan");
            Map<String, Object> body = signed(fields);
            body.put("lang", "vi");
            Reply reply = post("refund", body);
            int code = code(reply);
            return switch (code) {
                case PAID -> new RefundAnswer.Paid(reply.body().path("transId").asText(""));
                case 40, 41 -> refundFound(refundId);
                case 1080, 7000, 7002, 10, 11, 12, 13, 99, -1 -> new RefundAnswer.Pending("result " + code);
                default -> new RefundAnswer.Refused("momo_" + code, "The wallet refused the refund");
            };
        } catch (NoAnswer unknown) {
            return new RefundAnswer.Pending(String.valueOf(unknown.getMessage()));
        }
    }

    /** The wallet has this refund already: what became of it. */
    private RefundAnswer refundFound(String refundId) throws NoAnswer {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("partnerCode", settings.partnerCode());
        fields.put("orderId", refundId);
        fields.put("requestId", refundId);
        Map<String, Object> body = signed(fields);
        body.put("lang", "vi");
        Reply reply = post("refund/query", body);
        return code(reply) == PAID
                ? new RefundAnswer.Paid(reply.body().path("transId").asText(""))
                : new RefundAnswer.Pending("result " + code(reply));
    }

    private Map<String, Object> signed(Map<String, Object> fields) {
        String secret = addresses.secret(settings.secretKey(), MomoSettings.SECRET);
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("signature", WalletSignatures.momo(secret, settings.accessKey(), fields));
        return body;
    }

    private Reply post(String call, Map<String, Object> body) throws NoAnswer {
        String root =
                addresses.resolve(settings.baseUrl(), "/sandbox/wallet/momo").toString();
        return http.post(URI.create(root + "/v2/gateway/api/" + call), http.write(body), Map.of());
    }

    private static int code(Reply reply) {
        return reply.body().path("resultCode").asInt(-1);
    }

    private static RailAnswer refused(int code) {
        String name = Objects.requireNonNull(Map.of(
                        1001, "insufficient_funds",
                        1003, "payment_cancelled",
                        1004, "limit_exceeded",
                        1005, "expired",
                        1006, "request_declined")
                .getOrDefault(code, "momo_" + code));
        return new RailAnswer.Refused(name, "The wallet refused the payment");
    }
}
