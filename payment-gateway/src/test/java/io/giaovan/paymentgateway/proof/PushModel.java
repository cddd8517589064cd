package io.giaovan.paymentgateway.proof;

import io.giaovan.paymentgateway.proof.ChargeModel.Answer;

/**
 * What a payment does that a buyer approves elsewhere, on a phone or in a wallet, in its simplest form: the provider
 * decides, and the gateway knows of it only when it is told or asks. The gateway is held against it step by step.
 */
final class PushModel implements RailModel {
    /** How the order stands at the provider, whatever the gateway knows. */
    enum Push {
        NONE,
        PENDING,
        PAID,
        FAILED,
        TAKEN_BACK
    }

    private String state = "requires_confirmation";
    private long amount;
    private long received;
    private long refunded;
    private long suspense;
    private Push push = Push.NONE;
    private boolean askedAgain;
    private boolean tookBackKnown;

    PushModel(long amount) {
        this.amount = amount;
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
                state = "requires_action";
                push = Push.PENDING;
                yield Answer.DONE;
            }
            case "requires_action" -> Answer.DONE;
            case "processing" -> released();
            default -> Answer.UNEXPECTED_STATE;
        };
    }

    Answer cancel() {
        return switch (state) {
            case "succeeded" -> Answer.UNEXPECTED_STATE;
            case "requires_action" -> {
                state = "processing";
                askedAgain = false;
                look();
                yield Answer.DONE;
            }
            case "processing" -> released();
            default -> {
                state = "canceled";
                yield Answer.DONE;
            }
        };
    }

    /** The first call that releases is made again by whoever wants the same; later ones only look on. */
    private Answer released() {
        if (!askedAgain) {
            look();
        }
        return Answer.DONE;
    }

    /** The buyer has the last word, once; whether he was asked at all is the answer. */
    boolean answer(boolean approved) {
        if (push != Push.PENDING) {
            return false;
        }
        push = approved ? Push.PAID : Push.FAILED;
        return true;
    }

    /** The provider takes a payment back that was not refunded. */
    boolean takeBack() {
        if (push != Push.PAID || !state.equals("succeeded") || refunded > 0) {
            return false;
        }
        push = Push.TAKEN_BACK;
        return true;
    }

    /** The provider's news comes in: late, twice or in time. */
    void heard() {
        boolean wasSucceeded = state.equals("succeeded");
        repaired();
        if (wasSucceeded && push == Push.TAKEN_BACK && !tookBackKnown && refunded == 0) {
            tookBackKnown = true;
            suspense -= received;
        }
    }

    /** The repair job comes by. */
    void repaired() {
        if (state.equals("processing")) {
            askedAgain = true;
        }
        look();
    }

    private void look() {
        if (push == Push.PAID && (state.equals("requires_action") || state.equals("processing"))) {
            state = "succeeded";
            received = amount;
        } else if (push == Push.FAILED && state.equals("requires_action")) {
            state = "requires_payment_method";
        } else if (push == Push.FAILED && state.equals("processing")) {
            state = "canceled";
        }
    }

    Answer refund(long part) {
        if (received == 0) {
            return Answer.UNEXPECTED_STATE;
        }
        if (part < 1 || part > received - refunded) {
            return Answer.INVALID;
        }
        if (push != Push.TAKEN_BACK) {
            refunded += part;
        }
        return Answer.DONE;
    }

    /** Two days pass: nobody waits so long. */
    @Override
    public void expire() {
        push = push == Push.PENDING ? Push.FAILED : push;
        switch (state) {
            case "requires_confirmation", "requires_payment_method" -> state = "canceled";
            case "requires_action" -> {
                state = "processing";
                askedAgain = false;
                look();
            }
            default -> {}
        }
    }

    /** What usually comes next, as a number of {@code RailModelIT}'s dice: else hardly any payment would come far. */
    int likelyNext() {
        return switch (state) {
            case "requires_confirmation", "requires_payment_method" -> RailModelIT.CONFIRM;
            case "requires_action", "processing" -> push == Push.PENDING ? RailModelIT.ANSWER : RailModelIT.NEWS;
            default -> RailModelIT.REFUND;
        };
    }

    boolean isWithBuyer() {
        return push == Push.PENDING;
    }

    @Override
    public String state() {
        return state;
    }

    @Override
    public long amount() {
        return amount;
    }

    @Override
    public long received() {
        return received;
    }

    @Override
    public long refunded() {
        return refunded;
    }

    @Override
    public long suspense() {
        return suspense;
    }
}
