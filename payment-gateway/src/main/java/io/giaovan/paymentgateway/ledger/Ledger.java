package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The book of all money. Safe for concurrent use, also by several processes on one store. */
public interface Ledger {
    /**
     * Books a transfer once.
     *
     * @return true when it was booked now, false when the same transfer stood there before
     * @throws IllegalStateException when another transfer stands under its id
     */
    boolean post(Transfer transfer);

    /**
     * Books a transfer if an account that it draws on keeps at least zero; two such transfers never both win what only
     * one can have.
     *
     * @param drawnOn an account that the transfer takes from
     */
    PostingOutcome postCovered(Transfer transfer, LedgerAccount drawnOn);

    /**
     * Posts reserved money, all of it or less; what is left is set aside no longer. The time may be over: who posts
     * before the reservation was left to lapse is in time.
     *
     * @param entries what moves: the reserved accounts on the reserved sides, at most what was reserved of each
     * @throws IllegalArgumentException when the entries do not fit
     */
    ReservationEnd postReserved(TransferId reserved, TransferKind kind, Instant at, List<Entry> entries);

    /** Sets reserved money aside no longer. */
    ReservationEnd release(TransferId reserved, Instant at);

    /** Lets a reservation lapse whose time is over; one whose time is not over stays as it is. */
    ReservationEnd lapse(TransferId reserved, Instant now);

    /** Reservations that have come to no end, oldest first. */
    List<Reservation> listReserved();

    /** What is set aside of an account and would take from it: reserved debits of what we owe, credits of what we hold. */
    Money reserved(LedgerAccount account, String currency);

    /** The fold of all entries of an account, on its natural side: what we hold or owe is positive. */
    Money balance(LedgerAccount account, String currency);

    /** The balances of all accounts of a kind, each on its natural side. */
    Map<LedgerAccount, List<Money>> balances(LedgerAccount.Kind kind);

    Optional<Transfer> find(TransferId id);

    /** The newest transfers that touch an account, newest first. */
    List<Transfer> listTouching(LedgerAccount account, int limit);

    /** Transfers that touch an account, newest first; a cursor is the id of a transfer. */
    Sliced<Transfer> slice(LedgerAccount account, Slice slice);

    /** Reads everything again and judges it. */
    LedgerAudit audit();
}
