package io.giaovan.paymentgateway.charge;

import io.giaovan.paymentgateway.rail.RefundAnswer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Has rails send back what is stored as a refund, and records what they answer. A refund id is sent back once however
 * often it is asked, and only one caller asks at a time: of two at once a provider may refuse one for what the other just
 * took.
 */
@Singleton
final class RefundCalls {
    private final ChargeOrders orders;
    private final Attempts attempts;
    private final Clock clock;

    RefundCalls(ChargeOrders orders, Attempts attempts, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Makes the first call of a refund, which its storing claimed; later ones are those of {@link #follow}. */
    Charge begin(Charges charges, Charge charge, String refundId) {
        return pending(charge, refundId)
                .filter(refund -> refund.attempt().asked() == 0)
                .map(refund -> send(charges, charge, refund))
                .orElse(charge);
    }

    /** Sends back what is on its way, each refund that nobody else is at. */
    Charge follow(Charges charges, Charge given) {
        Charge charge = given;
        for (Refund refund : given.refunds()) {
            if (refund.status() == Refund.Status.PENDING && attempts.mayTakeOver(refund.attempt())) {
                charge = claimAndSend(charges, charge, refund);
            }
        }
        return charge;
    }

    private Charge claimAndSend(Charges charges, Charge charge, Refund seen) {
        Attempt claimed = attempts.claim(seen.attempt());
        Charge mine = charges.change(
                charge.merchantId(),
                charge.id(),
                before -> pending(before, seen.id())
                        .filter(refund -> refund.attempt().equals(seen.attempt()))
                        .map(refund -> before.withRefund(refund.with(claimed)))
                        .orElse(before));
        return pending(mine, seen.id())
                .filter(refund -> refund.attempt().equals(claimed))
                .map(refund -> send(charges, mine, refund))
                .orElse(mine);
    }

    private Charge send(Charges charges, Charge charge, Refund refund) {
        if (!attempts.begin(refund.attempt())) {
            return charge;
        }
        try {
            RefundAnswer answer = orders.rail(charge).refund(orders.order(charge), refund.id(), refund.amount());
            return charges.change(charge.merchantId(), charge.id(), before -> answered(before, refund.id(), answer));
        } finally {
            attempts.end(refund.attempt());
        }
    }

    private Charge answered(Charge before, String refundId, RefundAnswer answer) {
        Optional<Refund> pending = pending(before, refundId);
        if (pending.isEmpty()) {
            return before;
        }
        Refund refund = pending.get();
        return switch (answer) {
            case RefundAnswer.Pending _ -> before;
            case RefundAnswer.Paid _ ->
                before.withRefund(refund.with(Refund.Status.SUCCEEDED, null))
                        .plus(moved(refund, "paid", Movement.Kind.REFUND_PAID));
            case RefundAnswer.Refused refused ->
                before.withRefund(refund.with(Refund.Status.FAILED, new Failure(refused.code(), refused.message())))
                        .plus(moved(refund, "failed", Movement.Kind.REFUND_FAILED));
        };
    }

    private Movement moved(Refund refund, String how, Movement.Kind kind) {
        return new Movement(refund.id() + ":" + how, kind, refund.amount(), clock.instant(), refund.id());
    }

    private static Optional<Refund> pending(Charge charge, String refundId) {
        return charge.refund(refundId).filter(refund -> refund.status() == Refund.Status.PENDING);
    }
}
