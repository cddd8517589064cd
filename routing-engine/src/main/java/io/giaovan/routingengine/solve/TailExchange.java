package io.giaovan.routingengine.solve;

/**
 * Exchanges what two routes of like vehicles have before them (2-opt*). Strings of a few stops cannot do that where routes
 * are long: the plan between two exchanged tails would have to be worse for many rounds.
 */
final class TailExchange {
    /** Exchanges that are worked out in full at most, where the quick checks do not say everything. */
    private static final int FULL_MAX = 2;

    private final FlatProblem flat;
    private final Routes routes;
    private final int[][] near;
    private final Dice dice;
    private int[] one = new int[32];
    private int[] two = new int[32];

    TailExchange(Routes routes, int[][] near, Dice dice) {
        this.routes = routes;
        this.near = near;
        this.dice = dice;
        flat = routes.flat;
    }

    /**
     * Tries exchanges that bring a stop, chosen by lot, beside one of its neighbours, and makes the first that adds less
     * than {@code most}, in price units. The routes are then touched and wait for a commit.
     */
    boolean run(double most) {
        int stop = dice.below(flat.stops);
        int v = routes.routeOf[stop];
        if (v < 0) {
            return false;
        }
        RouteState r = routes.active[v];
        int p = r.indexOf(stop);
        if (p <= flat.committed[v].length) {
            return false;
        }
        int[] metres = flat.metres[flat.kindOf[v]];
        int row = flat.place[stop] * flat.places;
        int slack = (int) Math.min(Integer.MAX_VALUE / 2, Math.ceil(most * flat.metresAUnit[v]));
        int longest = Math.max(r.arcMetres[p], r.arcMetres[p + 1]) + slack;
        int full = flat.isRich ? FULL_MAX : Integer.MAX_VALUE;
        for (int neighbour : near[stop]) {
            int w = routes.routeOf[neighbour];
            if (w < 0 || w == v || flat.groupOf[w] != flat.groupOf[v]) {
                continue;
            }
            if (metres[row + flat.place[neighbour]] >= longest) {
                continue;
            }
            RouteState s = routes.active[w];
            int q = s.indexOf(neighbour);
            if (q <= flat.committed[w].length) {
                continue;
            }
            if (mayJoin(r, p, s, q - 1, slack)) {
                if (isMade(r, p, s, q - 1, most)) {
                    return true;
                }
                full--;
            }
            if (mayJoin(s, q, r, p - 1, slack)) {
                if (isMade(s, q, r, p - 1, most)) {
                    return true;
                }
                full--;
            }
            if (full <= 0) {
                return false;
            }
        }
        return false;
    }

    /**
     * Gives what comes after a stop, chosen by lot, to an unused vehicle of the same kind, whatever that adds. The routes are
     * then touched and wait for a commit.
     *
     * @return the stop, or -1 when nothing was changed
     */
    int open() {
        int stop = dice.below(flat.stops);
        int v = routes.routeOf[stop];
        if (v < 0) {
            return -1;
        }
        RouteState r = routes.active[v];
        int p = r.indexOf(stop);
        int w = routes.emptyOf(flat.groupOf[v]);
        if (w < 0 || p <= flat.committed[v].length || p >= r.length || (flat.hasPairs && !isClosed(r, p))) {
            return -1;
        }
        return isMade(r, p, routes.active[w], 0, Double.POSITIVE_INFINITY) ? stop : -1;
    }

    /** Whether quick checks let a up to p go on with what b has after q, and b up to q with what a has after p. */
    private boolean mayJoin(RouteState a, int p, RouteState b, int q, int slack) {
        int kind = flat.kindOf[a.vehicle];
        int there = a.place[p] * flat.places + b.place[q + 1];
        int back = b.place[q] * flat.places + a.place[p + 1];
        int[] metres = flat.metres[kind];
        int added = metres[there] + metres[back] - a.arcMetres[p + 1] - b.arcMetres[q + 1];
        if (added >= slack || (p == a.length && q == b.length)) {
            return false;
        }
        if (flat.timeBinds) {
            int[] seconds = flat.seconds[kind];
            if (a.ready(p, 0) + seconds[there] > b.latest(q + 1, b.rich.breaks)
                    || b.ready(q, 0) + seconds[back] > a.latest(p + 1, a.rich.breaks)) {
                return false;
            }
        }
        return flat.hasPairs ? isClosed(a, p) && isClosed(b, q) : flat.richLoad || fits(a, p, b, q);
    }

    /** Whether the loads of the only dimension, where nothing but deliveries exist, fit after the exchange. */
    private boolean fits(RouteState a, int p, RouteState b, int q) {
        if (flat.dimensions == 0) {
            return true;
        }
        long change = 0;
        for (int i = 1; i <= p; i++) {
            change += flat.deliver[a.node[i]];
        }
        for (int i = 1; i <= q; i++) {
            change -= flat.deliver[b.node[i]];
        }
        // a keeps its head and gets the other tail
        return change + b.load <= flat.capacity[a.vehicle] && a.load - change <= flat.capacity[b.vehicle];
    }

    /** Whether all that was picked up by a position is delivered by then. */
    private boolean isClosed(RouteState r, int p) {
        int open = 0;
        for (int i = 1; i <= p; i++) {
            int node = r.node[i];
            if (node < flat.stops && flat.partner[node] >= 0) {
                open += flat.isPickup[node] ? 1 : -1;
            }
        }
        return open == 0;
    }

    private boolean isMade(RouteState a, int p, RouteState b, int q, double most) {
        long before = routes.felt();
        int fromB = b.length - q;
        int fromA = a.length - p;
        int longest = Math.max(p + fromB, q + fromA);
        if (one.length < longest) {
            one = new int[longest * 2];
            two = new int[longest * 2];
        }
        join(a, p, b, q, one);
        join(b, q, a, p, two);
        int v = a.vehicle;
        int w = b.vehicle;
        RouteState first = routes.touch(v);
        RouteState second = routes.touch(w);
        routes.fill(first, one, p + fromB);
        routes.fill(second, two, q + fromA);
        if (first.lawful && second.lawful && routes.felt() - before < most) {
            return true;
        }
        routes.rollback();
        return false;
    }

    /** The head of one route with the tail of another, whose reloads become those of the first one's vehicle. */
    private void join(RouteState head, int p, RouteState tail, int q, int[] nodes) {
        System.arraycopy(head.node, 1, nodes, 0, p);
        System.arraycopy(tail.node, q + 1, nodes, p, tail.length - q);
        if (tail.reloadCount > 0) {
            for (int i = p; i < p + tail.length - q; i++) {
                if (nodes[i] >= flat.stops) {
                    nodes[i] = flat.reloadNode(head.vehicle);
                }
            }
        }
    }
}
