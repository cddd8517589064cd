package io.giaovan.routingengine.travel;

import io.giaovan.routingengine.network.RoadArcs;
import io.giaovan.routingengine.network.RoadCost;
import io.giaovan.routingengine.network.RoadHierarchy;
import io.giaovan.routingengine.network.RoadPosition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Least costs from many starts to many ends over a contraction hierarchy. The idea is RPHAST (Delling, Goldberg and Werneck,
 * "Faster Batched Shortest Paths in Road Networks", 2011): cut out once what lies above the ends, then climb from each start
 * and sweep down, several starts at a time.
 */
final class ManyToMany {
    /** Starts that are swept at once. */
    static final int LANES = 8;

    private final RoadHierarchy hierarchy;
    /** By rank, for the climb of one start; {@link RoadCost#NONE} everywhere between climbs. */
    private final long[] climbed;

    private final long[] waiting;

    ManyToMany(RoadHierarchy hierarchy) {
        this.hierarchy = hierarchy;
        climbed = new long[hierarchy.size()];
        Arrays.fill(climbed, RoadCost.NONE);
        waiting = new long[(hierarchy.size() + 63) / 64];
    }

    /** Takes the answers: for start {@code i} and end {@code j} a {@link RoadCost}, at least NONE when there is no way. */
    interface Sink {
        void put(int start, int end, long cost);
    }

    /** Starts and ends that are null have no place on the roads and get no answer. */
    void search(@Nullable RoadPosition[] starts, @Nullable RoadPosition[] ends, Sink sink) {
        RestrictedTree tree = new RestrictedTree(hierarchy, ends);
        long[] costs = new long[Math.max(1, tree.size()) * LANES];
        for (int begin = 0; begin < starts.length; begin += LANES) {
            int lanes = Math.min(LANES, starts.length - begin);
            Arrays.fill(costs, RoadCost.NONE);
            for (int lane = 0; lane < lanes; lane++) {
                RoadPosition start = starts[begin + lane];
                if (start != null) {
                    climb(start, tree, costs, lane);
                }
            }
            tree.sweep(costs);
            for (int end = 0; end < ends.length; end++) {
                RoadPosition position = ends[end];
                if (position != null) {
                    collect(starts, begin, lanes, tree, costs, end, position, sink);
                }
            }
        }
    }

    private static void collect(
            @Nullable RoadPosition[] starts,
            int begin,
            int lanes,
            RestrictedTree tree,
            long[] costs,
            int end,
            RoadPosition position,
            Sink sink) {
        int back = tree.number(position.back()) * LANES;
        int ahead = tree.number(position.ahead()) * LANES;
        boolean fromBack = position.reachBack() < RoadCost.NONE;
        boolean fromAhead = position.reachAhead() < RoadCost.NONE;
        for (int lane = 0; lane < lanes; lane++) {
            RoadPosition start = starts[begin + lane];
            if (start == null) {
                continue;
            }
            long best = start.alongTo(position);
            if (fromBack) {
                best = Math.min(best, costs[back + lane] + position.reachBack());
            }
            if (fromAhead) {
                best = Math.min(best, costs[ahead + lane] + position.reachAhead());
            }
            sink.put(begin + lane, end, best);
        }
    }

    private void climb(RoadPosition start, RestrictedTree tree, long[] costs, int lane) {
        reach(climbed, waiting, start.back(), start.leaveBack());
        reach(climbed, waiting, start.ahead(), start.leaveAhead());
        climb(hierarchy.up(), climbed, waiting, Math.max(start.back(), start.ahead()), (rank, cost) -> {
            int number = tree.number(rank);
            if (number >= 0) {
                costs[number * LANES + lane] = cost;
            }
        });
    }

    /** Takes what is settled on a climb. */
    @FunctionalInterface
    interface Settled {
        void at(int rank, long cost);
    }

    /**
     * Settles everything above what was reached, from a rank on, and leaves the arrays as it found them before. No queue by
     * cost is needed, because arcs only lead upwards.
     */
    static void climb(RoadArcs up, long[] climbed, long[] waiting, int fromRank, Settled settled) {
        for (int word = fromRank >> 6; word >= 0; word--) {
            while (waiting[word] != 0) {
                int bit = 63 - Long.numberOfLeadingZeros(waiting[word]);
                waiting[word] &= ~(1L << bit);
                int rank = (word << 6) + bit;
                long cost = climbed[rank];
                climbed[rank] = RoadCost.NONE;
                settled.at(rank, cost);
                for (int arc = up.first()[rank]; arc < up.first()[rank + 1]; arc++) {
                    reach(climbed, waiting, up.node()[arc], cost + up.cost()[arc]);
                }
            }
        }
    }

    static void reach(long[] climbed, long[] waiting, int rank, long cost) {
        if (cost < climbed[rank]) {
            climbed[rank] = cost;
            waiting[rank >> 6] |= 1L << (rank & 63);
        }
    }
}
