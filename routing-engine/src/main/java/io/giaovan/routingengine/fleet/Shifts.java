package io.giaovan.routingengine.fleet;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Shifts and what becomes of them. Every step may be repeated. Safe for use by many threads. */
public interface Shifts {
    /** Opens a shift on the depot's local day, or answers with the one that is open. */
    Shift start(Courier courier, Depot depot, Instant now);

    /** The open shift, also when it began the day before. */
    Optional<Shift> findOpen(CourierId courier, Depot depot, Instant now);

    Optional<Shift> find(ShiftId id);

    /** The courier is back with this much cash. */
    Shift end(ShiftId id, Money cashToHandOver, Instant now);

    /** The depot counted the cash; tells it as an event in the same write. */
    Shift count(ShiftId id, Money counted, Instant now);

    /** A depot's shifts of a day in order of their ids. */
    List<Shift> list(DepotId depot, LocalDate day);
}
