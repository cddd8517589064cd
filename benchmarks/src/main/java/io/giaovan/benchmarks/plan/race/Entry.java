package io.giaovan.benchmarks.plan.race;

import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.task.Task;
import java.nio.file.Path;

/**
 * A run to make.
 *
 * @param file the instance
 * @param task what the file says
 * @param solver who runs
 * @param seconds time allowed
 * @param seed of random choices
 */
public record Entry(Path file, Task task, Solver solver, double seconds, long seed) {}
