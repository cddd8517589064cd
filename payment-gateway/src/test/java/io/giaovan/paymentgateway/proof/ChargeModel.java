package io.giaovan.paymentgateway.proof;

/**
 * What a payment over a phone account does, in its simplest form: whole words, no time, no storage. The gateway is held
 * against it step by step.
 */
final class ChargeModel {
    /** What a step answers: it was done, or refused with a code of the public API. */
    enum Answer {
        DONE,
        UNEXPECTED_STATE,
        WRONG_PASSWORD,
        INVALID
    }

    static final int PASSWORD_TRIES = 5;

    String state = "requires_confirmation";
    long amount;
    boolean manual;
    boolean passwordNeeded;
    long received;
    long refunded;
    int wrongPasswords;

    ChargeModel(long amount, boolean manual, boolean passwordNeeded) {
        this.amount = amount;
        this.manual = manual;
        this.passwordNeeded = passwordNeeded;
    }

    Answer update(long newAmount) {
        if (!state.equals("requires_confirmation") && !state.equals("requires_payment_method")) {
            return Answer.UNEXPECTED_STATE;
        }
        amount = newAmount;
        state = "requires_confirmation";
        return Answer.DONE;
    }

    Answer confirm() {
        return switch (state) {
            case "requires_confirmation", "requires_payment_method" -> {
                wrongPasswords = 0;
                if (passwordNeeded) {
                    state = "requires_action";
                } else {
                    hold();
                }
                yield Answer.DONE;
            }
            case "requires_action", "requires_capture" -> Answer.DONE;
            default -> Answer.UNEXPECTED_STATE;
        };
    }

    Answer password(boolean right) {
        if (!state.equals("requires_action")) {
            return Answer.UNEXPECTED_STATE;
        }
        if (right) {
            hold();
            return Answer.DONE;
        }
        if (++wrongPasswords >= PASSWORD_TRIES) {
            state = "requires_payment_method";
        }
        return Answer.WRONG_PASSWORD;
    }

    private void hold() {
        if (manual) {
            state = "requires_capture";
        } else {
            state = "succeeded";
            received = amount;
        }
    }

    Answer capture(long part) {
        if (part < 1 || part > amount) {
            return Answer.INVALID;
        }
        if (!state.equals("requires_capture")) {
            return Answer.UNEXPECTED_STATE;
        }
        state = "succeeded";
        received = part;
        return Answer.DONE;
    }

    Answer cancel() {
        return switch (state) {
            case "succeeded" -> Answer.UNEXPECTED_STATE;
            default -> {
                state = "canceled";
                yield Answer.DONE;
            }
        };
    }

    Answer refund(long part) {
        if (received == 0) {
            return Answer.UNEXPECTED_STATE;
        }
        if (part < 1 || part > received - refunded) {
            return Answer.INVALID;
        }
        refunded += part;
        return Answer.DONE;
    }

    /** The buyer's time, or the hold, is over. */
    void expire() {
        if (!state.equals("succeeded")) {
            state = "canceled";
        }
    }
}
