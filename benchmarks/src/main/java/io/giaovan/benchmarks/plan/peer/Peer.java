package io.giaovan.benchmarks.plan.peer;

import io.giaovan.benchmarks.plan.task.Task;
import java.util.List;

/** A solver that runs in a JVM. */
@FunctionalInterface
interface Peer {
    /**
     * Searches until the deadline and gives the best routes found, or none at all. The answer may be unlawful; the judge will
     * say so.
     */
    List<int[]> solve(Task task, Deadline deadline, long seed);
}
