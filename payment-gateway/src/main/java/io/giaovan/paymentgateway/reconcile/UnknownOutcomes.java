package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeState.InFlight;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.charge.Charges;
import io.giaovan.paymentgateway.charge.Refund;
import io.giaovan.paymentgateway.payout.Payouts;
import io.giaovan.paymentgateway.reconcile.UnknownOutcome.Kind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists what nobody knows the outcome of, and has it asked for at once. The rooms themselves ask by and by; this is for
 * a person who will not wait. It asks in their way: under the attempt's claim, with the first id, never a second charge.
 */
@Singleton
final class UnknownOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownOutcomes.class);
    static final int LISTED_MAX = 1_000;

    private final Charges charges;
    private final ChargeStore chargeStore;
    private final Payouts payouts;

    UnknownOutcomes(Charges charges, ChargeStore chargeStore, Payouts payouts) {
        this.charges = charges;
        this.chargeStore = chargeStore;
        this.payouts = payouts;
    }

    /** At most {@value #LISTED_MAX}. */
    List<UnknownOutcome> list() {
        List<UnknownOutcome> found = new ArrayList<>();
        for (ChargeId id : chargeStore.listOpen()) {
            chargeStore.find(id).ifPresent(charge -> collect(charge, found));
        }
        for (String id : payouts.listOpen()) {
            payouts.find(id)
                    .filter(payout -> payout.status() == PayoutStatus.IN_TRANSIT)
                    .ifPresent(payout -> found.add(new UnknownOutcome(
                            Kind.PAYOUT, payout.id(), payout.merchantId(), "PAY", payout.createdAt(), 0)));
        }
        return List.copyOf(found.subList(0, Math.min(LISTED_MAX, found.size())));
    }

    private static void collect(Charge charge, List<UnknownOutcome> found) {
        if (charge.state() instanceof InFlight flying) {
            found.add(new UnknownOutcome(
                    Kind.CHARGE,
                    charge.id().value(),
                    charge.merchantId(),
                    flying.step().name(),
                    Optional.ofNullable(charge.startedAt()).orElse(charge.createdAt()),
                    flying.attempt().asked()));
        }
        for (Refund refund : charge.refunds()) {
            if (refund.status() == Refund.Status.PENDING) {
                found.add(new UnknownOutcome(
                        Kind.REFUND,
                        refund.id(),
                        charge.merchantId(),
                        "SEND_BACK",
                        refund.createdAt(),
                        refund.attempt().asked()));
            }
        }
    }

    /** Has each asked for once; returns what is still unknown. */
    List<UnknownOutcome> repair() {
        Set<ChargeId> asked = new LinkedHashSet<>();
        for (ChargeId id : chargeStore.listOpen()) {
            if (asked.size() < LISTED_MAX
                    && chargeStore.find(id).filter(UnknownOutcomes::isUnknown).isPresent()) {
                asked.add(id);
            }
        }
        asked.forEach(id -> attempt(id.value(), () -> charges.repair(id)));
        for (String id : payouts.listOpen()) {
            attempt(id, () -> payouts.advance(id));
        }
        return list();
    }

    private static boolean isUnknown(Charge charge) {
        return charge.state() instanceof InFlight || charge.hasPendingRefund();
    }

    /** Trouble with one leaves it unknown, which the answer shows, and does not keep the others from being asked. */
    private static void attempt(String id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            LOG.warn("{} stays unknown: {}", id, trouble.toString());
        }
    }
}
