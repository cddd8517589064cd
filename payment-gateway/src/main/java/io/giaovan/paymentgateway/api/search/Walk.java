package io.giaovan.paymentgateway.api.search;

import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks along a list, slice by slice, and picks what fits, in the direction that is asked.
 *
 * @param items what was picked, newest first
 * @param more whether the list may hold more that fits
 * @param reached id of the last item that was looked at, or null when none was
 * @param wentFar whether the walk ended at its limit and not because it was done
 */
record Walk<T>(List<T> items, boolean more, @Nullable String reached, boolean wentFar) {
    /** Most items that one walk looks at. */
    static final int LOOKED_AT_MAX = 10_000;

    static <T> Walk<T> along(Function<Slice, Sliced<T>> list, Slice asked, Function<T, String> id, Predicate<T> fits) {
        boolean backwards = asked.endingBefore() != null;
        @Nullable String at = backwards ? asked.endingBefore() : asked.startingAfter();
        List<T> picked = new ArrayList<>();
        for (int lookedAt = 0; lookedAt < LOOKED_AT_MAX; ) {
            Sliced<T> part = list.apply(new Slice(
                    backwards ? null : at, backwards ? at : null, Slice.LIMIT_MAX, asked.from(), asked.until()));
            for (T item : backwards ? part.items().reversed() : part.items()) {
                if (fits.test(item)) {
                    if (picked.size() == asked.limit()) {
                        return new Walk<>(backwards ? picked.reversed() : picked, true, at, false);
                    }
                    picked.add(item);
                }
                at = id.apply(item);
                lookedAt++;
            }
            if (!part.more()) {
                return new Walk<>(backwards ? picked.reversed() : picked, false, at, false);
            }
        }
        return new Walk<>(backwards ? picked.reversed() : picked, true, at, true);
    }
}
