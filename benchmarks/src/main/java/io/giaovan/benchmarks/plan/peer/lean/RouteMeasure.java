package io.giaovan.benchmarks.plan.peer.lean;

import io.giaovan.benchmarks.plan.task.Task;
import java.util.List;

/** Measures one route after another. Not safe for use by several threads. */
public final class RouteMeasure {
    private static final int PAIR_BROKEN = 10_000;

    private final Task task;
    private final boolean pairs;
    /** Number of the measuring in which a pickup was last passed. */
    private final int[] passedIn;

    private int measuring;
    private long distance;
    private long excess;

    public RouteMeasure(Task task) {
        this.task = task;
        pairs = task.hasPairs();
        passedIn = new int[task.size()];
    }

    /** Measures a route; {@link #distance()} and {@link #excess()} then tell of it. */
    public void of(List<Call> calls) {
        measuring++;
        distance = 0;
        excess = 0;
        int at = 0;
        int open = 0;
        long time = task.ready()[0];
        long load = 0;
        for (int i = 0; i < calls.size(); i++) {
            int node = calls.get(i).node();
            int way = task.distance(at, node);
            distance += way;
            time = Math.max(time + way, task.ready()[node]);
            if (time > task.due()[node]) {
                excess += time - task.due()[node];
                time = task.due()[node];
            }
            time += task.service()[node];
            load += task.demand()[node];
            if (pairs) {
                excess += Math.max(0, load - task.capacity());
                if (task.delivery()[node] > 0) {
                    passedIn[node] = measuring;
                    open++;
                } else if (passedIn[task.pickup()[node]] == measuring) {
                    open--;
                } else {
                    excess += PAIR_BROKEN;
                }
            }
            at = node;
        }
        if (!calls.isEmpty()) {
            distance += task.distance(at, 0);
            excess += Math.max(0, time + task.distance(at, 0) - task.due()[0]);
        }
        excess += pairs ? (long) open * PAIR_BROKEN : Math.max(0, load - task.capacity());
    }

    public long distance() {
        return distance;
    }

    /** How much the route breaks limits: load above the capacity, lateness, pairs apart; 0 when it is lawful. */
    public long excess() {
        return excess;
    }
}
