package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.paymentgateway.rail.Step;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a charge stands. The wire names are Stripe's. */
public sealed interface ChargeState {
    String wireName();

    ChargeStatus status();

    /** The call to a provider that is on its way, if one is. */
    default Optional<InFlight> inFlight() {
        return this instanceof InFlight flying ? Optional.of(flying) : Optional.empty();
    }

    default boolean isFinal() {
        return this instanceof Succeeded || this instanceof Canceled;
    }

    /** A provider was called and has not answered yet. */
    sealed interface InFlight extends ChargeState {
        Attempt attempt();

        Step step();

        InFlight with(Attempt attempt);

        @Override
        default String wireName() {
            return "processing";
        }

        @Override
        default ChargeStatus status() {
            return ChargeStatus.PROCESSING;
        }
    }

    /** No way to pay is chosen, or the last one failed. */
    record RequiresPaymentMethod(@Nullable Failure lastFailure) implements ChargeState {
        @Override
        public String wireName() {
            return "requires_payment_method";
        }

        @Override
        public ChargeStatus status() {
            return ChargeStatus.FAILED;
        }
    }

    /** A way to pay is chosen, nothing was sent yet. */
    record RequiresConfirmation() implements ChargeState {
        @Override
        public String wireName() {
            return "requires_confirmation";
        }

        @Override
        public ChargeStatus status() {
            return ChargeStatus.PROCESSING;
        }
    }

    /** The provider is asked to begin. */
    record Starting(Attempt attempt) implements InFlight {
        @Override
        public Step step() {
            return Step.START;
        }

        @Override
        public Starting with(Attempt other) {
            return new Starting(other);
        }
    }

    /**
     * The buyer has to do something.
     *
     * @param passwordTries wrong one-time passwords so far
     */
    record RequiresAction(NextStep next, int passwordTries) implements ChargeState {
        @Override
        public String wireName() {
            return "requires_action";
        }

        @Override
        public ChargeStatus status() {
            return ChargeStatus.REQUIRES_ACTION;
        }
    }

    /** The one-time password is with the provider. */
    record Verifying(Attempt attempt, NextStep next, int passwordTries) implements InFlight {
        @Override
        public Step step() {
            return Step.VERIFY;
        }

        @Override
        public Verifying with(Attempt other) {
            return new Verifying(other, next, passwordTries);
        }
    }

    /** Cash will be taken at the door. */
    record AwaitingCash() implements ChargeState {
        @Override
        public String wireName() {
            return "processing";
        }

        @Override
        public ChargeStatus status() {
            return ChargeStatus.PROCESSING;
        }
    }

    /** The money is held for us until then. */
    record RequiresCapture(Instant heldUntil) implements ChargeState {
        @Override
        public String wireName() {
            return "requires_capture";
        }

        @Override
        public ChargeStatus status() {
            return ChargeStatus.AUTHORISED;
        }
    }

    /** The provider is asked to take held money. */
    record Capturing(Attempt attempt, Money amount, Evidence evidence) implements InFlight {
        @Override
        public Step step() {
            return Step.CAPTURE;
        }

        @Override
        public Capturing with(Attempt other) {
            return new Capturing(other, amount, evidence);
        }
    }

    /** The provider is asked to release what it holds. */
    record Releasing(Attempt attempt, String reason) implements InFlight {
        @Override
        public Step step() {
            return Step.RELEASE;
        }

        @Override
        public Releasing with(Attempt other) {
            return new Releasing(other, reason);
        }
    }

    /** The money is ours. */
    record Succeeded(@Nullable Evidence evidence) implements ChargeState {
        @Override
        public String wireName() {
            return "succeeded";
        }

        @Override
        public ChargeStatus status() {
            return ChargeStatus.SUCCEEDED;
        }
    }

    /** Given up. */
    record Canceled(String reason) implements ChargeState {
        @Override
        public String wireName() {
            return "canceled";
        }

        @Override
        public ChargeStatus status() {
            return ChargeStatus.CANCELED;
        }
    }
}
