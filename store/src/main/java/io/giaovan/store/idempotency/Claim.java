package io.giaovan.store.idempotency;

/** What a request with an Idempotency-Key may do. */
public sealed interface Claim {
    /**
     * Nobody ran it yet, or the process that did has died: run it, then {@link IdempotencyKeys#answered}.
     *
     * @param again whether a process that has died began it, so that some or all of it may be done
     */
    record Run(boolean again) implements Claim {}

    /** It was answered before: send the same again. */
    record Replay(Answer answer) implements Claim {}

    /** It is running elsewhere at this moment. */
    record InFlight() implements Claim {}

    /** The key was used for another request. */
    record OtherRequest() implements Claim {}
}
