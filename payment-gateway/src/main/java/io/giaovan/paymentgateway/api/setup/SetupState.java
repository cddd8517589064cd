package io.giaovan.paymentgateway.api.setup;

import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.rail.NextStep;
import org.jspecify.annotations.Nullable;

/** Where a setup intent stands. The wire names are Stripe's. */
sealed interface SetupState {
    String wireName();

    /** No way to pay is chosen, or the last one failed. */
    record RequiresPaymentMethod(@Nullable Failure lastFailure) implements SetupState {
        @Override
        public String wireName() {
            return "requires_payment_method";
        }
    }

    /** A way to pay is chosen, nothing was sent yet. */
    record RequiresConfirmation() implements SetupState {
        @Override
        public String wireName() {
            return "requires_confirmation";
        }
    }

    /** The provider is asked to hold the proof's amount. */
    record Starting() implements SetupState {
        @Override
        public String wireName() {
            return "processing";
        }
    }

    /**
     * The buyer has to do something.
     *
     * @param passwordTries wrong one-time passwords so far
     */
    record RequiresAction(NextStep next, int passwordTries) implements SetupState {
        @Override
        public String wireName() {
            return "requires_action";
        }
    }

    /** The one-time password is with the provider. */
    record Verifying(NextStep next, int passwordTries) implements SetupState {
        @Override
        public String wireName() {
            return "processing";
        }
    }

    /** The account is the buyer's, and is kept. */
    record Succeeded() implements SetupState {
        @Override
        public String wireName() {
            return "succeeded";
        }
    }

    /** Given up. */
    record Canceled(String reason) implements SetupState {
        @Override
        public String wireName() {
            return "canceled";
        }
    }
}
