package io.giaovan.paymentgateway.rail.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.edge.access.Secrets;
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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A gateway in the form of VNPAY 2.1.0: the buyer carries a signed address there, and the gateway knows of a payment
 * only once he has. Amounts travel times 100. Nothing can be held.
 */
@Singleton
final class VnpayRail implements WalletRail {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final String VERSION = "2.1.0";
    private static final String OK = "00";
    private static final String NOT_FOUND = "91";
    private static final String HOUSE_IP = "127.0.0.1";

    private final VnpaySettings settings;
    private final RailAddresses addresses;
    private final RailHttp http;
    private final Clock clock;

    VnpayRail(VnpaySettings settings, RailAddresses addresses, Clock clock) {
        this.settings = settings;
        this.addresses = addresses;
        this.http = new RailHttp(settings.answerWithin());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "vnpay";
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
            return new RailAnswer.Refused("currency_not_supported", "The gateway is in VND only");
        }
        Map<String, String> fields = new TreeMap<>();
        fields.put("vnp_Version", VERSION);
        fields.put("vnp_Command", "pay");
        fields.put("vnp_TmnCode", settings.terminalCode());
        fields.put("vnp_Amount", Long.toString(Math.multiplyExact(order.amount().amount(), 100)));
        fields.put("vnp_CurrCode", Money.VND);
        fields.put("vnp_TxnRef", order.attemptId());
        fields.put("vnp_OrderInfo", info(order));
        fields.put("vnp_OrderType", "other");
        fields.put("vnp_Locale", "vn");
        fields.put("vnp_ReturnUrl", order.returnUrl());
        fields.put("vnp_IpAddr", HOUSE_IP);
        fields.put("vnp_CreateDate", time(order.startedAt()));
        fields.put("vnp_ExpireDate", time(order.expiresAt()));
        String address = root() + "/paymentv2/vpcpay.html?" + WalletSignatures.vnpayText(fields) + "&vnp_SecureHash="
                + WalletSignatures.vnpayQuery(secret(), fields);
        return new RailAnswer.AwaitsBuyer(
                new NextStep(NextStep.REDIRECT, Map.of(NextStep.URL, address), order.expiresAt()),
                order.attemptId(),
                null);
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
            JsonNode found = query(order);
            return isUnknownThere(found) ? new RailAnswer.Unknown("the buyer was not there yet") : judged(order, found);
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    private JsonNode query(RailOrder order) throws NoAnswer {
        String now = time(clock.instant());
        String request = "q" + Secrets.digest(order.attemptId() + now).substring(0, 31);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("vnp_RequestId", request);
        body.put("vnp_Version", VERSION);
        body.put("vnp_Command", "querydr");
        body.put("vnp_TmnCode", settings.terminalCode());
        body.put("vnp_TxnRef", order.attemptId());
        body.put("vnp_OrderInfo", info(order));
        body.put("vnp_TransactionDate", time(order.startedAt()));
        body.put("vnp_CreateDate", now);
        body.put("vnp_IpAddr", HOUSE_IP);
        body.put(
                "vnp_SecureHash",
                WalletSignatures.vnpay(
                        secret(),
                        request,
                        VERSION,
                        "querydr",
                        settings.terminalCode(),
                        order.attemptId(),
                        time(order.startedAt()),
                        now,
                        HOUSE_IP,
                        info(order)));
        JsonNode found = post(body);
        if (!isSigned(found)) {
            throw RailHttp.noAnswer("an answer with a wrong signature");
        }
        return found;
    }

    private boolean isSigned(JsonNode found) {
        return Secrets.same(
                WalletSignatures.vnpay(
                        secret(),
                        text(found, "vnp_ResponseId"),
                        text(found, "vnp_Command"),
                        text(found, "vnp_ResponseCode"),
                        text(found, "vnp_Message"),
                        text(found, "vnp_TmnCode"),
                        text(found, "vnp_TxnRef"),
                        text(found, "vnp_Amount"),
                        text(found, "vnp_BankCode"),
                        text(found, "vnp_PayDate"),
                        text(found, "vnp_TransactionNo"),
                        text(found, "vnp_TransactionType"),
                        text(found, "vnp_TransactionStatus"),
                        text(found, "vnp_OrderInfo"),
                        text(found, "vnp_PromotionCode"),
                        text(found, "vnp_PromotionAmount")),
                text(found, "vnp_SecureHash"));
    }

