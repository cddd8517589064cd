package io.giaovan.routingengine.solve;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Puts a plan together from the routes of good plans, for problems whose routes do not ask for one another. */
final class Recombination {
    /** How much more than the best a plan may cost whose routes are remembered, and how many such plans there are to one. */
    private static final double NEAR_BEST = 0.005;

    private static final int REMEMBERED_EVERY = 4;

    private final FlatProblem flat;
    private final Routes routes;
    private final RoutePool pool;
    private @Nullable Partition partition;
    private long plans;

    Recombination(Routes routes) {
        this.routes = routes;
        flat = routes.flat;
        pool = new RoutePool(flat);
        for (RouteState r : routes.active) {
            pool.add(r);
        }
    }

    /** Whether each route of a plan may be exchanged for another one with the same stops. */
    static boolean isPossible(FlatProblem flat) {
        return flat.moveUnits == 0
                && flat.balancePrice == 0
                && !flat.hasReloads
                && Math.min(flat.stops, flat.vehicles) <= Partition.DEPTH_MAX
                && Arrays.stream(flat.committed).allMatch(nodes -> nodes.length == 0);
    }

    /** A route of the best plan. */
    void remember(RouteState r) {
        pool.add(r);
    }

    /** Hears of a plan that was kept, before it is committed. */
    void heard(long units, long bestUnits) {
        if (units < (1 + NEAR_BEST) * bestUnits && ++plans % REMEMBERED_EVERY == 0) {
            routes.rememberTouched(pool);
        }
    }

    /**
     * Makes a plan that costs less than the present one, which serves all stops; false where none was found in the time.
     * The routes are then touched and wait for a commit.
     */
    boolean run(BooleanSupplier boundsOver, BooleanSupplier searchOver) {
        if (partition == null) {
            int[] vehiclesOf =
                    Arrays.stream(flat.groups).mapToInt(g -> g.length).toArray();
            partition = new Partition(vehiclesOf, shares());
        }
        List<RoutePool.Known> better = partition.below(routes.units, pool.all(), boundsOver, searchOver);
        if (better.isEmpty()) {
            return false;
        }
        for (int v = 0; v < flat.vehicles; v++) {
            routes.fill(routes.touch(v), flat.committed[v], 0);
        }
        int[] next = new int[flat.groups.length];
        for (RoutePool.Known route : better) {
            int v = flat.groups[route.group()][next[route.group()]++];
            routes.fill(routes.touch(v), route.nodes(), route.nodes().length);
        }
        return true;
    }

    /** What each stop costs when those of a route share it alike. */
    private double[] shares() {
        double[] shares = new double[flat.stops];
        for (RouteState r : routes.active) {
            for (int p = 1; p <= r.length; p++) {
                shares[r.node[p]] = (double) r.units / r.length;
            }
        }
        return shares;
    }
}
