package io.giaovan.store.document;

import io.giaovan.contracts.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. Lists are newest first.
 *
 * @param startingAfter id of the item just before the part, or null for the beginning
 * @param endingBefore id of the item just after the part, or null; not together with {@code startingAfter}
 * @param limit 1 to {@value #LIMIT_MAX} items
 * @param from only items of this instant or younger, or null
 * @param until only items older than this instant, or null
 */
public record Slice(
        @Nullable String startingAfter,
        @Nullable String endingBefore,
        int limit,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final int LIMIT_MAX = 100;

    public Slice {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw ProblemException.invalid("limit", limit, "is outside 1 to " + LIMIT_MAX);
        }
        if (startingAfter != null && endingBefore != null) {
            throw ProblemException.invalid("ending_before", endingBefore, "cannot stand beside starting_after");
        }
    }

    /** The newest items. */
    public static Slice newest(int limit) {
        return new Slice(null, null, limit, null, null);
    }
}
