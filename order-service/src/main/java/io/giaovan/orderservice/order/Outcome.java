package io.giaovan.orderservice.order;

import io.giaovan.contracts.problem.ErrorCode;

/**
 * What an event does.
 *
 * @param <T> what it happens to
 */
public sealed interface Outcome<T> {
    /** It is something else now. */
    record Moved<T>(T to) implements Outcome<T> {}

    /** It happened before, or means nothing any more. */
    record Unchanged<T>() implements Outcome<T> {}

    /** It cannot happen now. */
    record Refused<T>(ErrorCode code, String detail) implements Outcome<T> {}
}
