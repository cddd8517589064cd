package io.giaovan.store.document;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, newest first.
 *
 * @param items at most as many as asked for
 * @param more whether the list goes on in the direction that was asked
 */
public record Sliced<T>(List<T> items, boolean more) {
    public Sliced {
        items = List.copyOf(items);
    }

    public <R> Sliced<R> map(Function<T, R> change) {
        return new Sliced<>(items.stream().map(change).toList(), more);
    }
}
