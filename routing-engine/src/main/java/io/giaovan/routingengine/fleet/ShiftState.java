package io.giaovan.routingengine.fleet;

import io.giaovan.contracts.money.Money;
import java.time.Instant;

/** Where a shift stands. */
public sealed interface ShiftState {
    /** The courier is working. */
    record Open() implements ShiftState {}

    /**
     * The courier is back with cash and failed parcels.
     *
     * @param endedAt when
     * @param cashToHandOver what the deliveries say the courier holds
     */
    record Ended(Instant endedAt, Money cashToHandOver) implements ShiftState {}

    /**
     * The depot has the cash.
     *
     * @param endedAt when the shift ended
     * @param cashToHandOver what the deliveries said
     * @param counted what was counted
     * @param countedAt when
     */
    record Counted(Instant endedAt, Money cashToHandOver, Money counted, Instant countedAt) implements ShiftState {}
}
