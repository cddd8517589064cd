package io.giaovan.paymentgateway.rail.carrierbilling;

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
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CAMARA Carrier Billing in two steps: prepare, validate with the one-time password or on the telecom's own page, confirm
 * or cancel; or in one step where that is configured and nothing is to be held. A confirmation takes the whole amount; taking less confirms and refunds the rest at once. Read from
 * camaraproject/CarrierBillingCheckOut ef4aa18 on 2026-11-24.
 */
@Singleton
final class CarrierBillingRail implements Rail {
    static final String ENTER_PASSWORD = "carrier_billing_enter_otp";

    private final RemoteTelecom telecom;
    private final CarrierBillingSettings settings;
    private final Clock clock;

    CarrierBillingRail(RemoteTelecom telecom, CarrierBillingSettings settings, Clock clock) {
        this.telecom = telecom;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "carrier_billing";
    }

    @Override
    public ChargeMethod method() {
        return ChargeMethod.CARRIER_BILLING;
    }

    @Override
    public boolean canHold() {
        return true;
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
    public boolean isSandboxed() {
        return settings.baseUrl() == null;
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
    public RailAnswer start(RailOrder order) {
        try {
            Reply reply = begin(order);
            if (isKnown(reply)) {
                return ask(order, Step.START, order.amount());
            }
            return reply.ok() ? begun(order, reply.body()) : refused(reply);
        } catch (NoAnswer none) {
            return RailHttp.unanswered(none);
        }
    }

    private boolean inOneStep(RailOrder order) {
        return settings.oneStep() && !order.hold();
    }

    private Reply begin(RailOrder order) throws NoAnswer {
        return inOneStep(order) ? telecom.create(order) : telecom.prepare(order);
    }

    /** Whether the telecom has this correlator already; it says so in two ways. */
    private static boolean isKnown(Reply reply) {
        return reply.status() == 409 || reply.status() == 400 && reply.code().equals("INVALID_ARGUMENT");
    }

    private RailAnswer begun(RailOrder order, JsonNode payment) {
        String reference = payment.path("paymentId").asText();
        return inOneStep(order) && payment.path("paymentStatus").asText("").equals("succeeded")
                ? new RailAnswer.Taken(reference)
                : prepared(order, payment);
    }

    @Override
    public RailAnswer enterPassword(RailOrder order, String password) {
        try {
            Reply reply = telecom.validate(order, password);
            if (reply.ok()) {
                return held(order.requiredReference());
            }
            if (reply.code().equals("CARRIER_BILLING.INVALID_CODE")) {
                return new RailAnswer.WrongPassword("invalid_one_time_password");
            }
            return reply.status() == 429 ? new RailAnswer.Unknown("status 429") : refused(reply);
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    @Override
    public RailAnswer capture(RailOrder order, Money amount) {
        try {
            Reply reply = telecom.confirm(order);
            if (reply.ok()) {
                return accepted(order, Step.CAPTURE, amount);
            }
            return reply.code().equals("CARRIER_BILLING.PAYMENT_CONFIRMED")
                    ? afterConfirmation(order, amount)
                    : refused(reply);
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    /** A confirmation or cancellation is only accepted at first; what came of it is a question of its own. */
    private RailAnswer accepted(RailOrder order, Step step, Money amount) throws NoAnswer {
        Optional<JsonNode> found = telecom.find(order.requiredReference());
        String status =
                found.map(payment -> payment.path("paymentStatus").asText("")).orElse("");
        return settled(order, step, amount, status);
    }

    private RailAnswer settled(RailOrder order, Step step, Money amount, String status) throws NoAnswer {
        return switch (status) {
            case "succeeded" -> afterConfirmation(order, amount);
            case "cancelled" ->
                step == Step.RELEASE
                        ? new RailAnswer.Released()
                        : new RailAnswer.Refused("payment_cancelled", "The telecom cancelled the payment");
            case "denied" ->
                step == Step.RELEASE
                        ? new RailAnswer.Released()
                        : new RailAnswer.Refused("payment_denied", "The telecom denied the payment");
            default -> new RailAnswer.Unknown("status " + status);
        };
    }

    /** The rest of a partial capture goes back at once, under an id of its own. */
    private RailAnswer afterConfirmation(RailOrder order, Money amount) throws NoAnswer {
        Money rest = order.amount().minus(amount);
        if (rest.isPositive()) {
            Reply reply = telecom.refund(order, "rest-" + order.chargeId(), rest);
            if (!reply.ok() && reply.status() != 409) {
                return new RailAnswer.Unknown("the rest is not released, status " + reply.status());
            }
        }
        return new RailAnswer.Taken(order.requiredReference());
    }

    @Override
    public RailAnswer release(RailOrder order) {
        if (order.reference() == null) {
            return new RailAnswer.Released();
        }
        try {
            Reply reply = telecom.cancel(order);
            if (reply.ok()) {
                return accepted(order, Step.RELEASE, order.amount());
            }
            return switch (reply.code()) {
                case "CARRIER_BILLING.PAYMENT_CONFIRMED" -> new RailAnswer.Taken(order.requiredReference());
                case "CARRIER_BILLING.PAYMENT_CANCELLED", "CARRIER_BILLING.PAYMENT_DENIED", "GONE" ->
                    new RailAnswer.Released();
                default -> new RailAnswer.Unknown("status " + reply.status());
            };
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    @Override
    public RailAnswer ask(RailOrder order, Step step, Money amount) {
        try {
            Optional<JsonNode> found =
                    order.reference() == null ? listed(order) : telecom.find(order.requiredReference());
            if (found.isEmpty()) {
                return step == Step.START && order.reference() == null
                        ? sendAgain(order)
                        : new RailAnswer.Unknown("the payment is not found");
            }
            return judge(order, step, amount, found.get());
        } catch (NoAnswer unknown) {
            return RailHttp.unknown(unknown);
        }
    }

    /** A list says nothing of how to validate; without that a buyer's password could not be passed on. */
    private Optional<JsonNode> listed(RailOrder order) throws NoAnswer {
        Optional<JsonNode> listed = telecom.findByCorrelator(order);
        return listed.isEmpty()
                ? listed
                : telecom.find(listed.get().path("paymentId").asText());
    }

    /** The telecom never saw it, and knows a repetition by its correlator. */
    private RailAnswer sendAgain(RailOrder order) throws NoAnswer {
        Reply reply = begin(order);
        if (reply.status() == 409) {
            return new RailAnswer.Unknown("it is being prepared");
        }
        return reply.ok() ? begun(order, reply.body()) : refused(reply);
    }

    private RailAnswer judge(RailOrder order, Step step, Money amount, JsonNode payment) throws NoAnswer {
        RailOrder known = order.withReference(payment.path("paymentId").asText());
        String status = payment.path("paymentStatus").asText("");
        return switch (status) {
            case "pending_validation" -> step == Step.RELEASE ? release(known) : prepared(known, payment);
            case "reserved" ->
                switch (step) {
                    case START, VERIFY -> held(known.requiredReference());
                    case CAPTURE -> capture(known, amount);
                    case RELEASE -> release(known);
                };
            default -> settled(known, step, amount, status);
        };
    }

    @Override
    public RefundAnswer refund(RailOrder order, String refundId, Money amount) {
        try {
            Reply reply = telecom.refund(order, refundId, amount);
            if (reply.ok()) {
                return refundStatus(reply.body());
            }
            if (isKnown(reply)) {
                Optional<RefundAnswer> known = afterKnown(order, refundId);
                if (known.isPresent() || reply.status() == 409) {
                    return known.orElseGet(() -> new RefundAnswer.Pending("the refund is not found yet"));
                }
            }
            return reply.status() == 429 || reply.status() == 401
                    ? new RefundAnswer.Pending("status " + reply.status())
                    : new RefundAnswer.Refused(plain(reply.code()), "The telecom refused the refund");
        } catch (NoAnswer unknown) {
            return new RefundAnswer.Pending(String.valueOf(unknown.getMessage()));
        }
    }

    /** The telecom has this refund already: what became of it. */
    private Optional<RefundAnswer> afterKnown(RailOrder order, String refundId) throws NoAnswer {
        Optional<JsonNode> found = telecom.findRefund(order, refundId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonNode> now =
                telecom.findRefundById(order, found.get().path("refundId").asText());
        return Optional.of(refundStatus(now.orElse(found.get())));
    }

    private static RefundAnswer refundStatus(JsonNode refund) {
        String status = refund.path("refundStatus").asText("");
        return switch (status) {
            case "succeeded" -> new RefundAnswer.Paid(refund.path("refundId").asText(""));
            case "denied" -> new RefundAnswer.Refused("refund_denied", "The telecom denied the refund");
            default -> new RefundAnswer.Pending("status " + status);
        };
    }

    private RailAnswer prepared(RailOrder order, JsonNode body) {
        String reference = body.path("paymentId").asText();
        String status = body.path("paymentStatus").asText("");
        JsonNode validation = body.path("validationInfo");
        return switch (status) {
            case "reserved" -> held(reference);
            case "pending_validation" ->
                new RailAnswer.AwaitsBuyer(
                        next(order, validation), reference, text(validation, "authorizationId", order.authorization()));
            case "denied" -> new RailAnswer.Refused("payment_denied", "The telecom denied the payment");
            default -> new RailAnswer.Unknown("status " + status);
        };
    }

    private static NextStep next(RailOrder order, JsonNode validation) {
        String page = validation.path("validationURL").asText("");
        return page.isEmpty()
                ? new NextStep(ENTER_PASSWORD, Map.of(), order.expiresAt())
                : new NextStep(NextStep.REDIRECT, Map.of(NextStep.URL, page), order.expiresAt());
    }

    private static @Nullable String text(JsonNode node, String name, @Nullable String otherwise) {
        return node.hasNonNull(name) ? node.path(name).asText() : otherwise;
    }

    private RailAnswer held(String reference) {
        return new RailAnswer.Held(reference, clock.instant().plus(settings.heldFor()));
    }

    /** A refusal of ours to understand is never taken for a refusal of theirs to pay. */
    private static RailAnswer refused(Reply reply) {
        return switch (reply.status()) {
            case 401, 429 -> new RailAnswer.Unknown("status " + reply.status());
            default -> new RailAnswer.Refused(plain(reply.code()), "The telecom refused the payment");
        };
    }

    private static String plain(String code) {
        String name = code.substring(code.indexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.isEmpty() ? "payment_denied" : name;
    }
}
