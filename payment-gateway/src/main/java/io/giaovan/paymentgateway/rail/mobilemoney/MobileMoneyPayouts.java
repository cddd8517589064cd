package io.giaovan.paymentgateway.rail.mobilemoney;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.rail.RailHttp.NoAnswer;
import io.giaovan.paymentgateway.rail.RailHttp.Reply;
import io.giaovan.paymentgateway.rail.bank.HouseBank.PayoutAnswer;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Pays out to phones by disbursements. The same id is paid once, however often it is sent. Safe for concurrent use. */
@Singleton
public final class MobileMoneyPayouts {
    /** The rail whose clearing account the money comes from. */
    public static final String RAIL = "mobile_money";

    private final RemoteMobileMoney provider;

    MobileMoneyPayouts(RemoteMobileMoney provider) {
        this.provider = provider;
    }

    /**
     * Orders a disbursement, or asks what became of it when it was ordered before.
     *
     * @param phone E.164
     */
    public PayoutAnswer pay(String id, String phone, Money amount) {
        try {
            Optional<String> known = provider.findByCorrelation(id);
            Reply reply = known.isPresent() ? provider.read(known.get()) : provider.disburse(id, phone, amount);
            if (reply.ok()) {
                return became(reply.body(), amount);
            }
            String code = reply.body().path("errorCode").asText("");
            return reply.status() == 400 && !code.equals("duplicateRequest")
                    ? new PayoutAnswer.Rejected(MobileMoneyRail.plain(code))
                    : new PayoutAnswer.Pending("status " + reply.status());
        } catch (NoAnswer unknown) {
            return new PayoutAnswer.Pending(String.valueOf(unknown.getMessage()));
        }
    }

    private PayoutAnswer became(JsonNode body, Money amount) throws NoAnswer {
        boolean state = body.has("serverCorrelationId");
        String status = body.path(state ? "status" : "transactionStatus").asText("");
        String reference =
                body.path(state ? "objectReference" : "transactionReference").asText("");
        return switch (status) {
            case "completed" -> {
                if (state && !reference.isEmpty()) {
                    Reply transaction = provider.transaction(reference);
                    yield transaction.ok()
                            ? became(transaction.body(), amount)
                            : new PayoutAnswer.Pending("status " + transaction.status());
                }
                yield !state && RemoteMobileMoney.isOf(amount, body)
                        ? new PayoutAnswer.Paid(reference)
                        : new PayoutAnswer.Pending("the provider names another amount");
            }
            case "failed" ->
                new PayoutAnswer.Rejected(
                        MobileMoneyRail.plain(body.at("/error/errorCode").asText("")));
            default -> new PayoutAnswer.Pending("status " + status);
        };
    }
}
