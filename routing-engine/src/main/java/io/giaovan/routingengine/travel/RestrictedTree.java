package io.giaovan.routingengine.travel;

import io.giaovan.routingengine.network.RoadArcs;
import io.giaovan.routingengine.network.RoadHierarchy;
import io.giaovan.routingengine.network.RoadPosition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a hierarchy from which a set of targets can be reached downwards, cut out and numbered from the top. One pass
 * over it, from first to last, brings the costs of any start down to all targets.
 */
final class RestrictedTree {
    /** By rank: number within this part, or −1. */
    private final int[] number;

    private final int[] ranks;
    private int count;
    private final int[] first;
    private final int[] from;
    private final long[] cost;

    RestrictedTree(RoadHierarchy hierarchy, @Nullable RoadPosition[] targets) {
        RoadArcs down = hierarchy.down();
        number = new int[hierarchy.size()];
        Arrays.fill(number, -1);
        int[] found = new int[hierarchy.size()];
        for (RoadPosition target : targets) {
            if (target != null) {
                take(target.back(), found);
                take(target.ahead(), found);
            }
        }
        int arcs = 0;
        for (int next = 0; next < count; next++) {
            int rank = found[next];
            for (int arc = down.first()[rank]; arc < down.first()[rank + 1]; arc++) {
                take(down.node()[arc], found);
            }
            arcs += down.first()[rank + 1] - down.first()[rank];
        }
        ranks = Arrays.copyOf(found, count);
        Arrays.sort(ranks);
        first = new int[count + 1];
        from = new int[arcs];
        cost = new long[arcs];
        for (int i = 0; i < count; i++) {
            number[ranks[i]] = i;
        }
        int place = 0;
        for (int i = 0; i < count; i++) {
            first[i] = place;
            for (int arc = down.first()[ranks[i]]; arc < down.first()[ranks[i] + 1]; arc++) {
                from[place] = number[down.node()[arc]];
                cost[place++] = down.cost()[arc];
            }
        }
        first[count] = place;
    }

    int size() {
        return count;
    }

    /** Number of the node with this rank, or −1 when no target is reached from it. */
    int number(int rank) {
        return number[rank];
    }

    /**
     * Brings the costs of {@link ManyToMany#LANES} starts down at once. Eight running minima fit into registers, which makes
     * each arc's start and cost worth loading.
     *
     * @param costs by node number and lane; in: what climbing gave, out: least cost
     */
    void sweep(long[] costs) {
        for (int node = 0; node < count; node++) {
            int at = node * ManyToMany.LANES;
            long a = costs[at];
            long b = costs[at + 1];
            long c = costs[at + 2];
            long d = costs[at + 3];
            long e = costs[at + 4];
            long f = costs[at + 5];
            long g = costs[at + 6];
            long h = costs[at + 7];
            for (int arc = first[node]; arc < first[node + 1]; arc++) {
                int above = from[arc] * ManyToMany.LANES;
                long step = cost[arc];
                a = Math.min(a, costs[above] + step);
                b = Math.min(b, costs[above + 1] + step);
                c = Math.min(c, costs[above + 2] + step);
                d = Math.min(d, costs[above + 3] + step);
                e = Math.min(e, costs[above + 4] + step);
                f = Math.min(f, costs[above + 5] + step);
                g = Math.min(g, costs[above + 6] + step);
                h = Math.min(h, costs[above + 7] + step);
            }
            costs[at] = a;
            costs[at + 1] = b;
            costs[at + 2] = c;
            costs[at + 3] = d;
            costs[at + 4] = e;
            costs[at + 5] = f;
            costs[at + 6] = g;
            costs[at + 7] = h;
        }
    }

    /** Brings the costs of one start down; {@code costs} by node number, as in {@link #sweep}. */
    void sweepOne(long[] costs) {
        for (int node = 0; node < count; node++) {
            long least = costs[node];
            for (int arc = first[node]; arc < first[node + 1]; arc++) {
                least = Math.min(least, costs[from[arc]] + cost[arc]);
            }
            costs[node] = least;
        }
    }

    private void take(int rank, int[] found) {
        if (number[rank] < 0) {
            number[rank] = 0;
            found[count++] = rank;
        }
    }
}
