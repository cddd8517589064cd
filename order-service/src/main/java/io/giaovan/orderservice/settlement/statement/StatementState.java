package io.giaovan.orderservice.settlement.statement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is true of a statement at one point of its life; each state carries only what is known in it. */
public sealed interface StatementState {
    StatementStatus status();

    /** Lines are added; it exists only as the lines themselves. */
    record Open() implements StatementState {
        @Override
        public StatementStatus status() {
            return StatementStatus.OPEN;
        }
    }

    /**
     * To be paid.
     *
     * @param attempt which payout is asked for, from 1; a new one begins only after the bank refused the one before
     * @param payoutId the payout, once the gateway has taken the request
     * @param trouble why the last request or payout came to nothing, or null
     * @param askAfter not to be asked for before this instant, or null
     */
    record Closed(
            int attempt,
            @Nullable String payoutId,
            @Nullable String trouble,
            @Nullable Instant askAfter) implements StatementState {
        @Override
        public StatementStatus status() {
            return StatementStatus.CLOSED;
        }
    }

    /** The seller has the money. */
    record Paid(String payoutId, Instant at) implements StatementState {
        @Override
        public StatementStatus status() {
            return StatementStatus.PAID;
        }
    }

    /** The balance went to the next statement. */
    record CarriedOver() implements StatementState {
        @Override
        public StatementStatus status() {
            return StatementStatus.CARRIED_OVER;
        }
    }
}
