package io.giaovan.paymentgateway.desk;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutView;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeState;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.charge.ChargeViews;
import io.giaovan.paymentgateway.charge.Charges;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.Evidence;
import io.giaovan.paymentgateway.charge.Particulars;
import io.giaovan.paymentgateway.payout.Payouts;
import io.giaovan.paymentgateway.rail.PhoneVault;
import io.giaovan.paymentgateway.rail.Rail;
import io.giaovan.paymentgateway.rail.RailChoice;
import io.giaovan.paymentgateway.rail.SealedPhone;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The counter: ids come from the callers' keys, so that repeating a request finds what it made. */
@Singleton
@Bean(typed = GatewayDesk.class)
final class GatewayDesk implements PaymentDesk {
    private static final int KEY_LENGTH_MAX = 255;
    private static final int REASON_LENGTH_MAX = 100;
    private static final int ID_LENGTH = 24;

    private final Charges charges;
    private final ChargeStore store;
    private final ChargeViews views;
    private final Payouts payouts;
    private final RailChoice choice;
    private final PhoneVault vault;
    private final Clock clock;

    GatewayDesk(
            Charges charges,
            ChargeStore store,
            ChargeViews views,
            Payouts payouts,
            RailChoice choice,
            PhoneVault vault,
            Clock clock) {
        this.charges = charges;
        this.store = store;
        this.views = views;
        this.payouts = payouts;
        this.choice = choice;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public ChargeView open(ChargeRequest request) {
        checkKey(request.idempotencyKey());
        List<Rail> chosen = choice.choose(
                request.method(),
                request.merchantId(),
                request.amount(),
                request.phone() == null ? null : PhoneVault.normalised(request.phone()),
                request.capture() == CaptureMode.ON_PROOF);
        checkCapture(request.capture(), chosen.getFirst());
        Charge charge = charges.open(fresh(request, chosen));
        return views.view(
                charge.state() instanceof ChargeState.RequiresConfirmation
                        ? charges.confirm(request.merchantId(), charge.id())
                        : charge);
    }

    private Charge fresh(ChargeRequest request, List<Rail> chosen) {
        Rail rail = chosen.getFirst();
        ChargeId id = new ChargeId("pi_" + derived(request.merchantId(), request.idempotencyKey()));
        SealedPhone phone = request.phone() == null ? null : vault.seal(request.phone());
        String fingerprint = Secrets.digest(String.join(
                "|",
                request.orderId().value(),
                request.amount().toString(),
                request.method().name(),
                request.capture().name(),
                phone == null ? "" : phone.index()));
        ChosenMethod method = new ChosenMethod(
                "pm_" + id.value().substring(3),
                rail.name(),
                phone,
                chosen.stream().skip(1).map(Rail::name).toList());
        return new Charge(
                id,
                request.merchantId(),
                fingerprint,
                request.amount(),
                request.capture(),
                new ChargeState.RequiresConfirmation(),
                method,
                Particulars.forOrder(request.orderId().value(), rail.name()),
                null,
                null,
                null,
                null,
                request.expiresAt(),
                0,
                List.of(),
                List.of(),
                clock.instant(),
                null,
                1);
    }

    private static void checkCapture(CaptureMode capture, Rail rail) {
        boolean can = capture == CaptureMode.ON_PROOF ? rail.canHold() : rail.canTakeAtOnce();
        if (!can) {
            throw ProblemException.invalid(
                    "capture",
                    capture,
                    "is not possible over " + rail.name() + ", use "
                            + (rail.canHold() ? CaptureMode.ON_PROOF : CaptureMode.AUTOMATIC));
        }
    }

    @Override
    public Optional<ChargeView> find(MerchantId merchantId, ChargeId id) {
        return store.find(merchantId, id).map(views::view);
    }

    @Override
    public ChargeView enterOneTimePassword(MerchantId merchantId, ChargeId id, String password) {
        return views.view(charges.enterPassword(merchantId, id, password));
    }

    @Override
    public ChargeView capture(MerchantId merchantId, ChargeId id, CaptureRequest request) {
        Evidence evidence =
                new Evidence(request.proof().proofId(), request.proof().takenAt(), request.courierId());
        return views.view(charges.capture(merchantId, id, request.amount(), evidence));
    }

    @Override
    public ChargeView cancel(MerchantId merchantId, ChargeId id, String reason) {
        if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            throw ProblemException.invalid("reason", reason, "is not 1 to " + REASON_LENGTH_MAX + " characters");
        }
        return views.view(charges.cancel(merchantId, id, reason));
    }

    @Override
    public ChargeView refund(MerchantId merchantId, ChargeId id, RefundRequest request) {
        checkKey(request.idempotencyKey());
        if (!request.reason().matches("duplicate|fraudulent|requested_by_customer")) {
            throw ProblemException.invalid(
                    "reason", request.reason(), "is not one of duplicate, fraudulent, requested_by_customer");
        }
        String refundId = "re_" + derived(merchantId, id + "|" + request.idempotencyKey());
        return views.view(charges.refund(merchantId, id, refundId, request.amount(), request.reason(), Map.of()));
    }

    @Override
    public PayoutView payOut(PayoutRequest request) {
        checkKey(request.idempotencyKey());
        return payouts.ask(request).view();
    }

    private static String derived(MerchantId merchantId, String key) {
        return Secrets.digest(merchantId + "|" + key).substring(0, ID_LENGTH);
    }

    private static void checkKey(String key) {
        if (key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw ProblemException.invalid("idempotencyKey", key, "is not 1 to " + KEY_LENGTH_MAX + " characters");
        }
    }
}
