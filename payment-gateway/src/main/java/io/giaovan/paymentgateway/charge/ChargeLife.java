package io.giaovan.paymentgateway.charge;

import io.giaovan.paymentgateway.charge.ChargeFact.BuyerAsked;
import io.giaovan.paymentgateway.charge.ChargeFact.CancelAsked;
import io.giaovan.paymentgateway.charge.ChargeFact.CaptureAsked;
import io.giaovan.paymentgateway.charge.ChargeFact.CashAwaited;
import io.giaovan.paymentgateway.charge.ChargeFact.Confirmed;
import io.giaovan.paymentgateway.charge.ChargeFact.Held;
import io.giaovan.paymentgateway.charge.ChargeFact.MethodChosen;
import io.giaovan.paymentgateway.charge.ChargeFact.PaidInFull;
import io.giaovan.paymentgateway.charge.ChargeFact.PasswordTyped;
import io.giaovan.paymentgateway.charge.ChargeFact.PasswordWrong;
import io.giaovan.paymentgateway.charge.ChargeFact.RefusedByProvider;
import io.giaovan.paymentgateway.charge.ChargeFact.Released;
import io.giaovan.paymentgateway.charge.ChargeFact.Taken;
import io.giaovan.paymentgateway.charge.ChargeFact.TimeRanOut;
import io.giaovan.paymentgateway.charge.ChargeOutcome.Moved;
import io.giaovan.paymentgateway.charge.ChargeOutcome.OutOfSequence;
import io.giaovan.paymentgateway.charge.ChargeOutcome.Unchanged;
import io.giaovan.paymentgateway.charge.ChargeState.AwaitingCash;
import io.giaovan.paymentgateway.charge.ChargeState.Canceled;
import io.giaovan.paymentgateway.charge.ChargeState.Capturing;
import io.giaovan.paymentgateway.charge.ChargeState.Releasing;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresAction;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresCapture;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresConfirmation;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.charge.ChargeState.Starting;
import io.giaovan.paymentgateway.charge.ChargeState.Succeeded;
import io.giaovan.paymentgateway.charge.ChargeState.Verifying;

/**
 * The whole life of a charge. What a provider says of an attempt may come late or twice, so an answer that no longer
 * fits changes nothing; what a person asks for at the wrong moment is refused.
 */
public final class ChargeLife {
    static final String EXPIRED = "expired";
    static final String TOO_MANY_PASSWORDS = "too_many_passwords";
    /** The buyer is away and was asked to do something. */
    static final String UNATTENDED = "authentication_required";

    private ChargeLife() {}

    public static ChargeOutcome on(ChargeState state, ChargeFact fact) {
        return switch (state) {
            case RequiresPaymentMethod _ -> unpaid(fact);
            case RequiresConfirmation _ -> unpaid(fact);
            case Starting starting -> starting(starting, fact);
            case RequiresAction action -> awaitingBuyer(action, fact);
            case Verifying verifying -> verifying(verifying, fact);
            case AwaitingCash _ -> awaitingCash(fact);
            case RequiresCapture _ -> held(fact);
            case Capturing capturing -> capturing(capturing, fact);
            case Releasing releasing -> releasing(releasing, fact);
            case Succeeded succeeded -> succeeded(succeeded, fact);
            case Canceled _ -> canceled(fact);
        };
    }

    private static ChargeOutcome unpaid(ChargeFact fact) {
        return switch (fact) {
            case MethodChosen _ -> new Moved(new RequiresConfirmation());
            case Confirmed confirmed -> new Moved(new Starting(confirmed.attempt()));
            case CancelAsked cancel -> new Moved(new Canceled(cancel.reason()));
            case TimeRanOut _ -> new Moved(new Canceled(EXPIRED));
            case CaptureAsked _, PasswordTyped _ -> new OutOfSequence();
            case BuyerAsked _,
                    CashAwaited _,
                    PasswordWrong _,
                    Held _,
                    Taken _,
                    PaidInFull _,
                    Released _,
                    RefusedByProvider _ -> new Unchanged();
        };
    }

