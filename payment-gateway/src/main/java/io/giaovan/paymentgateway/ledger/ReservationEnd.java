package io.giaovan.paymentgateway.ledger;

/** What came of the wish to end a reservation. */
public sealed interface ReservationEnd {
    /** How a reservation can end. */
    enum How {
        POSTED,
        RELEASED,
        LAPSED
    }

    /**
     * It has ended as wished.
     *
     * @param first false when it had ended so before
     */
    record Done(boolean first) implements ReservationEnd {}

    /** It had ended in another way, or with another amount; nothing was booked. */
    record EndedBefore(How how) implements ReservationEnd {}

    /** Nothing was ever reserved under the id. */
    record NotReserved() implements ReservationEnd {}
}
