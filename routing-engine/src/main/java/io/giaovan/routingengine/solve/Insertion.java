package io.giaovan.routingengine.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest place for a stop, or for a pickup with its delivery. The best place per stop and route is remembered
 * by the route's version, so that only routes that changed are searched again.
 */
final class Insertion {
    static final long NOWHERE = Long.MAX_VALUE;
    /** Places remembered per stop; a power of two. */
    private static final int SLOTS = 64;
    /** In place of an option: the remembered cost is only a bound, no place is known. */
    private static final long AT_LEAST = 3L << 14;

    private static final long OPTION_MASK = 3L << 14;

    private static final int[] NO_GROUP = {};

    // the answer
    int vehicle;
    int position;
    /** Where the delivery goes, counted before the pickup is in; 0 for a lone stop. */
    int deliveryPosition;

    int option;
    long delta;

    private final FlatProblem flat;
    private final Routes routes;
    private final int[][] near;
    private final LoneScan lone;
    private final PairScan pair;
    private final ExactScan exact;
    private final long[] memory;
    private final int[] seen;
    private final int[] @Nullable [] emptyOrder;
    private final RouteState[] emptyOfGroup;
    private int round;
    private boolean wantsSecond;
    private int secondVehicle;
    private long secondDelta;
    private int stop;
    // vehicles where the full rules refused the present stop, with what an exact search found there instead
    private int refusals;
    /** Whether every place of a route is tried in full where the quick checks were too hopeful. */
    boolean isThorough = true;
    /** Whether a stop may have an unused vehicle. */
    boolean opensRoutes = true;

    private int[] refusedVehicle = new int[8];
    private long[] refusedTag = new long[8];
    private long[] refusedCost = new long[8];

    Insertion(Routes routes, int[][] near) {
        this.routes = routes;
        this.near = near;
        flat = routes.flat;
        lone = new LoneScan(flat, routes.clock);
        pair = new PairScan(flat, routes.clock);
        exact = new ExactScan(routes);
        memory = new long[2 * SLOTS * flat.stops];
        seen = new int[flat.vehicles];
        emptyOrder = new int[flat.stops][];
        emptyOfGroup = new RouteState[flat.groups.length];
        for (int g = 0; g < emptyOfGroup.length; g++) {
            emptyOfGroup[g] = routes.unused(flat.groups[g][0]);
        }
    }

    /** Looks for another stop from here on. */
    void want(int wanted) {
        stop = wanted;
        refusals = 0;
    }

    /**
     * Finds the cheapest place that the full rules have not refused; {@code delta} is {@link #NOWHERE} when there is none.
     * With {@code second} the second best route is found as well.
     */
    void search(boolean second) {
        int wanted = stop;
        wantsSecond = second;
        delta = NOWHERE;
        secondDelta = NOWHERE;
        secondVehicle = -1;
        round++;
        int[] routeOf = routes.routeOf;
        for (int neighbour : near[wanted]) {
            int v = routeOf[neighbour];
            if (v >= 0 && seen[v] != round) {
                consider(v);
            }
        }
        int other = flat.partner[wanted];
        if (other >= 0) {
            for (int neighbour : near[other]) {
                int v = routeOf[neighbour];
                if (v >= 0 && seen[v] != round) {
                    consider(v);
                }
            }
        }
        for (int g : opensRoutes ? emptyOrder(wanted) : NO_GROUP) {
            int v = routes.emptyOf(g);
            if (v >= 0) {
                if (seen[v] != round) {
                    consider(v);
                }
                break;
            }
        }
        if (delta == NOWHERE) {
            for (int v = 0; v < flat.vehicles; v++) {
                if (seen[v] != round && routes.active[v].stopCount > 0) {
                    consider(v);
                }
            }
        }
    }

