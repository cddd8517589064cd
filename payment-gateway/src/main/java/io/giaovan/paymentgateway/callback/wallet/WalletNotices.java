package io.giaovan.paymentgateway.callback.wallet;

import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeState;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.charge.Charges;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes a notice whose signature was right to the charge that it names. */
@Singleton
final class WalletNotices {
    private final ChargeStore store;
    private final Charges charges;

    WalletNotices(ChargeStore store, Charges charges) {
        this.store = store;
        this.charges = charges;
    }

    /** How a notice fits what we know. */
    enum Fit {
        TAKEN,
        /** We knew it already. */
        KNOWN,
        UNKNOWN_ORDER,
        WRONG_AMOUNT
    }

    /**
     * Asks the wallet about the charge of a notice.
     *
     * @param order the wallet's id of the order: an attempt of ours
     */
    Fit take(String rail, String order, long dong) {
        Optional<Charge> found = chargeOf(order).flatMap(store::find);
        if (found.isEmpty() || !isOver(rail, found.get())) {
            return Fit.UNKNOWN_ORDER;
        }
        Charge charge = found.get();
        if (charge.amount().amount() != dong) {
            return Fit.WRONG_AMOUNT;
        }
        boolean settled = charge.state() instanceof ChargeState.Succeeded;
        charges.heard(charge.id());
        return settled ? Fit.KNOWN : Fit.TAKEN;
    }

    private static boolean isOver(String rail, Charge charge) {
        return charge.method() != null && charge.method().rail().equals(rail);
    }

    /** An attempt is its charge and a number. */
    private static Optional<ChargeId> chargeOf(String attempt) {
        int cut = attempt.lastIndexOf('_');
        String charge = cut < 0 ? "" : attempt.substring(0, cut);
        return charge.matches("pi_[A-Za-z0-9_]{1,60}") ? Optional.of(new ChargeId(charge)) : Optional.empty();
    }
}
