package io.giaovan.benchmarks.plan.race;

import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.task.Convention;
import io.giaovan.benchmarks.plan.task.Verdict;
import java.util.OptionalDouble;

/**
 * How one run went.
 *
 * @param instance its name
 * @param convention in which it was judged
 * @param solver who ran
 * @param limitSeconds time allowed
 * @param seed of random choices, also for solvers that take none
 * @param verdict the judge's
 * @param wallSeconds from the start of the process to its end
 */
public record Outcome(
        String instance,
        Convention convention,
        Solver solver,
        double limitSeconds,
        long seed,
        Verdict verdict,
        double wallSeconds) {
    private static final double LATE_SHARE = 0.1;
    private static final double LATE_SECONDS = 0.5;

    /** The cost in the file's unit; empty without a lawful answer. */
    public OptionalDouble cost() {
        return verdict instanceof Verdict.Lawful lawful
                ? OptionalDouble.of((double) lawful.distance() / convention.scale())
                : OptionalDouble.empty();
    }

    /** Whether it stands for this run; a solver that takes no seed runs once for all of them. */
    public boolean isOf(String name, Solver who, double seconds, long number) {
        return instance.equals(name)
                && solver == who
                && limitSeconds == seconds
                && (seed == number || !solver.takesSeed());
    }

    public boolean isSameRun(Outcome other) {
        return isOf(other.instance(), other.solver(), other.limitSeconds(), other.seed());
    }

    public boolean isLawful() {
        return verdict instanceof Verdict.Lawful;
    }

    /** Whether the process ran longer than a tenth of the limit and half a second more than it was allowed. */
    public boolean isLate() {
        return wallSeconds > limitSeconds * (1 + LATE_SHARE) + LATE_SECONDS;
    }
}