    private static ChargeOutcome starting(Starting starting, ChargeFact fact) {
        return switch (fact) {
            case BuyerAsked asked -> new Moved(new RequiresAction(asked.next(), 0));
            case CashAwaited _ -> new Moved(new AwaitingCash());
            case Held held -> new Moved(new RequiresCapture(held.until()));
            case Taken _, PaidInFull _ -> new Moved(new Succeeded(null));
            case RefusedByProvider refused -> new Moved(new RequiresPaymentMethod(refused.failure()));
            case Confirmed _, TimeRanOut _, PasswordWrong _, Released _ -> new Unchanged();
            case MethodChosen _, PasswordTyped _, CaptureAsked _, CancelAsked _ -> new OutOfSequence();
        };
    }

    private static ChargeOutcome awaitingBuyer(RequiresAction action, ChargeFact fact) {
        return switch (fact) {
            case PasswordTyped typed ->
                new Moved(new Verifying(typed.attempt(), action.next(), action.passwordTries()));
            case Held held -> new Moved(new RequiresCapture(held.until()));
            case Taken _, PaidInFull _ -> new Moved(new Succeeded(null));
            case RefusedByProvider refused -> new Moved(new RequiresPaymentMethod(refused.failure()));
            case CancelAsked cancel ->
                cancel.standsAtProvider()
                        ? new Moved(new Releasing(cancel.attempt(), cancel.reason()))
                        : new Moved(givenUp(cancel.reason()));
            case TimeRanOut over ->
                over.standsAtProvider()
                        ? new Moved(new Releasing(over.attempt(), EXPIRED))
                        : new Moved(new Canceled(EXPIRED));
            case Confirmed _, BuyerAsked _, CashAwaited _, PasswordWrong _, Released _ -> new Unchanged();
            case MethodChosen _, CaptureAsked _ -> new OutOfSequence();
        };
    }

    private static ChargeOutcome verifying(Verifying verifying, ChargeFact fact) {
        return switch (fact) {
            case Held held -> new Moved(new RequiresCapture(held.until()));
            case Taken _, PaidInFull _ -> new Moved(new Succeeded(null));
            case BuyerAsked _ -> new Moved(new RequiresAction(verifying.next(), verifying.passwordTries()));
            case PasswordWrong wrong ->
                verifying.passwordTries() + 1 < wrong.triesMax()
                        ? new Moved(new RequiresAction(verifying.next(), verifying.passwordTries() + 1))
                        : new Moved(new Releasing(verifying.attempt(), TOO_MANY_PASSWORDS));
            case RefusedByProvider refused -> new Moved(new RequiresPaymentMethod(refused.failure()));
            case Confirmed _, CashAwaited _, TimeRanOut _, Released _ -> new Unchanged();
            case MethodChosen _, PasswordTyped _, CaptureAsked _, CancelAsked _ -> new OutOfSequence();
        };
    }

    private static ChargeOutcome awaitingCash(ChargeFact fact) {
        return switch (fact) {
            case CaptureAsked asked -> new Moved(new Succeeded(asked.evidence()));
            case CancelAsked cancel -> new Moved(new Canceled(cancel.reason()));
            case Confirmed _,
                    BuyerAsked _,
                    CashAwaited _,
                    PasswordWrong _,
                    Held _,
                    Taken _,
                    PaidInFull _,
                    TimeRanOut _,
                    Released _,
                    RefusedByProvider _ -> new Unchanged();
            case MethodChosen _, PasswordTyped _ -> new OutOfSequence();
        };
    }