    /** Groups by what the stop costs on an unused vehicle, those that cannot take it left out. */
    private int[] emptyOrder(int wanted) {
        int[] order = emptyOrder[wanted];
        if (order == null) {
            long[] costs = new long[flat.groups.length];
            for (int g = 0; g < costs.length; g++) {
                RouteState r = emptyOfGroup[g];
                costs[g] = isOpen(r) ? scan(r, -1, NOWHERE) : NOWHERE;
            }
            order = IntStream.range(0, costs.length)
                    .filter(g -> costs[g] != NOWHERE)
                    .boxed()
                    .sorted(Comparator.comparingLong(g -> costs[g]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            emptyOrder[wanted] = order;
        }
        return order;
    }

    /** Whether the stop fits on an unused vehicle; what fits on none hardly fits anywhere. */
    boolean mayFit(int node) {
        stop = node;
        return emptyOrder(node).length > 0;
    }

    private void consider(int v) {
        seen[v] = round;
        int version = routes.versionOf[v];
        int slot = 2 * (stop * SLOTS + (version & (SLOTS - 1)));
        long tag = memory[slot];
        long cost;
        long bonus = routes.bonus > 0 && routes.active[v].stopCount == 0 ? routes.bonus : 0;
        long most = wantsSecond ? secondDelta : delta;
        if (most != NOWHERE) {
            most += bonus;
        }
        int known = refusals == 0 ? -1 : refusalOf(v);
        if (known >= 0) {
            tag = refusedTag[known];
            cost = refusedCost[known];
        } else {
            cost = memory[slot + 1];
            boolean isKnown = (int) (tag >>> 32) == version;
            if (isKnown && cost >= most) {
                return;
            }
            if (!isKnown || (tag & OPTION_MASK) == AT_LEAST) {
                RouteState r = routes.active[v];
                boolean open = isOpen(r);
                cost = open ? scan(r, -1, most) : NOWHERE;
                boolean bound = open && cost == NOWHERE && most != NOWHERE;
                tag = bound ? ((long) version << 32) | AT_LEAST : tag(version, lastPosition, lastDelivery, lastOption);
                memory[slot] = tag;
                memory[slot + 1] = bound ? most : cost;
            }
        }
        if (cost == NOWHERE) {
            return;
        }
        cost -= bonus;
        if (cost < delta) {
            secondDelta = delta;
            secondVehicle = vehicle;
            delta = cost;
            vehicle = v;
            take(tag);
        } else if (cost < secondDelta) {
            secondDelta = cost;
            secondVehicle = v;
        }
    }

    /** Whether the route may take the stop as far as vehicle and number of stops go. */
    private boolean isOpen(RouteState r) {
        int v = r.vehicle;
        boolean[] fits = flat.fits[flat.groupOf[v]];
        int other = flat.partner[stop];
        int more = other >= 0 ? 2 : 1;
        return r.lawful && fits[stop] && r.stopCount + more <= flat.stopsMax[v] && (other < 0 || fits[other]);
    }

    private int refusalOf(int v) {
        for (int i = 0; i < refusals; i++) {
            if (refusedVehicle[i] == v) {
                return i;
            }
        }
        return -1;
    }

    private int lastPosition;
    private int lastDelivery;
    private int lastOption;

    private long scan(RouteState r, int skipped, long most) {
        long cost;
        if (flat.partner[stop] >= 0) {
            cost = pair.scan(r, stop, flat.partner[stop], most);
            lastPosition = pair.pickupPosition;
            lastDelivery = pair.deliveryPosition;
            lastOption = 0;
        } else {
            cost = lone.scan(r, stop, skipped, most);
            lastPosition = lone.position;
            lastDelivery = 0;
            lastOption = lone.option;
        }
        return cost;
    }

    private static long tag(int version, int position, int delivery, int option) {
        return ((long) version << 32) | ((long) position << 16) | ((long) option << 14) | delivery;
    }

    private void take(long tag) {
        position = (int) (tag >>> 16) & 0xFFFF;
        option = (int) (tag >>> 14) & 3;
        deliveryPosition = (int) tag & 0x3FFF;
    }

    /** Passes over the best place and takes the next best. */
    void passOver() {
        int first = vehicle;
        long again = flat.partner[stop] >= 0 || option != 0 || refusals > 0
                ? NOWHERE
                : scan(routes.active[first], position, NOWHERE);
        if (again <= secondDelta && again != NOWHERE) {
            delta = again;
            position = lastPosition;
            deliveryPosition = 0;
            option = lastOption;
        } else if (secondDelta != NOWHERE && refusals == 0) {
            RouteState r = routes.active[secondVehicle];
            int slot = 2 * (stop * SLOTS + (r.version & (SLOTS - 1)));
            if ((int) (memory[slot] >>> 32) == r.version) {
                delta = secondDelta;
                vehicle = secondVehicle;
                take(memory[slot]);
            }
        }
    }

    /** Puts the stop where it was found; false when the full rules refuse, which is then remembered. */
    boolean apply() {
        RouteState r = routes.touch(vehicle);
        int before = r.version;
        if (flat.partner[stop] < 0 && option == LoneScan.PLAIN && !flat.richTime && !flat.richLoad) {
            routes.insert(r, position, stop);
            return true;
        }
        exact.keep(r);
        routes.insert(r, position, stop, deliveryPosition, option);
        if (r.lawful) {
            return true;
        }
        exact.putBack(r, stop);
        routes.setVersion(r, before);
        refused(r);
        return false;
    }

    private void refused(RouteState r) {
        long cost = isThorough ? exact.scan(r, stop) : NOWHERE;
        if (refusals == refusedVehicle.length) {
            refusedVehicle = Arrays.copyOf(refusedVehicle, refusals * 2);
            refusedTag = Arrays.copyOf(refusedTag, refusals * 2);
            refusedCost = Arrays.copyOf(refusedCost, refusals * 2);
        }
        int slot = 2 * (stop * SLOTS + (r.version & (SLOTS - 1)));
        refusedVehicle[refusals] = vehicle;
        refusedTag[refusals] = isThorough
                ? tag(r.version, exact.position, exact.deliveryPosition, exact.option)
                : tag(r.version, 0, 0, 0);
        refusedCost[refusals] = cost;
        memory[slot] = refusedTag[refusals];
        memory[slot + 1] = cost;
        refusals++;
    }
}
