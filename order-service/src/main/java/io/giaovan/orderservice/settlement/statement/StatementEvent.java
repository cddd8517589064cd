package io.giaovan.orderservice.settlement.statement;

import java.time.Instant;

/** Something that happened to the payment of a statement. */
sealed interface StatementEvent {
    /** The gateway did not take the request; the code says why. */
    record RequestRefused(int attempt, String code) implements StatementEvent {}

    /** The gateway has the request and works on it. */
    record PayoutUnderWay(int attempt, String payoutId) implements StatementEvent {}

    /** The bank paid. */
    record PayoutPaid(int attempt, String payoutId, Instant at) implements StatementEvent {}

    /** The bank refused, and the money is the seller's at the gateway again; not to be asked before an instant. */
    record PayoutFailed(int attempt, Instant askAfter) implements StatementEvent {}
}
