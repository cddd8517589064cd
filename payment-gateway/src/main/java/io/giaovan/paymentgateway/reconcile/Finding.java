package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where statement and ledger differ.
 *
 * @param kind how
 * @param reference how the bank names it
 * @param statement what the statement says, or null when it says nothing
 * @param ledger what the ledger says, or null when it says nothing
 * @param transferId the ledger's transfer, or null when there is none
 */
record Finding(
        Kind kind,
        String reference,
        @Nullable Money statement,
        @Nullable Money ledger,
        @Nullable String transferId) {
    /** How statement and ledger differ. */
    enum Kind {
        /** The ledger has it on this day, the statement does not. */
        MISSING,
        /** The bank booked again what it had booked. */
        DOUBLED,
        /** Both have it, with different amounts. */
        AMOUNT_OFF,
        /** Both have it with one amount, the ledger on another day. */
        LATE,
        /** The statement has it, the ledger knows nothing of it. */
        FOREIGN
    }
}
