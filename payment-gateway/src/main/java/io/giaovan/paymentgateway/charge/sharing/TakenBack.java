package io.giaovan.paymentgateway.charge.sharing;

import io.giaovan.contracts.money.Money;
import java.math.BigInteger;
import java.util.List;

/**
 * What a refund takes back of what was shared, fixed as the refund is asked for.
 *
 * @param ofPart whether the merchant that a part was passed on to bears its share
 * @param ofFee whether the platform gives back its fee's share
 * @param part how much of the part
 * @param fee how much of the fee
 */
public record TakenBack(boolean ofPart, boolean ofFee, Money part, Money fee) {
    /** A refund before this one. */
    public record Earlier(Money refund, TakenBack takenBack) {}

    public static TakenBack nothing(String currency) {
        return new TakenBack(false, false, Money.zero(currency), Money.zero(currency));
    }

    /**
     * What a refund takes back: of part and fee as much as it gives back of the charge. Rounding down never loses a unit
     * for good, since all refunds of a kind together are measured: when they give all back, all is taken back.
     *
     * @param earlier refunds of the same charge before this one
     */
    public static TakenBack of(
            Sharing sharing, Money captured, Money refund, boolean ofPart, boolean ofFee, List<Earlier> earlier) {
        Money nothing = Money.zero(captured.currency());
        Money part = nothing;
        Money fee = nothing;
        Money partsBefore = refund;
        Money feesBefore = refund;
        for (Earlier one : earlier) {
            part = part.plus(one.takenBack().part());
            fee = fee.plus(one.takenBack().fee());
            partsBefore = one.takenBack().ofPart() ? partsBefore.plus(one.refund()) : partsBefore;
            feesBefore = one.takenBack().ofFee() ? feesBefore.plus(one.refund()) : feesBefore;
        }
        return new TakenBack(
                ofPart,
                ofFee,
                ofPart ? share(sharing.partOf(captured), partsBefore, captured).minus(part) : nothing,
                ofFee ? share(sharing.feeOf(captured), feesBefore, captured).minus(fee) : nothing);
    }

    /** Refunds that failed took their share back too, so together they may seem to give back more than all. */
    private static Money share(Money whole, Money refunded, Money captured) {
        if (refunded.compareTo(captured) >= 0) {
            return whole;
        }
        return new Money(
                BigInteger.valueOf(whole.amount())
                        .multiply(BigInteger.valueOf(refunded.amount()))
                        .divide(BigInteger.valueOf(captured.amount()))
                        .longValueExact(),
                whole.currency());
    }
}
