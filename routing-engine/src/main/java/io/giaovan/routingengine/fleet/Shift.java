package io.giaovan.routingengine.fleet;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import java.time.Instant;

/**
 * One courier's work from signing on to handing over.
 *
 * @param id identifies it
 * @param depot where it began and ends
 * @param startedAt when the courier signed on
 * @param state where it stands
 * @param version rises with every change, 0 before it is stored
 */
public record Shift(ShiftId id, DepotId depot, Instant startedAt, ShiftState state, long version) {
    /** The courier comes back with this much cash; ending again changes nothing. */
    Shift ended(Money cashToHandOver, Instant at) {
        return switch (state) {
            case ShiftState.Open _ -> with(new ShiftState.Ended(at, cashToHandOver));
            case ShiftState.Ended _, ShiftState.Counted _ -> this;
        };
    }

    /** The depot counted the cash; the same count again changes nothing. */
    Shift counted(Money counted, Instant at) {
        return switch (state) {
            case ShiftState.Open _ ->
                throw new ProblemException(ErrorCode.OUT_OF_SEQUENCE, "Shift " + id + " has not ended yet");
            case ShiftState.Ended ended -> {
                if (!counted.currency().equals(ended.cashToHandOver().currency())) {
                    throw ProblemException.invalid(
                            "counted.currency",
                            counted.currency(),
                            "the shift holds " + ended.cashToHandOver().currency());
                }
                yield with(new ShiftState.Counted(ended.endedAt(), ended.cashToHandOver(), counted, at));
            }
            case ShiftState.Counted before -> {
                if (!before.counted().equals(counted)) {
                    throw new ProblemException(
                            ErrorCode.OUT_OF_SEQUENCE,
                            "Shift " + id + " was counted before, with "
                                    + before.counted().amount() + " "
                                    + before.counted().currency());
                }
                yield this;
            }
        };
    }

    private Shift with(ShiftState next) {
        return new Shift(id, depot, startedAt, next, version);
    }
}
