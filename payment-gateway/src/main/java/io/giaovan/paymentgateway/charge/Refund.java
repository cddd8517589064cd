package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.charge.sharing.TakenBack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to a buyer.
 *
 * @param id {@code re_…}
 * @param amount how much
 * @param reason Stripe's word, or null
 * @param status where it stands
 * @param failure why it failed, else null
 * @param createdAt when it was asked
 * @param metadata the merchant's own notes
 * @param takenBack what it takes back of what was shared
 * @param attempt the call that sends it back
 */
public record Refund(
        String id,
        Money amount,
        @Nullable String reason,
        Status status,
        @Nullable Failure failure,
        Instant createdAt,
        Map<String, String> metadata,
        TakenBack takenBack,
        Attempt attempt) {
    /** Where it stands. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    public Refund {
        metadata = Map.copyOf(metadata);
    }

    Refund with(Status other, @Nullable Failure why) {
        return new Refund(id, amount, reason, other, why, createdAt, metadata, takenBack, attempt);
    }

    Refund with(Attempt other) {
        return new Refund(id, amount, reason, status, failure, createdAt, metadata, takenBack, other);
    }

    Refund withMetadata(Map<String, String> others) {
        return new Refund(id, amount, reason, status, failure, createdAt, others, takenBack, attempt);
    }

    /**
     * A refund as it is asked for.
     *
     * @param id {@code re_…}
     * @param reason Stripe's word, or null
     * @param ofPart whether the merchant that a part was passed on to bears its share
     * @param ofFee whether the platform gives back its fee's share
     */
    public record Wish(
            String id,
            Money amount,
            @Nullable String reason,
            Map<String, String> metadata,
            boolean ofPart,
            boolean ofFee) {
        public Wish(String id, Money amount, @Nullable String reason, Map<String, String> metadata) {
            this(id, amount, reason, metadata, false, false);
        }

        /** The refund of a charge that still has the money. */
        Refund of(Charge charge, Instant now, Attempt first) {
            check(charge);
            List<TakenBack.Earlier> earlier = charge.refunds().stream()
                    .map(one -> new TakenBack.Earlier(one.amount(), one.takenBack()))
                    .toList();
            TakenBack takenBack =
                    TakenBack.of(charge.particulars().sharing(), charge.received(), amount, ofPart, ofFee, earlier);
            return new Refund(id, amount, reason, Status.PENDING, null, now, metadata, takenBack, first);
        }

        private void check(Charge charge) {
            if (!amount.currency().equals(charge.amount().currency()) || !amount.isPositive()) {
                throw ProblemException.invalid(
                        "amount",
                        amount.amount() + " " + amount.currency(),
                        "is not above 0 " + charge.amount().currency());
            }
            if (charge.refunds().size() >= Charge.REFUNDS_MAX) {
                throw new ProblemException(
                        ErrorCode.LIMIT_REACHED, charge.id() + " has " + Charge.REFUNDS_MAX + " refunds already");
            }
            if (amount.compareTo(charge.refundable()) > 0) {
                throw charge.received().isPositive()
                        ? ProblemException.invalid(
                                "amount",
                                amount.amount(),
                                "is above " + charge.refundable().amount() + ", what is left of the charge")
                        : new ProblemException(
                                ErrorCode.OUT_OF_SEQUENCE, charge.id() + " has received no money to give back");
            }
        }
    }
}
