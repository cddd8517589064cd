package io.giaovan.paymentgateway.rail.mobilemoney;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.paymentgateway.rail.Rail;
import io.giaovan.paymentgateway.rail.RailAnswer;
import io.giaovan.paymentgateway.rail.RailHttp;
import io.giaovan.paymentgateway.rail.RailHttp.NoAnswer;
import io.giaovan.paymentgateway.rail.RailHttp.Reply;
import io.giaovan.paymentgateway.rail.RailOrder;
import io.giaovan.paymentgateway.rail.RefundAnswer;
import io.giaovan.paymentgateway.rail.Step;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pushes a merchant payment to a phone and waits for its owner's consent. A reference of ours is the provider's path:
 * {@code requeststates/…} while it is pending, {@code transactions/…} once money moved. Read from
 * gsmainclusivetechlab/mobilemoneyapi-devportal c9af377 on 2026-11-24.
 */
@Singleton
final class MobileMoneyRail implements Rail {
    static final String AWAIT_APPROVAL = "mobile_money_await_approval";
    private static final String STATES = "requeststates/";
    private static final String TRANSACTIONS = "transactions/";

    private final RemoteMobileMoney provider;
    private final MobileMoneySettings settings;

    MobileMoneyRail(RemoteMobileMoney provider, MobileMoneySettings settings) {
        this.provider = provider;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mobile_money";
    }

    @Override
    public ChargeMethod method() {
        return ChargeMethod.MOBILE_MONEY;
    }

    @Override
    public boolean canHold() {
        return false;
    }

    @Override
    public boolean canTakeAtOnce() {
        return true;
    }

    @Override
    public boolean standsAtProvider() {
        return true;
    }

    @Override
    public boolean needsPhone() {
        return true;
    }

    @Override
    public boolean mustBeAsked() {
        return true;
    }

    @Override
    public boolean isSandboxed() {
        return settings.baseUrl() == null;
    }

