package io.giaovan.paymentgateway.cod;

import java.time.Instant;
import java.util.List;

/** Keeps counts of couriers' cash until their difference is named. Safe for concurrent use. */
interface CashCounts {
    /** A count of what a courier handed over. */
    record Count(String shift, String courier, String currency, Instant at) {}

    /** Keeps a count; the same shift is kept once. */
    void keep(Count count);

    /** How many were made up to an instant and are not settled. */
    long due(Instant until);

    List<Count> listDue(Instant until);

    void settled(String shift);
}
