package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.util.List;
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

    /** The fold of all entries of an account, on its natural side: what we hold or owe is positive. */
    Money balance(LedgerAccount account, String currency);

    Optional<Transfer> find(TransferId id);

    /** The newest transfers that touch an account, newest first. */
    List<Transfer> listTouching(LedgerAccount account, int limit);

    /** Transfers that touch an account, newest first; a cursor is the id of a transfer. */
    Sliced<Transfer> slice(LedgerAccount account, Slice slice);

    /** Reads everything again and judges it. */
    LedgerAudit audit();
}
