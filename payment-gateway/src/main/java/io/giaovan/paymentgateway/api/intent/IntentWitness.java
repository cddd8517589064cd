package io.giaovan.paymentgateway.api.intent;

import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.PaymentNews;
import io.giaovan.paymentgateway.api.ApiJson;
import io.giaovan.paymentgateway.api.charge.ChargeShape;
import io.giaovan.paymentgateway.api.charge.RefundShape;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeState;
import io.giaovan.paymentgateway.charge.ChargeState.AwaitingCash;
import io.giaovan.paymentgateway.charge.ChargeState.Canceled;
import io.giaovan.paymentgateway.charge.ChargeState.Capturing;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresAction;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresCapture;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.charge.ChargeState.Succeeded;
import io.giaovan.paymentgateway.charge.ChargeWitness;
import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.charge.Refund;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in the public API's words what a change of a charge means to its merchant. */
@Singleton
final class IntentWitness implements ChargeWitness {
    private final IntentShape intents;
    private final ChargeShape charges;
    private final ApiJson json;
    private final Clock clock;

    IntentWitness(IntentShape intents, ChargeShape charges, ApiJson json, Clock clock) {
        this.intents = intents;
        this.charges = charges;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<PaymentNews> saw(@Nullable Charge before, Charge after) {
        List<PaymentNews> told = new ArrayList<>();
        if (before == null) {
            told.add(news(after, "payment_intent.created", intents.shape(after)));
            return told;
        }
        if (!before.state().equals(after.state())) {
            tellState(before, after, told);
        } else if (after.transferred().compareTo(before.transferred()) > 0) {
            told.add(news(after, "payment_intent.partially_funded", intents.shape(after)));
        }
        if (!before.particulars().equals(after.particulars()) && ChargeShape.exists(before)) {
            told.add(news(after, "charge.updated", charges.shape(after)));
        }
        for (Refund refund : after.refunds()) {
            tellRefund(before.refund(refund.id()), refund, after, told);
        }
        return told;
    }

    private void tellState(Charge before, Charge after, List<PaymentNews> told) {
        switch (after.state()) {
            case RequiresAction asked -> {
                if (asked.passwordTries() == 0) {
                    told.add(news(after, "payment_intent.requires_action", intents.shape(after)));
                }
            }
            case AwaitingCash _ -> told.add(news(after, "payment_intent.processing", intents.shape(after)));
            case ChargeState.InFlight flying -> {
                boolean firstDoubt = flying.attempt().asked() == 1
                        && before.state() instanceof ChargeState.InFlight called
                        && called.attempt().asked() == 0;
                if (firstDoubt) {
                    told.add(news(after, "payment_intent.processing", intents.shape(after)));
                }
            }
            case RequiresCapture _ -> {
                if (after.capturable().isPositive()) {
                    told.add(news(after, "payment_intent.amount_capturable_updated", intents.shape(after)));
                }
            }
            case Succeeded _ -> {
                boolean held = before.state() instanceof Capturing && after.capture() == CaptureMode.ON_PROOF;
                told.add(news(after, held ? "charge.captured" : "charge.succeeded", charges.shape(after)));
                told.add(news(after, "payment_intent.succeeded", intents.shape(after)));
            }
            case RequiresPaymentMethod(Failure failure) -> {
                if (failure != null) {
                    told.add(news(after, "charge.failed", charges.shape(after)));
                    told.add(news(after, "payment_intent.payment_failed", intents.shape(after)));
                }
            }
            case Canceled _ -> told.add(news(after, "payment_intent.canceled", intents.shape(after)));
            case ChargeState.RequiresConfirmation _ -> {}
        }
    }

    private void tellRefund(Optional<Refund> before, Refund refund, Charge after, List<PaymentNews> told) {
        Map<String, Object> shape = RefundShape.shape(after.id(), refund);
        if (before.isEmpty()) {
            told.add(news(after, "refund.created", shape));
            return;
        }
        if (shape.equals(RefundShape.shape(after.id(), before.get()))) {
            return;
        }
        told.add(news(after, "refund.updated", shape));
        if (before.get().status() == refund.status()) {
            return;
        }
        switch (refund.status()) {
            case SUCCEEDED -> told.add(news(after, "charge.refunded", charges.shape(after)));
            case FAILED -> told.add(news(after, "refund.failed", shape));
            case PENDING -> {}
        }
    }

    private PaymentNews news(Charge charge, String type, Map<String, Object> object) {
        return new PaymentNews(charge.merchantId(), type, json.write(object), clock.instant());
    }
}
