package io.giaovan.paymentgateway.proof;

import io.giaovan.paymentgateway.proof.ChargeModel.Answer;

/**
 * What a payment by transfer does, in its simplest form: whatever comes in pays it, part by part; what is too much, late
 * or unwanted waits in suspense. The gateway is held against it step by step.
 */
final class TransferModel implements RailModel {
    private String state = "requires_confirmation";
    private long amount;
    private long transferred;
    private long received;
    private long refunded;
    private long suspense;

    TransferModel(long amount) {
        this.amount = amount;
    }

    Answer update(long newAmount) {
        if (!state.equals("requires_confirmation")) {
            return Answer.UNEXPECTED_STATE;
        }
        amount = newAmount;
        return Answer.DONE;
    }

    Answer confirm() {
        return switch (state) {
            case "requires_confirmation", "requires_action" -> {
                state = "requires_action";
                yield Answer.DONE;
            }
            default -> Answer.UNEXPECTED_STATE;
        };
    }

    /** A transfer comes in under the charge's code. */
    void comesIn(long dong) {
        if (!state.equals("requires_action")) {
            suspense += dong;
            return;
        }
        transferred += dong;
        if (transferred >= amount) {
            state = "succeeded";
            received = amount;
            suspense += transferred - amount;
        }
    }

    /** What is missing, at least one đồng. */
    long wanted() {
        return Math.max(1, amount - transferred);
    }

    Answer cancel() {
        if (state.equals("succeeded")) {
            return Answer.UNEXPECTED_STATE;
        }
        giveUp();
        return Answer.DONE;
    }

    private void giveUp() {
        if (!state.equals("canceled")) {
            state = "canceled";
            suspense += transferred;
        }
    }

    /** What usually comes next, as a number of {@code RailModelIT}'s dice: else hardly any payment would come far. */
    int likelyNext() {
        return switch (state) {
            case "requires_confirmation" -> RailModelIT.CONFIRM;
            case "requires_action" -> RailModelIT.ANSWER;
            default -> RailModelIT.REFUND;
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

    @Override
    public void expire() {
        if (!state.equals("succeeded")) {
            giveUp();
        }
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
