package io.giaovan.paymentgateway.cod.custody;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps depots' counts of cash until their difference is named and their money is at the bank. Safe for concurrent use. */
public interface CashCounts {
    /**
     * A count of what somebody handed over.
     *
     * @param id the shift, or what a courier paid later
     * @param courier who handed over
     * @param depot who counted
     * @param counted what was counted, zero or more
     * @param at when
     * @param booked whether the ledger has it
     * @param banked whether its money is at the bank
     */
    record Count(String id, String courier, String depot, Money counted, Instant at, boolean booked, boolean banked) {
        public Count(String id, String courier, String depot, Money counted, Instant at) {
            this(id, courier, depot, counted, at, false, false);
        }
    }

    /**
     * Keeps a count; the same id is kept once.
     *
     * @param named whether there is no difference to name
     */
    void keep(Count count, boolean named);

    /** The ledger has it. */
    void booked(String id);

    /** How many were made up to an instant and have a difference that is not named. */
    long due(Instant until);

    List<Count> listDue(Instant until);

    /** Its difference is named. */
    void named(String id);

    /** A depot's booked counts whose money is not at the bank, newest first. */
    List<Count> listUnbanked(String depot);

    void banked(String id);

    /** The first count that a courier handed over at or after an instant. */
    Optional<Count> findCovering(String courier, Instant takenAt);
}
