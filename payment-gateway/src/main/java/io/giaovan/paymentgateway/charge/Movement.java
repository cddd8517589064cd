package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.money.Money;
import java.time.Instant;

/**
 * Money that moved because of a charge; never changed, each booked once in the ledger.
 *
 * @param id unique within the charge, for instance {@code captured} or the bank's notice
 * @param kind what happened
 * @param amount how much, above zero
 * @param at when it happened
 * @param party who held or sent it: the courier of cash, the refund, the bank's reference of a transfer, or the empty
 *     text
 */
public record Movement(String id, Kind kind, Money amount, Instant at, String party) {
    /** What happened. */
    public enum Kind {
        /** A transfer came in for it. */
        RECEIVED,
        /** Money that waited in suspense was found to be meant for it. */
        MATCHED,
        /** The price became the seller's, or, paid in cash, will when the cash has come far enough. */
        CAPTURED,
        /** What came in beyond the price. */
        EXCESS,
        /** What had come in for a charge that was given up. */
        PART_RELEASED,
        /** The provider took it after the charge was given up. */
        LATE,
        /** The provider took it back after the charge had succeeded. */
        TAKEN_BACK,
        /** Taken from the seller, on its way to the buyer. */
        REFUND_STARTED,
        REFUND_PAID,
        REFUND_FAILED
    }

    public Movement {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("movement.amount: " + amount.amount() + " is not above 0");
        }
    }
}
