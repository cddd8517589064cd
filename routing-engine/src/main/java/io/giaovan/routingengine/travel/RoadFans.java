package io.giaovan.routingengine.travel;

import io.giaovan.routingengine.network.RoadCost;
import io.giaovan.routingengine.network.RoadHierarchy;
import io.giaovan.routingengine.network.RoadPosition;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ways between one position after another and a list of others that stays, both ways. What lies above the others is cut out
 * once, for each direction, so that a position costs one climb and one sweep each way instead of a climb from every other.
 * Not safe for use by several threads.
 */
final class RoadFans {
    private final List<@Nullable RoadPosition> others;
    private final Side out;
    private final Side back;

    RoadFans(RoadHierarchy hierarchy, RoadHierarchy reversed, List<@Nullable RoadPosition> others) {
        this.others = others;
        out = new Side(hierarchy, others);
        back = new Side(reversed, others);
    }

    /** Takes the answers: for the other {@code i} a {@link RoadCost}, at least NONE when there is no way. */
    interface Sink {
        void put(int other, long out, long back);
    }

    void search(RoadPosition centre, Sink sink) {
        out.bring(centre.back(), centre.leaveBack(), centre.ahead(), centre.leaveAhead());
        back.bring(centre.back(), centre.reachBack(), centre.ahead(), centre.reachAhead());
        for (int i = 0; i < others.size(); i++) {
            RoadPosition other = others.get(i);
            if (other != null) {
                long there = out.least(other.back(), other.reachBack(), other.ahead(), other.reachAhead());
                long home = back.least(other.back(), other.leaveBack(), other.ahead(), other.leaveAhead());
                sink.put(i, Math.min(there, centre.alongTo(other)), Math.min(home, other.alongTo(centre)));
            }
        }
    }

    /** One direction. */
    private static final class Side {
        private final RoadHierarchy hierarchy;
        private final RestrictedTree tree;
        private final long[] costs;
        private final long[] climbed;
        private final long[] waiting;

        Side(RoadHierarchy hierarchy, List<@Nullable RoadPosition> others) {
            this.hierarchy = hierarchy;
            tree = new RestrictedTree(hierarchy, others.toArray(new RoadPosition[0]));
            costs = new long[tree.size()];
            climbed = new long[hierarchy.size()];
            Arrays.fill(climbed, RoadCost.NONE);
            waiting = new long[(hierarchy.size() + 63) / 64];
        }

        void bring(int back, long toBack, int ahead, long toAhead) {
            Arrays.fill(costs, RoadCost.NONE);
            ManyToMany.reach(climbed, waiting, back, toBack);
            ManyToMany.reach(climbed, waiting, ahead, toAhead);
            ManyToMany.climb(hierarchy.up(), climbed, waiting, Math.max(back, ahead), (rank, cost) -> {
                int number = tree.number(rank);
                if (number >= 0) {
                    costs[number] = cost;
                }
            });
            tree.sweepOne(costs);
        }

        long least(int back, long fromBack, int ahead, long fromAhead) {
            long best = RoadCost.NONE;
            if (fromBack < RoadCost.NONE) {
                best = Math.min(best, costs[tree.number(back)] + fromBack);
            }
            return fromAhead < RoadCost.NONE ? Math.min(best, costs[tree.number(ahead)] + fromAhead) : best;
        }
    }
}
