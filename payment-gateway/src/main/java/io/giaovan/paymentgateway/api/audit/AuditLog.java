package io.giaovan.paymentgateway.api.audit;

import java.time.Instant;
import java.util.List;

/** Keeps entries in their order for a while. Safe for concurrent use, also by several processes on one store. */
interface AuditLog {
    int PAGE_MAX = 100;

    /** Adds an entry after the last one. */
    void add(Instant at, String who, String what, String object, String outcome);

    /**
     * Entries, newest first.
     *
     * @param before only those with a lower number
     * @param limit at most this many, up to {@value #PAGE_MAX}
     */
    List<AuditEntry> list(long before, int limit);

    /** Reads all that is kept; names the first entries that were changed or are missing. */
    Verdict verify();

    /** Forgets entries from before an instant; returns how many. */
    long prune(Instant before);

    /**
     * What came of reading all.
     *
     * @param findings what is wrong, at most {@value #PAGE_MAX}
     */
    record Verdict(long entries, boolean intact, List<String> findings) {}
}
