package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;

/** What came of a posting that had to be covered. */
public sealed interface PostingOutcome {
    /**
     * It stands in the ledger.
     *
     * @param first false when it stood there before
     */
    record Booked(boolean first) implements PostingOutcome {}

    /**
     * The account does not hold enough; nothing was booked.
     *
     * @param available what it holds
     */
    record NotCovered(Money available) implements PostingOutcome {}
}
