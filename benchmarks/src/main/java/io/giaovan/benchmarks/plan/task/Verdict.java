package io.giaovan.benchmarks.plan.task;

/** What the judge says of an answer. */
public sealed interface Verdict {
    /**
     * Every customer is served once and no limit is broken.
     *
     * @param distance in units of the task
     * @param vehicles routes with at least one customer
     */
    record Lawful(long distance, int vehicles) implements Verdict {}

    /**
     * There is no answer, or it breaks a limit.
     *
     * @param reason the first thing found
     */
    record Unlawful(String reason) implements Verdict {}
}
