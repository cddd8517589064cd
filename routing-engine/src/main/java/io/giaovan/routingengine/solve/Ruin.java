package io.giaovan.routingengine.solve;

import java.util.Arrays;

/**
 * Takes strings of neighbouring stops out of neighbouring routes (SISR, Christiaens and Vanden Berghe, Transportation
 * Science 2020): about ten stops a round, at most ten from a route, sometimes leaving a piece in the middle.
 */
final class Ruin {
    /** Stops a round on average. */
    static final double STOPS_MEAN = 10;
    /** Longest string. */
    static final double STRING_MAX = 10;

    /** How often the first route is emptied, so that routes too many can go; strings alone seldom take a whole route. */
    private static final double WHOLE_CHANCE = 0.05;
    /** Most stops on a route that is emptied. */
    private static final int WHOLE_MAX = 30;
    /** Most stops on a route that is emptied for good. */
    private static final int EMPTIED_MAX = 60;

    private static final double SPLIT_CHANCE = 0.5;
    private static final double SPLIT_GROWTH = 0.01;

    private final FlatProblem flat;
    private final Routes routes;
    private final int[][] near;
    private final Dice dice;

    /** What was taken out: lone stops and pickups, whose deliveries are out as well. */
    int[] removed;

    int removedCount;
    private final boolean[] isOut;
    private final int[] ruined;
    private int ruinedCount;
    private final boolean[] isRuined;
    private int[] withReloads = new int[32];

    Ruin(Routes routes, int[][] near, Dice dice) {
        this.routes = routes;
        this.near = near;
        this.dice = dice;
        flat = routes.flat;
        removed = new int[flat.stops];
        isOut = new boolean[flat.stops];
        ruined = new int[flat.vehicles];
        isRuined = new boolean[flat.vehicles];
    }

    /**
     * Takes strings out around a stop.
     *
     * @param empties whether its whole route is taken out, with twice as many strings
     */
    void run(double meanRouteLength, int seed, boolean empties) {
        removedCount = 0;
        ruinedCount = 0;
        double stringMax = Math.min(STRING_MAX, Math.max(1, meanRouteLength));
        double stringsMax = 4 * STOPS_MEAN / (1 + stringMax) - 1;
        int strings = (int) (dice.unit() * stringsMax + 1) * (empties ? 2 : 1);
        int k = -1;
        int[] around = near[seed];
        while (ruinedCount < strings && k < around.length) {
            int stop = k < 0 ? seed : around[k];
            k++;
            int v = routes.routeOf[stop];
            if (v < 0 || isRuined[v] || isOut[stop] || flat.committedOn[stop] >= 0) {
                continue;
            }
            RouteState r = routes.active[v];
            int first = flat.committed[v].length + 1;
            int free = r.length - first + 1;
            int most = (int) Math.min(free, stringMax);
            int length = (int) (dice.unit() * most + 1);
            boolean whole = empties ? free <= EMPTIED_MAX : free <= WHOLE_MAX && dice.unit() < WHOLE_CHANCE;
            if (k == 0 && whole) {
                most = free;
                length = free;
            }
            takeString(r, stop, first, free, Math.min(length, most));
            isRuined[v] = true;
            ruined[ruinedCount++] = v;
        }
        finish();
    }

    private void takeString(RouteState r, int stop, int first, int free, int length) {
        int at = r.indexOf(stop);
        int kept = 0;
        if (length > 1 && length < free && dice.unit() < SPLIT_CHANCE) {
            kept = 1;
            while (length + kept < free && dice.unit() > SPLIT_GROWTH) {
                kept++;
            }
        }
        int span = length + kept;
        int low = Math.max(first, at - span + 1);
        int high = Math.min(at, first + free - span);
        int begin = low + dice.below(high - low + 1);
        int keepFrom = kept == 0 ? begin + span : begin + 1 + dice.below(length - 1);
        for (int p = begin; p < begin + span; p++) {
            if (p < keepFrom || p >= keepFrom + kept) {
                out(r.node[p]);
            }
        }
    }

    private void out(int node) {
        if (node >= flat.stops || isOut[node]) {
            return;
        }
        int other = flat.partner[node];
        if (other >= 0 && flat.committedOn[other] >= 0) {
            return;
        }
        isOut[node] = true;
        if (other >= 0) {
            isOut[other] = true;
            removed[removedCount++] = flat.isPickup[node] ? node : other;
        } else {
            removed[removedCount++] = node;
        }
    }

    /** Takes the marked stops out of their routes. */
    private void finish() {
        for (int i = 0; i < ruinedCount; i++) {
            isRuined[ruined[i]] = false;
            compact(routes.touch(ruined[i]));
        }
        for (int i = 0; i < removedCount; i++) {
            isOut[removed[i]] = false;
            routes.routeOf[removed[i]] = -1;
            int other = flat.partner[removed[i]];
            if (other >= 0) {
                isOut[other] = false;
                routes.routeOf[other] = -1;
            }
        }
    }

    private void compact(RouteState r) {
        int[] metres = flat.metres[flat.kindOf[r.vehicle]];
        int[] seconds = flat.seconds[flat.kindOf[r.vehicle]];
        int to = 1;
        boolean gap = false;
        int first = 0;
        int last = 0;
        for (int p = 1; p <= r.length + 1; p++) {
            int node = r.node[p];
            if (node < flat.stops && isOut[node]) {
                gap = true;
                continue;
            }
            if (gap) {
                int arc = r.place[to - 1] * flat.places + r.place[p];
                r.arcMetres[p] = metres[arc];
                r.arcSeconds[p] = seconds[arc];
                gap = false;
                first = first == 0 ? to : first;
                last = to;
            }
            if (first > 0) {
                r.move(p, to);
            }
            to++;
        }
        r.length = to - 2;
        if (r.reloadCount > 0) {
            spareReloads(r);
        } else if (first > 0) {
            routes.recount(r, first, last - 1);
        }
        if (!r.lawful && r.length > flat.committed[r.vehicle].length) {
            // leaving a stop out can break a route where the direct way is longer than the one through it
            for (int p = flat.committed[r.vehicle].length + 1; p <= r.length; p++) {
                out(r.node[p]);
            }
            r.close(flat.committed[r.vehicle].length + 1, r.length + 1);
            routes.refresh(r);
        }
    }

    /** Drops each visit to reload that the route can do without. */
    private void spareReloads(RouteState r) {
        int before = r.length;
        if (withReloads.length < r.length) {
            withReloads = new int[r.length * 2];
        }
        System.arraycopy(r.node, 1, withReloads, 0, before);
        r.loads.refresh(flat, r);
        for (int p = r.length; p >= 1; p--) {
            if (r.node[p] >= flat.stops && r.loads.spares(flat, r.vehicle, p)) {
                r.close(p, p + 1);
                r.loads.refresh(flat, r);
            }
        }
        routes.refresh(r);
        if (!r.lawful && r.length < before) {
            routes.fill(r, withReloads, before);
        }
    }

    void add(int node) {
        if (removedCount == removed.length) {
            removed = Arrays.copyOf(removed, removed.length * 2 + 1);
        }
        removed[removedCount++] = node;
    }
}
