package io.giaovan.orderservice.settlement.statement;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.orderservice.order.Outcome;
import io.giaovan.orderservice.order.Outcome.Moved;
import io.giaovan.orderservice.order.Outcome.Refused;
import io.giaovan.orderservice.order.Outcome.Unchanged;
import io.giaovan.orderservice.settlement.statement.StatementEvent.PayoutFailed;
import io.giaovan.orderservice.settlement.statement.StatementEvent.PayoutPaid;
import io.giaovan.orderservice.settlement.statement.StatementEvent.PayoutUnderWay;
import io.giaovan.orderservice.settlement.statement.StatementEvent.RequestRefused;
import io.giaovan.orderservice.settlement.statement.StatementState.CarriedOver;
import io.giaovan.orderservice.settlement.statement.StatementState.Closed;
import io.giaovan.orderservice.settlement.statement.StatementState.Open;
import io.giaovan.orderservice.settlement.statement.StatementState.Paid;

/** The whole life of a closed statement. News of an attempt that is over changes nothing. Pure. */
final class StatementLife {
    private StatementLife() {}

    static Outcome<StatementState> on(StatementState state, StatementEvent event) {
        return switch (state) {
            case Closed closed -> onClosed(closed, event);
            case Paid paid ->
                switch (event) {
                    case PayoutPaid e
                    when !e.payoutId().equals(paid.payoutId()) ->
                        new Refused<>(ErrorCode.OUT_OF_SEQUENCE, "It was paid by " + paid.payoutId() + " before");
                    case PayoutPaid _, PayoutFailed _, PayoutUnderWay _, RequestRefused _ -> new Unchanged<>();
                };
            case Open _ -> new Refused<>(ErrorCode.OUT_OF_SEQUENCE, "It is not closed yet");
            case CarriedOver _ -> new Refused<>(ErrorCode.OUT_OF_SEQUENCE, "There was nothing to pay");
        };
    }

    private static Outcome<StatementState> onClosed(Closed s, StatementEvent event) {
        return switch (event) {
            case RequestRefused e ->
                e.attempt() != s.attempt() || s.payoutId() != null || e.code().equals(s.trouble())
                        ? new Unchanged<>()
                        : new Moved<>(new Closed(s.attempt(), null, e.code(), null));
            case PayoutUnderWay e ->
                e.attempt() != s.attempt() || e.payoutId().equals(s.payoutId())
                        ? new Unchanged<>()
                        : new Moved<>(new Closed(s.attempt(), e.payoutId(), null, null));
            case PayoutPaid e -> new Moved<>(new Paid(e.payoutId(), e.at()));
            case PayoutFailed e ->
                e.attempt() != s.attempt()
                        ? new Unchanged<>()
                        : new Moved<>(new Closed(s.attempt() + 1, null, "PAYOUT_FAILED", e.askAfter()));
        };
    }
}
