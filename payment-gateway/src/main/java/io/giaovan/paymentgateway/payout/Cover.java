package io.giaovan.paymentgateway.payout;

/** When the seller's balance covers a payout. */
public enum Cover {
    /** As it is sent: settlement's and operators' wait until the balance covers them. */
    AT_SENDING,
    /** A merchant asked and the ledger has not said yes; seen by nobody. */
    ASKED,
    /** The ledger took it from the balance as the merchant asked. */
    HELD,
    /** The balance did not cover it as the merchant asked; an end, seen by nobody. */
    REFUSED;

    /** Whether anybody is shown a payout. */
    public boolean seen() {
        return this == AT_SENDING || this == HELD;
    }
}
