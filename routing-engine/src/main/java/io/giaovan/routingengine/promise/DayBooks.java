package io.giaovan.routingengine.promise;

import io.giaovan.contracts.delivery.HoldId;
import java.util.List;
import java.util.Optional;

/**
 * The books of all depot-days. A line is appended under its number, which is unique: of two processes that prove a place
 * against the same state of a book, one appends and the other has to read on and prove again.
 */
interface DayBooks {
    /** Appends a line as number {@code number}, 1 being the first; false when that number is taken. */
    boolean append(BookId book, long number, BookEntry entry);

    /** The lines from a number on, in order; quick when there are none. */
    List<BookEntry> read(BookId book, long fromNumber);

    /** Remembers in which book and for which slot a hold is; saying it again changes nothing. */
    void remember(HoldId hold, BookId book, SlotId slot);

    Optional<HoldPlace> find(HoldId hold);

    /** Where a hold is. */
    record HoldPlace(BookId book, SlotId slot) {}
}