    private static ChargeOutcome held(ChargeFact fact) {
        return switch (fact) {
            case CaptureAsked asked -> new Moved(new Capturing(asked.attempt(), asked.amount(), asked.evidence()));
            case CancelAsked cancel -> new Moved(new Releasing(cancel.attempt(), cancel.reason()));
            case TimeRanOut over -> new Moved(new Releasing(over.attempt(), EXPIRED));
            case Confirmed _,
                    BuyerAsked _,
                    CashAwaited _,
                    PasswordWrong _,
                    Held _,
                    Taken _,
                    PaidInFull _,
                    Released _,
                    RefusedByProvider _ -> new Unchanged();
            case MethodChosen _, PasswordTyped _ -> new OutOfSequence();
        };
    }

    private static ChargeOutcome capturing(Capturing capturing, ChargeFact fact) {
        return switch (fact) {
            case Taken _, PaidInFull _ -> new Moved(new Succeeded(capturing.evidence()));
            case RefusedByProvider refused -> new Moved(new RequiresPaymentMethod(refused.failure()));
            case Released _ -> new Moved(new Canceled("released_by_provider"));
            case CaptureAsked asked ->
                asked.evidence().proofId().equals(capturing.evidence().proofId())
                                && asked.amount().equals(capturing.amount())
                        ? new Unchanged()
                        : new OutOfSequence();
            case Confirmed _, BuyerAsked _, CashAwaited _, PasswordWrong _, Held _, TimeRanOut _ -> new Unchanged();
            case MethodChosen _, PasswordTyped _, CancelAsked _ -> new OutOfSequence();
        };
    }

    private static ChargeOutcome releasing(Releasing releasing, ChargeFact fact) {
        return switch (fact) {
            case Released _ -> new Moved(givenUp(releasing.reason()));
            case Taken _, PaidInFull _ -> new Moved(new Succeeded(null));
            case RefusedByProvider _ -> new Moved(givenUp(releasing.reason()));
            case CancelAsked _, TimeRanOut _, Confirmed _, BuyerAsked _, CashAwaited _, PasswordWrong _, Held _ ->
                new Unchanged();
            case MethodChosen _, PasswordTyped _, CaptureAsked _ -> new OutOfSequence();
        };
    }

    /** Where a charge stands when nothing is at the provider any more: over, or waiting for another way to pay. */
    private static ChargeState givenUp(String reason) {
        return switch (reason) {
            case TOO_MANY_PASSWORDS ->
                new RequiresPaymentMethod(new Failure(reason, "The one-time password was wrong too often"));
            case UNATTENDED ->
                new RequiresPaymentMethod(
                        new Failure(reason, "The payment needs the buyer, who is not there; ask the buyer to confirm"));
            default -> new Canceled(reason);
        };
    }

    private static ChargeOutcome succeeded(Succeeded succeeded, ChargeFact fact) {
        return switch (fact) {
            case CaptureAsked asked ->
                succeeded.evidence() != null
                                && succeeded
                                        .evidence()
                                        .proofId()
                                        .equals(asked.evidence().proofId())
                                && !asked.evidence().proofId().equals(Evidence.BY_API)
                        ? new Unchanged()
                        : new OutOfSequence();
            case Taken _,
                    PaidInFull _,
                    Held _,
                    BuyerAsked _,
                    CashAwaited _,
                    PasswordWrong _,
                    TimeRanOut _,
                    Released _,
                    RefusedByProvider _ -> new Unchanged();
            case MethodChosen _, Confirmed _, PasswordTyped _, CancelAsked _ -> new OutOfSequence();
        };
    }

    private static ChargeOutcome canceled(ChargeFact fact) {
        return switch (fact) {
            case CancelAsked _,
                    TimeRanOut _,
                    Released _,
                    BuyerAsked _,
                    CashAwaited _,
                    PasswordWrong _,
                    Held _,
                    RefusedByProvider _ -> new Unchanged();
            case MethodChosen _, Confirmed _, PasswordTyped _, CaptureAsked _, Taken _, PaidInFull _ ->
                new OutOfSequence();
        };
    }
}
