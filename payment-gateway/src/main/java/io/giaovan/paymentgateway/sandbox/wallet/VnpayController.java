package io.giaovan.paymentgateway.sandbox.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.wallet.VnpaySettings;
import io.giaovan.paymentgateway.rail.wallet.WalletSignatures;
import io.giaovan.paymentgateway.sandbox.wallet.WalletOrder.Status;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/** The fake VNPAY over HTTP. A buyer opens an order by its signed address; the house asks and refunds by signed calls. */
@Controller("/sandbox/wallet/vnpay")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VnpayController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final long AMOUNT_MIN = 5_000;
    private static final long AMOUNT_MAX = 1_000_000_000;
    private static final List<String> ANSWER = List.of(
            "vnp_ResponseId",
            "vnp_Command",
            "vnp_ResponseCode",
            "vnp_Message",
            "vnp_TmnCode",
            "vnp_TxnRef",
            "vnp_Amount",
            "vnp_BankCode",
            "vnp_PayDate",
            "vnp_TransactionNo",
            "vnp_TransactionType",
            "vnp_TransactionStatus",
            "vnp_OrderInfo",
            "vnp_PromotionCode",
            "vnp_PromotionAmount");

    private final WalletProvider provider;
    private final VnpaySettings settings;
    private final RailAddresses addresses;
    private final Clock clock;

    VnpayController(WalletProvider provider, VnpaySettings settings, RailAddresses addresses, Clock clock) {
        this.provider = provider;
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The buyer opens the address that the house signed. */
    @Get("/paymentv2/vpcpay.html")
    HttpResponse<?> open(HttpRequest<?> request) {
        Map<String, String> fields = new TreeMap<>();
        request.getParameters().forEach((name, values) -> fields.put(name, values.getFirst()));
        if (!Secrets.same(WalletSignatures.vnpayQuery(secret(), fields), fields.getOrDefault("vnp_SecureHash", ""))) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "vnp_SecureHash does not match the address");
        }
        long amount = amount(fields.getOrDefault("vnp_Amount", ""));
        Instant until = instant(fields.getOrDefault("vnp_ExpireDate", ""));
        if (clock.instant().isAfter(until)) {
            throw new ProblemException(ErrorCode.HOLD_EXPIRED, "The address was good until " + until);
        }
        String id = fields.getOrDefault("vnp_TxnRef", "");
        provider.open(
                WalletForm.VNPAY,
                id,
                amount,
                false,
                until,
                fields.getOrDefault("vnp_ReturnUrl", ""),
                "",
                new Document(new TreeMap<>(fields)));
        return HttpResponse.seeOther(URI.create("/sandbox/wallet/app/vnpay/" + id));
    }

    private static long amount(String times100) {
        if (!times100.matches("[0-9]{3,14}")
                || Long.parseLong(times100) < AMOUNT_MIN * 100
                || Long.parseLong(times100) > AMOUNT_MAX * 100) {
            throw ProblemException.invalid(
                    "vnp_Amount", times100, "is outside " + AMOUNT_MIN * 100 + " to " + AMOUNT_MAX * 100);
        }
        return Long.parseLong(times100) / 100;
    }

    private static Instant instant(String time) {
        try {
            return LocalDateTime.parse(time, TIME).atZone(ServiceDay.VIETNAM).toInstant();
        } catch (DateTimeParseException malformed) {
            throw ProblemException.invalid("vnp_ExpireDate", time, "is not yyyyMMddHHmmss");
        }
    }

    @Post("/merchant_webapi/api/transaction")
    HttpResponse<?> transaction(@Body JsonNode body) {
        boolean query = body.path("vnp_Command").asText().equals("querydr");
        String names = query
                ? "RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo"
                : "RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate"
                        + " CreateBy CreateDate IpAddr OrderInfo";
        Object[] values = Arrays.stream(names.split(" "))
                .map(name -> body.path("vnp_" + name).asText(""))
                .toArray();
        if (!Secrets.same(
                WalletSignatures.vnpay(secret(), values),
                body.path("vnp_SecureHash").asText(""))) {
            return answer(body, "97", Optional.empty());
        }
        if (provider.faults(WalletForm.VNPAY).failsBefore()) {
            return HttpResponse.serverError();
        }
        HttpResponse<?> done = query ? queried(body) : refunded(body);
        return provider.faults(WalletForm.VNPAY).losesReply() ? HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT) : done;
    }

    private HttpResponse<?> queried(JsonNode body) {
        Optional<WalletOrder> found =
                provider.get(WalletForm.VNPAY, body.path("vnp_TxnRef").asText());
        return answer(body, found.isEmpty() ? "91" : "00", found);
    }

    private HttpResponse<?> refunded(JsonNode body) {
        String id = body.path("vnp_TxnRef").asText();
        long amount = Long.parseLong(body.path("vnp_Amount").asText("0")) / 100;
        String code = switch (provider.refund(
                WalletForm.VNPAY, id, body.path("vnp_RequestId").asText(), amount)) {
            case DONE, KNOWN -> "00";
            case TOO_MUCH, REFUSED -> "95";
        };
        return answer(body, code, provider.get(WalletForm.VNPAY, id));
    }

    private HttpResponse<?> answer(JsonNode body, String code, Optional<WalletOrder> found) {
        Map<String, String> answer = new LinkedHashMap<>();
        ANSWER.forEach(name -> answer.put(name, ""));
        answer.put("vnp_ResponseId", "r" + body.path("vnp_RequestId").asText());
        answer.put("vnp_Command", body.path("vnp_Command").asText());
        answer.put("vnp_ResponseCode", code);
        answer.put("vnp_Message", "Sandbox");
        answer.put("vnp_TmnCode", settings.terminalCode());
        answer.put("vnp_TxnRef", body.path("vnp_TxnRef").asText());
        found.ifPresent(order -> {
            answer.put("vnp_Amount", Long.toString(order.amount() * 100));
            answer.put("vnp_BankCode", "NCB");
            answer.put("vnp_PayDate", TIME.format(order.changedAt().atZone(ServiceDay.VIETNAM)));
            answer.put("vnp_TransactionNo", Long.toString(order.transaction()));
            answer.put("vnp_TransactionType", "01");
            answer.put("vnp_TransactionStatus", status(order.status()));
            answer.put("vnp_OrderInfo", String.valueOf(order.request().getString("vnp_OrderInfo")));
        });
        answer.put(
                "vnp_SecureHash",
                WalletSignatures.vnpay(
                        secret(), ANSWER.stream().map(answer::get).toArray()));
        return HttpResponse.ok(answer);
    }

    private static String status(Status status) {
        return switch (status) {
            case PAID -> "00";
            case PENDING, HELD -> "01";
            case DECLINED, CANCELLED, EXPIRED -> "02";
        };
    }

    private String secret() {
        return addresses.secret(settings.hashSecret(), VnpaySettings.SECRET);
    }
}
