package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.rail.NextStep;
import java.time.Instant;

/** What can happen to a charge. */
public sealed interface ChargeFact {
    /** A way to pay was chosen. */
    record MethodChosen() implements ChargeFact {}

    /** The merchant or the buyer said go. */
    record Confirmed(Attempt attempt) implements ChargeFact {}

    /** The provider waits for the buyer. */
    record BuyerAsked(NextStep next) implements ChargeFact {}

    /** The courier will take cash. */
    record CashAwaited() implements ChargeFact {}

    /** The buyer typed a one-time password. */
    record PasswordTyped(Attempt attempt) implements ChargeFact {}

    /** It was wrong. */
    record PasswordWrong(int triesMax) implements ChargeFact {}

    /** The provider holds the money. */
    record Held(Instant until) implements ChargeFact {}

    /** The merchant asks for held money, or a courier took cash. */
    record CaptureAsked(Attempt attempt, Money amount, Evidence evidence) implements ChargeFact {}

    /** The provider took the money. */
    record Taken() implements ChargeFact {}

    /** The whole price has come in by transfer. */
    record PaidInFull() implements ChargeFact {}

    /** Somebody gives the charge up. */
    record CancelAsked(Attempt attempt, String reason, boolean standsAtProvider) implements ChargeFact {}

    /** The buyer's time, or the time of the hold, is over. */
    record TimeRanOut(Attempt attempt, boolean standsAtProvider) implements ChargeFact {}

    /** Nothing stands at the provider any more. */
    record Released() implements ChargeFact {}

    /** The provider refused for good. */
    record RefusedByProvider(Failure failure) implements ChargeFact {}
}
