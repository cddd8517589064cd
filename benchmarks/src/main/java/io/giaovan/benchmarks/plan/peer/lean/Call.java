package io.giaovan.benchmarks.plan.peer.lean;

import io.giaovan.benchmarks.plan.task.Task;

/** A customer as a planning value: compared by identity, because the solvers look values up all the time. */
public final class Call {
    private final Task task;
    private final int node;

    Call(Task task, int node) {
        this.task = task;
        this.node = node;
    }

    public int node() {
        return node;
    }

    public double distanceTo(Call other) {
        return task.distance(node, other.node);
    }

    public double distanceToDepot() {
        return task.distance(node, 0);
    }
}
