package io.giaovan.routingengine.plan;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps planning jobs and their results. A result is written whole or not at all. Safe for use by many threads. */
interface PlanJobShelf {
    /**
     * A planning job.
     *
     * @param id identifies it
     * @param fingerprint digest of what was asked
     * @param status SOLVING, DONE, CANCELLED or FAILED
     * @param result JSON when done, or null
     * @param until when its process has lost it if it is still solving, by the machine's clock
     */
    record Kept(
            String id,
            String fingerprint,
            String status,
            @Nullable String result,
            Instant until) {}

    /** Enters a job; false when its id is taken. */
    boolean enter(String id, String fingerprint, Instant askedAt, Instant until);

    /** Ends a job that is being solved; a job that has ended stays as it is. */
    void end(String id, String status, @Nullable String result);

    Optional<Kept> find(String id);

    /** Deletes jobs asked for before. */
    void prune(Instant before);
}
