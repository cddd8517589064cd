package io.giaovan.paymentgateway.rail.bank;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.RailHttp;
import io.giaovan.paymentgateway.rail.RefundAnswer;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders payments in the words of pain.001 and pain.002, as JSON with a signature over time and body. ACCP means
 * accepted, ACSC settled, RJCT rejected.
 */
@Singleton
@Requires(property = "giaovan.rails.bank.form", notEquals = "FILES")
final class RemoteBank implements HouseBank {
    private final BankSettings settings;
    private final RailAddresses addresses;
    private final RailHttp http;
    private final Clock wall;

    RemoteBank(BankSettings settings, RailAddresses addresses, @Named("wall") Clock wall) {
        this.settings = settings;
        this.addresses = addresses;
        this.http = new RailHttp(settings.answerWithin());
        this.wall = wall;
    }

    @Override
    public PayoutAnswer pay(String endToEndId, String payee, Money amount) {
        Map<String, Object> order = order(endToEndId, amount);
        order.put("creditorAccount", payee);
        return send("/payouts", order);
    }

    @Override
    public RefundAnswer sendBack(String endToEndId, String content, Money amount) {
        Map<String, Object> order = order(endToEndId, amount);
        order.put("originalContent", content);
        return switch (send("/returns", order)) {
            case PayoutAnswer.Paid paid -> new RefundAnswer.Paid(paid.reference());
            case PayoutAnswer.Rejected rejected ->
                new RefundAnswer.Refused(rejected.code(), "The bank could not send the money back");
            case PayoutAnswer.Pending pending -> new RefundAnswer.Pending(pending.why());
        };
    }

    @Override
    public BankStatement statement(LocalDate day) {
        String path = "/statement?day=" + day;
        try {
            RailHttp.Reply reply = http.get(address(path), signed(path));
            if (!reply.ok()) {
                throw new ProblemException(
                        ErrorCode.PARTNER_FAILED,
                        "The bank gave no statement of " + day + ", status " + reply.status());
            }
            List<BankStatement.Line> lines = new ArrayList<>();
            for (JsonNode line : reply.body().path("lines")) {
                lines.add(new BankStatement.Line(
                        line.path("reference").asText(),
                        new Money(
                                line.path("amount").asLong(),
                                line.path("currency").asText()),
                        Instant.parse(line.path("bookedAt").asText())));
            }
            return new BankStatement(day, lines);
        } catch (RailHttp.NoAnswer unknown) {
            throw new ProblemException(ErrorCode.PARTNER_FAILED, "The bank gave no statement of " + day, unknown);
        } catch (DateTimeParseException unreadable) {
            throw new ProblemException(
                    ErrorCode.PARTNER_FAILED, "The bank's statement of " + day + " cannot be read", unreadable);
        }
    }

    private URI address(String path) {
        return URI.create(addresses.resolve(settings.baseUrl(), "/sandbox/bank/api") + path);
    }

    private static Map<String, Object> order(String endToEndId, Money amount) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("messageId", endToEndId);
        order.put("endToEndId", endToEndId);
        order.put("amount", amount.amount());
        order.put("currency", amount.currency());
        return order;
    }

    private PayoutAnswer send(String path, Map<String, Object> order) {
        String body = http.write(order);
        try {
            RailHttp.Reply reply = http.post(address(path), body, signed(body));
            if (!reply.ok()) {
                return reply.status() == 409 || reply.status() == 429 || reply.status() == 401
                        ? new PayoutAnswer.Pending("status " + reply.status())
                        : new PayoutAnswer.Rejected(reply.code().isEmpty() ? "rejected" : reply.code());
            }
            String status = reply.body().path("status").asText("");
            return switch (status) {
                case "ACSC" ->
                    new PayoutAnswer.Paid(reply.body().path("bankReference").asText(""));
                case "RJCT" ->
                    new PayoutAnswer.Rejected(reply.body().path("reason").asText("rejected"));
                default -> new PayoutAnswer.Pending("status " + status);
            };
        } catch (RailHttp.NoAnswer unknown) {
            return new PayoutAnswer.Pending(String.valueOf(unknown.getMessage()));
        }
    }

    private Map<String, String> signed(String body) {
        long time = wall.instant().getEpochSecond();
        String secret = addresses.secret(settings.secret(), "sandbox-bank");
        byte[] mac = Secrets.hmacSha256(secret, (time + "." + body).getBytes(StandardCharsets.UTF_8));
        return Map.of("X-Signature", "t=" + time + ",v1=" + HexFormat.of().formatHex(mac));
    }
}
