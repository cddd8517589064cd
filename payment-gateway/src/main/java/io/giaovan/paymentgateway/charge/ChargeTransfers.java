package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.charge.ChargeFact.PaidInFull;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Money that comes in for a charge by bank transfers, whole or in parts. Safe for concurrent use. */
@Singleton
public final class ChargeTransfers {
    private final Charges charges;
    private final Clock clock;

    ChargeTransfers(Charges charges, Clock clock) {
        this.charges = charges;
        this.clock = clock;
    }

    /** What a transfer did to the charge it named. */
    public enum Arrival {
        COUNTED,
        /** The charge wants no money: it is paid or given up. */
        NOT_WANTED
    }

    /**
     * Counts a transfer that came in for a charge. The same transfer counts once.
     *
     * @param transferId the bank's id of it
     * @param bankReference how the bank's statement will name it
     */
    public Arrival moneyArrived(
            MerchantId merchantId, ChargeId id, String transferId, String bankReference, Money amount, Instant at) {
        return arrived(
                merchantId,
                id,
                new Movement("received-" + transferId, Movement.Kind.RECEIVED, amount, at, bankReference));
    }

    /**
     * Counts money that waited in suspense for a charge. The same resolution counts once.
     *
     * @param resolution identifies it
     */
    public Arrival moneyMatched(MerchantId merchantId, ChargeId id, String resolution, Money amount) {
        return arrived(
                merchantId,
                id,
                new Movement("matched-" + resolution, Movement.Kind.MATCHED, amount, clock.instant(), resolution));
    }

    private Arrival arrived(MerchantId merchantId, ChargeId id, Movement movement) {
        Charge charge = charges.change(merchantId, id, before -> {
            if (before.state() instanceof ChargeState.Starting) {
                throw beingStarted(id);
            }
            if (before.hasMovement(movement.id())
                    || !(before.state() instanceof ChargeState.RequiresAction)
                    || !takesTransfers(before)
                    || !before.amount().currency().equals(movement.amount().currency())
                    || before.movements().size() >= Charge.MOVEMENTS_MAX) {
                return before;
            }
            return paid(before, movement);
        });
        return charge.hasMovement(movement.id()) ? Arrival.COUNTED : Arrival.NOT_WANTED;
    }

    /** A charge that waits for a provider's password is paid there and nowhere else. */
    private static boolean takesTransfers(Charge charge) {
        return charge.authorization() == null;
    }

    /**
     * What a charge still wants of transfers, zero when it wants none.
     *
     * @throws ProblemException UNAVAILABLE while it is being started
     */
    public Money wanted(MerchantId merchantId, ChargeId id) {
        Charge charge = charges.get(merchantId, id);
        if (charge.state() instanceof ChargeState.Starting) {
            throw beingStarted(id);
        }
        return charge.state() instanceof ChargeState.RequiresAction && takesTransfers(charge)
                ? charge.amount().minus(charge.transferred())
                : Money.zero(charge.amount().currency());
    }

    private static ProblemException beingStarted(ChargeId id) {
        return new ProblemException(
                ErrorCode.UNAVAILABLE, id + " is being started; tell of the transfer again in a moment");
    }

    private static Charge paid(Charge before, Movement received) {
        Charge counted = before.plus(received);
        Instant at = received.at();
        Money excess = counted.transferred().minus(before.amount());
        if (excess.isNegative()) {
            return counted;
        }
        Charge paid = Charges.moved(counted, new PaidInFull(), "paid")
                .plus(new Movement("captured", Movement.Kind.CAPTURED, before.amount(), at, ""));
        return excess.isZero() ? paid : paid.plus(new Movement("excess", Movement.Kind.EXCESS, excess, at, ""));
    }
}