    private RailAnswer judged(RailOrder order, JsonNode found) {
        if (!text(found, "vnp_ResponseCode").equals(OK)) {
            return new RailAnswer.Unknown("code " + text(found, "vnp_ResponseCode"));
        }
        String status = text(found, "vnp_TransactionStatus");
        boolean ours = text(found, "vnp_TxnRef").equals(order.attemptId())
                && text(found, "vnp_Amount").equals(Long.toString(order.amount().amount() * 100));
        return switch (status) {
            case OK ->
                ours
                        ? new RailAnswer.Taken(order.attemptId())
                        : new RailAnswer.Unknown("the gateway names another order or amount");
            case "02" -> new RailAnswer.Refused("payment_denied", "The payment failed at the bank");
            default -> new RailAnswer.Unknown("status " + status);
        };
    }

    private static boolean isUnknownThere(JsonNode found) {
        return text(found, "vnp_ResponseCode").equals(NOT_FOUND);
    }

    @Override
    public RailAnswer capture(RailOrder order, Money amount) {
        return new RailAnswer.Refused("capture_not_supported", "The gateway cannot hold money");
    }

    /** A signed address is good until it expires: before that nothing is released unless the gateway says it failed. */
    @Override
    public RailAnswer release(RailOrder order) {
        if (order.reference() == null) {
            return new RailAnswer.Released();
        }
        try {
            JsonNode found = query(order);
            if (isUnknownThere(found)) {
                return clock.instant().isBefore(order.expiresAt())
                        ? new RailAnswer.Unknown("the address is still good")
                        : new RailAnswer.Released();
            }
            return switch (judged(order, found)) {
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
            String transaction = text(paid, "vnp_TransactionNo");
            if (!text(paid, "vnp_ResponseCode").equals(OK) || transaction.isEmpty()) {
                return new RefundAnswer.Pending("the payment is not found");
            }
            String now = time(clock.instant());
            String type = amount.equals(order.amount()) ? "02" : "03";
            String by = "giaovan";
            String dong = Long.toString(Math.multiplyExact(amount.amount(), 100));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("vnp_RequestId", refundId);
            body.put("vnp_Version", VERSION);
            body.put("vnp_Command", "refund");
            body.put("vnp_TmnCode", settings.terminalCode());
            body.put("vnp_TransactionType", type);
            body.put("vnp_TxnRef", order.attemptId());
            body.put("vnp_Amount", dong);
            body.put("vnp_TransactionNo", transaction);
            body.put("vnp_TransactionDate", time(order.startedAt()));
            body.put("vnp_CreateBy", by);
            body.put("vnp_CreateDate", now);
            body.put("vnp_IpAddr", HOUSE_IP);
            body.put("vnp_OrderInfo", info(order));
            body.put(
                    "vnp_SecureHash",
                    WalletSignatures.vnpay(
                            secret(),
                            refundId,
                            VERSION,
                            "refund",
                            settings.terminalCode(),
                            type,
                            order.attemptId(),
                            dong,
                            transaction,
                            time(order.startedAt()),
                            by,
                            now,
                            HOUSE_IP,
                            info(order)));
            JsonNode answer = post(body);
            return switch (text(answer, "vnp_ResponseCode")) {
                case OK -> new RefundAnswer.Paid(refundId);
                case "95" -> new RefundAnswer.Refused("refund_denied", "The gateway refused the refund");
                default -> new RefundAnswer.Pending("code " + text(answer, "vnp_ResponseCode"));
            };
        } catch (NoAnswer unknown) {
            return new RefundAnswer.Pending(String.valueOf(unknown.getMessage()));
        }
    }

    private JsonNode post(Map<String, Object> body) throws NoAnswer {
        Reply reply = http.post(URI.create(root() + "/merchant_webapi/api/transaction"), http.write(body), Map.of());
        if (!reply.ok()) {
            throw RailHttp.noAnswer("status " + reply.status());
        }
        return reply.body();
    }

    private String root() {
        return addresses.resolve(settings.baseUrl(), "/sandbox/wallet/vnpay").toString();
    }

    private String secret() {
        return addresses.secret(settings.hashSecret(), VnpaySettings.SECRET);
    }

    private static String info(RailOrder order) {
        return "Giaovan " + order.chargeId();
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ServiceDay.VIETNAM));
    }

    private static String text(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).asText(null)).orElse("");
    }
}
