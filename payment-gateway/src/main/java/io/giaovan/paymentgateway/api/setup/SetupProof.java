package io.giaovan.paymentgateway.api.setup;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.setup.SetupState.Canceled;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresAction;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresConfirmation;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.api.setup.SetupState.Starting;
import io.giaovan.paymentgateway.api.setup.SetupState.Succeeded;
import io.giaovan.paymentgateway.api.setup.SetupState.Verifying;
import io.giaovan.paymentgateway.charge.ChargeSettings;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.rail.PhoneVault;
import io.giaovan.paymentgateway.rail.Rail;
import io.giaovan.paymentgateway.rail.RailAnswer;
import io.giaovan.paymentgateway.rail.RailOrder;
import io.giaovan.paymentgateway.rail.Rails;
import io.giaovan.paymentgateway.rail.SealedPhone;
import io.giaovan.paymentgateway.rail.Step;
import jakarta.inject.Singleton;
import java.util.Objects;

/**
 * Proves that an account is the buyer's: a small amount is held at the provider, for which the buyer is asked as for a
 * payment, and is released. The attempt is stored before the provider is called; a call without an answer is asked about
 * later.
 */
@Singleton
final class SetupProof {
    private final Rails rails;
    private final PhoneVault vault;
    private final ApiSettings settings;
    private final ChargeSettings chargeSettings;

    SetupProof(Rails rails, PhoneVault vault, ApiSettings settings, ChargeSettings chargeSettings) {
        this.rails = rails;
        this.vault = vault;
        this.settings = settings;
        this.chargeSettings = chargeSettings;
    }

    RailAnswer start(SetupIntent stored) {
        return rail(stored).start(order(stored));
    }

    RailAnswer enterPassword(SetupIntent stored, String password) {
        return rail(stored).enterPassword(order(stored), password);
    }

    RailAnswer ask(SetupIntent stored) {
        Step step = stored.state() instanceof Starting ? Step.START : Step.VERIFY;
        return rail(stored).ask(order(stored), step, amount());
    }

    /** Whether nothing is held any more. */
    boolean released(SetupIntent stored) {
        RailAnswer answer = stored.reference() == null
                ? rail(stored).ask(order(stored), Step.RELEASE, amount())
                : rail(stored).release(order(stored));
        return answer instanceof RailAnswer.Released;
    }

    /** What an answer makes of an intent whose call is on its way; the same intent when it tells nothing. */
    SetupIntent answered(SetupIntent before, RailAnswer answer) {
        boolean waiting = before.state() instanceof Starting || before.state() instanceof Verifying;
        if (!waiting) {
            return before;
        }
        return switch (answer) {
            case RailAnswer.AwaitsBuyer asked ->
                before.withProvider(asked.reference(), asked.authorization(), true)
                        .with(new RequiresAction(asked.next(), tries(before.state())));
            case RailAnswer.Held held ->
                before.withProvider(held.reference(), before.authorization(), true)
                        .with(new Succeeded());
            case RailAnswer.WrongPassword wrong -> wrongPassword(before, wrong);
            case RailAnswer.Refused refused ->
                before.withProvider(before.reference(), before.authorization(), false)
                        .with(new RequiresPaymentMethod(new Failure(refused.code(), refused.message())));
            case RailAnswer.Released _ ->
                before.withProvider(before.reference(), before.authorization(), false)
                        .with(new RequiresPaymentMethod(
                                new Failure("setup_attempt_lapsed", "The provider let the proof lapse")));
            case RailAnswer.AwaitsCash _, RailAnswer.Taken _, RailAnswer.NotAccepted _, RailAnswer.Unknown _ -> before;
        };
    }

    private SetupIntent wrongPassword(SetupIntent before, RailAnswer.WrongPassword wrong) {
        if (!(before.state() instanceof Verifying verifying)) {
            return before;
        }
        int tries = verifying.passwordTries() + 1;
        return tries < chargeSettings.passwordTriesMax()
                ? before.with(new RequiresAction(verifying.next(), tries))
                : before.with(new RequiresPaymentMethod(
                        new Failure(wrong.code(), "The one-time password was wrong too often")));
    }

    private static int tries(SetupState state) {
        return switch (state) {
            case Verifying verifying -> verifying.passwordTries();
            case RequiresAction action -> action.passwordTries();
            case RequiresPaymentMethod _, RequiresConfirmation _, Starting _, Succeeded _, Canceled _ -> 0;
        };
    }

    private Rail rail(SetupIntent intent) {
        return rails.get(method(intent).rail());
    }

    private static ChosenMethod method(SetupIntent intent) {
        return Objects.requireNonNull(intent.method(), "a setup intent was sent without a way to pay");
    }

    private Money amount() {
        return Money.vnd(settings.setupAmount());
    }

    private RailOrder order(SetupIntent intent) {
        SealedPhone phone = method(intent).phone();
        return new RailOrder(
                intent.proofId(),
                intent.merchantId(),
                amount(),
                intent.attemptId(),
                intent.reference(),
                intent.authorization(),
                phone == null ? null : vault.open(phone),
                true,
                "",
                intent.createdAt(),
                intent.createdAt().plus(chargeSettings.intentLife()));
    }
}
