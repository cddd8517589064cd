package io.giaovan.routingengine.solve;

import static io.giaovan.routingengine.solve.FlatProblem.NEVER;
import static io.giaovan.routingengine.solve.RichTimes.AFTER;
import static io.giaovan.routingengine.solve.RichTimes.EARLIEST_END;

import io.giaovan.routingengine.model.PlanningProblem;

/** The cheapest places for a pickup and its delivery on one route. */
final class PairScan {
    int pickupPosition;
    int deliveryPosition;

    private final FlatProblem flat;
    private final RichClock clock;
    /** Per number of breaks taken: when the pickup is done, and when the stop before the delivery is. */
    private final int[] pickedUp = new int[PlanningProblem.BREAKS_MAX + 1];

    private final int[] done = new int[PlanningProblem.BREAKS_MAX + 1];
    /** When to leave for the pickup where it comes first. */
    private int emptyStart;

    /** What the delivery adds at a position where the pickup is not right before it, and the least from a position on. */
    private int[] deliveryAdded = new int[32];

    private int[] cheapestFrom = new int[32];
    private int deliverFrom;
    private long best;

    PairScan(FlatProblem flat, RichClock clock) {
        this.flat = flat;
        this.clock = clock;
    }

    /**
     * What the pair adds at its best positions, both counted before either is in; {@link Insertion#NOWHERE} when there are
     * none that add less than {@code most}.
     */
    long scan(RouteState r, int pickup, int delivery, long most) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int[] metres = flat.metres[kind];
        int[] metresTo = flat.metresTo[kind];
        int rowPickup = flat.place[pickup] * flat.places;
        int rowDelivery = flat.place[delivery] * flat.places;
        int direct = metres[rowPickup + flat.place[delivery]];
        boolean empty = r.stopCount == 0;
        long once = (empty ? flat.fixedUnits[v] : 0) + flat.moveUnits(pickup, v) + flat.moveUnits(delivery, v);
        long perMetre = flat.metreUnits[v];
        // what an empty route gains is its whole way, the way from its start to its end included
        int metresLeft = flat.metresMax[v] - (empty ? 0 : r.metres);
        best = most;
        int first = flat.committed[v].length + 1;
        int last = r.length + 1;
        deliverFrom = first;
        int deliverTo = last;
        if (flat.timeBinds) {
            deliverTo = r.lastLeft(first, last, flat.late[kind][delivery]);
            last = r.lastLeft(first, last, flat.late[kind][pickup]);
            first = r.firstReached(first, last, flat.early[kind][pickup] + flat.service[kind][pickup]);
            deliverFrom = r.firstReached(first, deliverTo, flat.early[kind][delivery] + flat.service[kind][delivery]);
        }
        room(r.length + 2);
        int cheapestNow = Integer.MAX_VALUE;
        for (int p = deliverTo; p >= first; p--) {
            if (p >= deliverFrom) {
                int added = metresTo[rowDelivery + r.place[p - 1]] + metres[rowDelivery + r.place[p]] - r.arcMetres[p];
                deliveryAdded[p] = added;
                cheapestNow = Math.min(cheapestNow, added);
            }
            cheapestFrom[p] = cheapestNow;
        }
        for (int p = first; p <= last; p++) {
            int arc = empty ? 0 : r.arcMetres[p];
            int in = metresTo[rowPickup + r.place[p - 1]];
            int pickupAdded = in + metres[rowPickup + r.place[p]] - arc;
            int together = in + direct + metres[rowDelivery + r.place[p]] - arc;
            boolean apart = p < deliverTo && once + ((long) pickupAdded + cheapestFrom[p + 1]) * perMetre < best;
            if ((!apart && once + together * perMetre >= best) || !r.loads.admitsCarry(flat, v, pickup, p)) {
                continue;
            }
            if (flat.timeBinds && !pickUp(r, kind, pickup, p)) {
                continue;
            }
            if (together <= metresLeft && p >= deliverFrom && p <= deliverTo) {
                System.arraycopy(pickedUp, 0, done, 0, pickedUp.length);
                consider(r, kind, flat.place[pickup], delivery, p, p, once + together * perMetre);
            }
            if (apart) {
                later(r, kind, pickup, delivery, p, deliverTo, pickupAdded, once, metresLeft);
            }
        }
        return best < most ? best : Insertion.NOWHERE;
    }

    private int levels(RouteState r) {
        return flat.richTime ? r.rich.breaks + 1 : 1;
    }

    /** Works at a node at each level, coming from a place left at {@link #done}; false where no level is left. */
    private boolean work(RouteState r, int kind, int from, int node, int[] times) {
        int place = flat.place[node];
        int way = flat.seconds[kind][from * flat.places + place];
        int work = flat.service[kind][node] + (flat.hasSetup && from != place ? flat.setup[kind][node] : 0);
        boolean any = false;
        for (int k = 0; k < levels(r); k++) {
            if (times[k] < NEVER) {
                int begin = clock.begin(kind, node, times[k] + way);
                times[k] = begin >= NEVER ? NEVER : begin + work;
                any |= begin < NEVER;
            }
        }
        pauses(r, times);
        return any;
    }

    /** Lets a break follow where that is quicker than having had it before. */
    private void pauses(RouteState r, int[] times) {
        if (!flat.richTime) {
            return;
        }
        int[] pauses = flat.breaks[r.vehicle];
        for (int k = 0; k < r.rich.breaks; k++) {
            times[k + 1] = Math.min(times[k + 1], RichClock.paused(pauses, k, times[k]));
        }
    }

    private boolean pickUp(RouteState r, int kind, int pickup, int p) {
        for (int k = 0; k < levels(r); k++) {
            pickedUp[k] = r.ready(p - 1, k);
        }
        if (!work(r, kind, r.place[p - 1], pickup, pickedUp)) {
            return false;
        }
        int way = flat.secondsTo[kind][flat.place[pickup] * flat.places + r.place[p - 1]];
        emptyStart = Math.max(r.rich.start, flat.early[kind][pickup] - way);
        return true;
    }

    /** Takes the delivery before a position, coming from a place left at {@link #done}, if that is timely and cheaper. */
    private void consider(RouteState r, int kind, int from, int delivery, int p, int position, long metreCost) {
        if (metreCost >= best) {
            return;
        }
        long cost = metreCost;
        if (flat.timeBinds) {
            if (!work(r, kind, from, delivery, done)) {
                return;
            }
            int out = flat.seconds[kind][flat.place[delivery] * flat.places + r.place[position]];
            if (flat.hasSetup) {
                out += clock.setupAdded(r, flat.place[delivery], kind, position);
            }
            int k = 0;
            while (k < levels(r) && (done[k] >= NEVER || done[k] + out > r.latest(position, k))) {
                k++;
            }
            if (k == levels(r)) {
                return;
            }
            if (flat.mayAnyBeLate) {
                cost += clock.latenessAdded(r, position, done[k] + out);
            }
            if (flat.measuresTime) {
                long more = timeAdded(r, position, done[k] + out);
                if (more == Insertion.NOWHERE) {
                    return;
                }
                cost += more;
            }
        }
        if (cost < best) {
            best = cost;
            pickupPosition = p;
            deliveryPosition = position;
        }
    }

    /** About what it costs that the route arrives at a position so late: its end moves, its start stays. */
    private long timeAdded(RouteState r, int position, int arrival) {
        RichTimes t = r.rich;
        int row = position * t.width;
        int v = r.vehicle;
        int end = Math.max(t.cell[row + EARLIEST_END], arrival + t.cell[row + AFTER]);
        int spent = r.stopCount == 0
                ? end - (flat.departed[v] >= 0 ? flat.departed[v] : emptyStart)
                : t.seconds + Math.max(0, end - t.end);
        if (r.stopCount > 0 && spent > flat.secondsMax[v]) {
            return Insertion.NOWHERE;
        }
        return clock.timeUnits(v, spent, end) - (r.stopCount == 0 ? 0 : t.timeUnits);
    }

    /** Tries the delivery after each stop that follows the pickup. */
    private void later(
            RouteState r,
            int kind,
            int pickup,
            int delivery,
            int p,
            int deliverTo,
            int pickupAdded,
            long once,
            int metresLeft) {
        int v = r.vehicle;
        long perMetre = flat.metreUnits[v];
        int from = flat.place[pickup];
        for (int q = p; q < deliverTo && once + ((long) pickupAdded + cheapestFrom[q + 1]) * perMetre < best; q++) {
            if (flat.timeBinds && !passes(r, kind, from, q)) {
                break;
            }
            if (!r.loads.admitsCarry(flat, v, pickup, q + 1)) {
                break;
            }
            from = r.place[q];
            if (q + 1 < deliverFrom) {
                continue;
            }
            int added = pickupAdded + deliveryAdded[q + 1];
            if (added <= metresLeft && once + added * perMetre < best) {
                System.arraycopy(pickedUp, 0, done, 0, pickedUp.length);
                consider(r, kind, from, delivery, p, q + 1, once + added * perMetre);
            }
        }
    }

    private void room(int last) {
        if (deliveryAdded.length < last + 2) {
            deliveryAdded = new int[2 * last + 2];
            cheapestFrom = new int[2 * last + 2];
        }
    }

    /** Goes through a position with the pickup on board; false where the rest of the route cannot be driven then. */
    private boolean passes(RouteState r, int kind, int from, int q) {
        int node = r.node[q];
        int place = r.place[q];
        int way = flat.seconds[kind][from * flat.places + place];
        boolean reload = node >= flat.stops;
        int work = reload
                ? flat.reloadSeconds[r.vehicle]
                : flat.service[kind][node] + (flat.hasSetup && from != place ? flat.setup[kind][node] : 0);
        boolean any = false;
        for (int k = 0; k < levels(r); k++) {
            if (pickedUp[k] >= NEVER) {
                continue;
            }
            int arrival = pickedUp[k] + way;
            if (arrival > r.latest(q, k)) {
                pickedUp[k] = NEVER;
                continue;
            }
            int begin = reload ? arrival : clock.begin(kind, node, arrival);
            pickedUp[k] = begin >= NEVER ? NEVER : Math.max(begin + work, reload ? released(r, q) : 0);
            any |= begin < NEVER;
        }
        pauses(r, pickedUp);
        return any;
    }

    private int released(RouteState r, int reload) {
        return flat.hasRelease ? r.rich.cell[reload * r.rich.width + RichTimes.RELEASE] : 0;
    }
}
