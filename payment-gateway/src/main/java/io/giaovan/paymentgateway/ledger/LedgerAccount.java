package io.giaovan.paymentgateway.ledger;

import java.util.Arrays;
import java.util.Locale;

/**
 * An account of the ledger. Written as {@code kind:owner}, for instance {@code seller:rose-garden}.
 *
 * @param kind what the account holds
 * @param owner whose it is: a merchant, a courier, a depot, a rail, or {@code house}; 1 to 100 letters, digits and
 *     {@code _ . -}
 */
public record LedgerAccount(Kind kind, String owner) {
    public static final String HOUSE = "house";

    /** What an account holds and on which side it normally stands. */
    public enum Kind {
        /** Money in the house's bank account. */
        BANK(Side.OURS),
        /** Money a provider took for us and has not paid over yet. */
        CLEARING(Side.OURS),
        /** Cash in a courier's hands. */
        COURIER_CASH(Side.OURS),
        /** Counted cash at a depot. */
        DEPOT_CASH(Side.OURS),
        /** Cash a courier did not hand over and owes us. */
        CASH_SHORTAGE(Side.OURS),
        /** Cash that was given up as lost, by two people's word. */
        CASH_LOSSES(Side.OURS),
        /** What parcel companies kept of the cash they took for us. */
        CARRIER_FEES(Side.OURS),
        /** Part of a price that a buyer has paid so far. */
        BUYERS_IN_TRANSIT(Side.OWED),
        /** What a seller will be owed once the cash for it has come far enough. */
        CASH_IN_CUSTODY(Side.OWED),
        /** What a seller is owed. */
        SELLER(Side.OWED),
        /** Money on its way to sellers. */
        PAYOUTS_IN_TRANSIT(Side.OWED),
        /** Money on its way back to buyers. */
        REFUNDS_IN_TRANSIT(Side.OWED),
        /** What the house keeps. */
        FEES(Side.OWED),
        /** Money whose owner is not known yet. */
        SUSPENSE(Side.OWED),
        /** Cash a courier handed over beyond what was taken. */
        CASH_OVERAGE(Side.OWED);

        private final Side side;

        Kind(Side side) {
            this.side = side;
        }

        public Side side() {
            return side;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Ours is debit: positive entries add to it. Owed is credit: negative entries add to it. */
    public enum Side {
        OURS,
        OWED
    }

    public LedgerAccount {
        if (!owner.matches("[A-Za-z0-9_.-]{1,100}")) {
            throw new IllegalArgumentException(
                    "account.owner: '" + owner + "' is not 1 to 100 letters, digits, _ . or -");
        }
    }

    public static LedgerAccount house(Kind kind) {
        return new LedgerAccount(kind, HOUSE);
    }

    /** Reads {@code kind:owner}. */
    public static LedgerAccount parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        return Arrays.stream(Kind.values())
                .filter(candidate -> candidate.wireName().equals(kind))
                .findFirst()
                .map(found -> new LedgerAccount(found, text.substring(colon + 1)))
                .orElseThrow(() -> new IllegalArgumentException("account: '" + text + "' is of no known kind"));
    }

    @Override
    public String toString() {
        return kind.wireName() + ":" + owner;
    }
}