    @Override
    public RailAnswer start(RailOrder order) {
        Reply reply;
        try {
            reply = provider.push(order);
        } catch (NoAnswer none) {
            return RailHttp.unanswered(none);
        }
        try {
            return begun(order, reply);
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    private RailAnswer begun(RailOrder order, Reply reply) throws NoAnswer {
        if (reply.status() == 202) {
            return byState(order, reply.body());
        }
        if (reply.ok()) {
            return byTransaction(order, reply.body());
        }
        if (errorCode(reply.body()).equals("duplicateRequest")) {
            return found(order);
        }
        return switch (reply.status()) {
            case 401, 404, 429 -> new RailAnswer.Unknown("status " + reply.status());
            default -> refused(reply.body());
        };
    }

    @Override
    public RailAnswer ask(RailOrder order, Step step, Money amount) {
        if (step == Step.RELEASE) {
            return release(order);
        }
        try {
            return order.reference() == null ? found(order) : read(order, order.requiredReference());
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    /** Follows a lost reply; what the provider never saw is sent under the same correlation id again. */
    private RailAnswer found(RailOrder order) throws NoAnswer {
        Optional<String> reference = provider.findByCorrelation(order.attemptId());
        if (reference.isPresent()) {
            return read(order, reference.get());
        }
        Reply reply = provider.push(order);
        return errorCode(reply.body()).equals("duplicateRequest")
                ? new RailAnswer.Unknown("it is being worked on")
                : begun(order, reply);
    }

    private RailAnswer read(RailOrder order, String reference) throws NoAnswer {
        boolean state = reference.startsWith(STATES);
        Reply reply = state
                ? provider.state(reference.substring(STATES.length()))
                : provider.transaction(reference.substring(TRANSACTIONS.length()));
        if (!reply.ok()) {
            throw RemoteMobileMoney.unclear(reply);
        }
        return state ? byState(order, reply.body()) : byTransaction(order, reply.body());
    }

    private RailAnswer byState(RailOrder order, JsonNode state) throws NoAnswer {
        String reference = state.path("objectReference").asText("");
        return switch (state.path("status").asText("")) {
            case "pending" ->
                awaiting(order, STATES + state.path("serverCorrelationId").asText(), state);
            case "completed" ->
                reference.isEmpty()
                        ? new RailAnswer.Unknown("completed without a transaction")
                        : read(order, TRANSACTIONS + reference);
            case "failed" -> refused(state.path("error"));
            default -> new RailAnswer.Unknown("a state of no known status");
        };
    }

    private RailAnswer byTransaction(RailOrder order, JsonNode transaction) {
        String reference =
                TRANSACTIONS + transaction.path("transactionReference").asText();
        return switch (transaction.path("transactionStatus").asText("")) {
            case "pending" -> awaiting(order, reference, transaction);
            case "completed" ->
                RemoteMobileMoney.isOf(order.amount(), transaction)
                        ? new RailAnswer.Taken(reference)
                        : new RailAnswer.Unknown("the provider names another amount");
            case "reversed" -> new RailAnswer.Refused(RailAnswer.TAKEN_BACK, "The provider took the payment back");
            case "failed" -> refused(transaction.path("error"));
            default -> new RailAnswer.Unknown("a transaction of no known status");
        };
    }

    private static RailAnswer awaiting(RailOrder order, String reference, JsonNode node) {
        Instant until = instant(node.path("expiryTime").asText(""));
        Instant expiresAt = until == null || until.isAfter(order.expiresAt()) ? order.expiresAt() : until;
        return new RailAnswer.AwaitsBuyer(new NextStep(AWAIT_APPROVAL, Map.of(), expiresAt), reference, null);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @Override
    public RailAnswer enterPassword(RailOrder order, String password) {
        return new RailAnswer.Refused("password_not_expected", "Mobile money is approved on the phone");
    }

    @Override
    public RailAnswer capture(RailOrder order, Money amount) {
        return new RailAnswer.Refused("capture_not_supported", "Mobile money cannot be held");
    }

    /** A push cannot be called back: it is released when the provider says that it failed. */
    @Override
    public RailAnswer release(RailOrder order) {
        if (order.reference() == null) {
            return new RailAnswer.Released();
        }
        try {
            return switch (read(order, order.requiredReference())) {
                case RailAnswer.Refused _ -> new RailAnswer.Released();
                case RailAnswer.AwaitsBuyer _ -> new RailAnswer.Unknown("still on the buyer's phone");
                case RailAnswer other -> other;
            };
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    @Override
    public RefundAnswer refund(RailOrder order, String refundId, Money amount) {
        String reference = order.requiredReference();
        if (!reference.startsWith(TRANSACTIONS)) {
            return new RefundAnswer.Refused("refund_not_possible", "The provider has taken nothing for this payment");
        }
        try {
            Reply reply = provider.reverse(reference.substring(TRANSACTIONS.length()), refundId, amount);
            if (reply.ok()) {
                return refunded(reply.body());
            }
            if (errorCode(reply.body()).equals("duplicateRequest")) {
                return afterLostReply(refundId);
            }
            return reply.status() == 401 || reply.status() == 404 || reply.status() == 429
                    ? new RefundAnswer.Pending("status " + reply.status())
                    : new RefundAnswer.Refused(plain(errorCode(reply.body())), "The provider refused the refund");
        } catch (NoAnswer unknown) {
            return new RefundAnswer.Pending(String.valueOf(unknown.getMessage()));
        }
    }

    private RefundAnswer afterLostReply(String refundId) throws NoAnswer {
        Optional<String> reference = provider.findByCorrelation(refundId);
        if (reference.isEmpty()) {
            return new RefundAnswer.Pending("the reversal is not found yet");
        }
        boolean state = reference.get().startsWith(STATES);
        Reply reply = state
                ? provider.state(reference.get().substring(STATES.length()))
                : provider.transaction(reference.get().substring(TRANSACTIONS.length()));
        return reply.ok() ? refunded(reply.body()) : new RefundAnswer.Pending("status " + reply.status());
    }

    private static RefundAnswer refunded(JsonNode body) {
        String status =
                body.path("transactionStatus").asText(body.path("status").asText(""));
        String reference = body.path("transactionReference")
                .asText(body.path("objectReference").asText(""));
        return switch (status) {
            case "completed" -> new RefundAnswer.Paid(reference);
            case "failed" ->
                new RefundAnswer.Refused(plain(errorCode(body.path("error"))), "The provider refused the refund");
            default -> new RefundAnswer.Pending("status " + status);
        };
    }

    private static RailAnswer refused(JsonNode error) {
        return new RailAnswer.Refused(plain(errorCode(error)), "The mobile money provider refused the payment");
    }

    private static String errorCode(JsonNode error) {
        return error.path("errorCode").asText("");
    }

    /** The harmonised code in the gateway's spelling: {@code insufficientFunds} is {@code insufficient_funds}. */
    static String plain(String code) {
        return code.isEmpty()
                ? "payment_denied"
                : code.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
