package io.giaovan.routingengine.solve;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Routes that a search has had, each set of stops once, at its cheapest; the oldest are forgotten first. */
final class RoutePool {
    private static final int ROUTES_MAX = 20_000;
    /** Most stops on all of them together. */
    private static final int NODES_MAX = 4_000_000;

    private static final long GROUP_FACTOR = 0x9E3779B97F4A7C15L;

    /**
     * A route.
     *
     * @param group of vehicles that may drive it
     * @param units what it costs
     * @param nodes its stops in their order
     */
    record Known(int group, long units, int[] nodes) {}

    private final FlatProblem flat;
    /** A number by lot for each stop; a set of stops is known by their sum. */
    private final long[] lots;

    private final Map<Long, Known> known = new LinkedHashMap<>();
    private long nodesHeld;

    RoutePool(FlatProblem flat) {
        this.flat = flat;
        Dice dice = new Dice(1);
        lots = new long[flat.stops];
        for (int i = 0; i < lots.length; i++) {
            lots[i] = dice.next();
        }
    }

    void add(RouteState r) {
        if (r.stopCount == 0) {
            return;
        }
        int group = flat.groupOf[r.vehicle];
        long key = group * GROUP_FACTOR;
        for (int p = 1; p <= r.length; p++) {
            key += lots[r.node[p]];
        }
        Known before = known.get(key);
        if (before == null || before.units > r.units) {
            known.put(key, new Known(group, r.units, Arrays.copyOfRange(r.node, 1, r.length + 1)));
            nodesHeld += before == null ? r.length : 0;
            forget();
        }
    }

    private void forget() {
        Iterator<Known> oldest = known.values().iterator();
        while (known.size() > ROUTES_MAX || (nodesHeld > NODES_MAX && known.size() > 1)) {
            nodesHeld -= oldest.next().nodes.length;
            oldest.remove();
        }
    }

    List<Known> all() {
        return List.copyOf(known.values());
    }
}
