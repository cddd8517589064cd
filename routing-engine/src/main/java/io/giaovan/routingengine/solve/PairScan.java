package io.giaovan.routingengine.solve;

import static io.giaovan.routingengine.solve.FlatProblem.NEVER;

/** The cheapest places for a pickup and its delivery on one route. */
final class PairScan {
    int pickupPosition;
    int deliveryPosition;

    private final FlatProblem flat;
    private final RichClock clock;

    PairScan(FlatProblem flat, RichClock clock) {
        this.flat = flat;
        this.clock = clock;
    }

    /** What the pair adds at its best positions, both counted before either is in. */
    long scan(RouteState r, int pickup, int delivery) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int[] metres = flat.metres[kind];
        int[] metresTo = flat.metresTo[kind];
        int rowPickup = flat.place[pickup] * flat.places;
        int rowDelivery = flat.place[delivery] * flat.places;
        int direct = metres[rowPickup + flat.place[delivery]];
        int latePickup = flat.late[kind][pickup];
        int earlyDone = flat.early[kind][pickup] + flat.service[kind][pickup];
        boolean empty = r.stopCount == 0;
        int best = Integer.MAX_VALUE;
        int last = r.length + 1;
        for (int p = flat.committed[v].length + 1; p <= last; p++) {
            if (r.ready[p - 1] > latePickup && flat.timeBinds) {
                break;
            }
            int arc = empty ? 0 : r.arcMetres[p];
            int in = metresTo[rowPickup + r.place[p - 1]];
            int pickupAdded = in + metres[rowPickup + r.place[p]] - arc;
            int together = in + direct + metres[rowDelivery + r.place[p]] - arc;
            if ((pickupAdded >= best && together >= best)
                    || (flat.timeBinds && r.latest[p] < earlyDone)
                    || !r.loads.admitsCarry(flat, v, pickup, p)) {
                continue;
            }
            int done = 0;
            if (flat.timeBinds) {
                int begin =
                        clock.begin(kind, pickup, r.ready[p - 1] + flat.secondsTo[kind][rowPickup + r.place[p - 1]]);
                if (begin >= NEVER) {
                    continue;
                }
                done = begin + flat.service[kind][pickup];
            }
            if (together < best && timely(r, kind, flat.place[pickup], done, delivery, p)) {
                best = together;
                pickupPosition = p;
                deliveryPosition = p;
            }
            best = later(r, kind, pickup, delivery, p, done, pickupAdded, best);
        }
        if (best == Integer.MAX_VALUE || r.metres + best > flat.metresMax[v]) {
            return Insertion.NOWHERE;
        }
        long once = (empty ? flat.fixedUnits[v] : 0) + flat.moveUnits(pickup, v) + flat.moveUnits(delivery, v);
        return once + best * flat.metreUnits[v];
    }

    /** Whether the delivery fits between a place left at {@code done} and the position. */
    private boolean timely(RouteState r, int kind, int from, int done, int delivery, int position) {
        if (!flat.timeBinds) {
            return true;
        }
        int row = flat.place[delivery] * flat.places;
        int begin = clock.begin(kind, delivery, done + flat.secondsTo[kind][row + from]);
        return begin < NEVER
                && begin + flat.service[kind][delivery] + flat.seconds[kind][row + r.place[position]]
                        <= r.latest[position];
    }

    /** Tries the delivery after each stop that follows the pickup. */
    private int later(
            RouteState r, int kind, int pickup, int delivery, int p, int pickedUp, int pickupAdded, int most) {
        int v = r.vehicle;
        int[] metres = flat.metres[kind];
        int[] metresTo = flat.metresTo[kind];
        int row = flat.place[delivery] * flat.places;
        int best = most;
        int done = pickedUp;
        int from = flat.place[pickup];
        for (int q = p; q <= r.length && pickupAdded < best; q++) {
            if (flat.timeBinds) {
                int arrival = done + flat.seconds[kind][from * flat.places + r.place[q]];
                if (arrival > r.latest[q] || done > flat.late[kind][delivery]) {
                    break;
                }
                int node = r.node[q];
                if (node >= flat.stops) {
                    done = arrival + flat.reloadSeconds[v];
                } else {
                    int begin = clock.begin(kind, node, arrival);
                    if (begin >= NEVER) {
                        break;
                    }
                    done = begin + flat.service[kind][node];
                }
            }
            if (!r.loads.admitsCarry(flat, v, pickup, q + 1)) {
                break;
            }
            from = r.place[q];
            int added = pickupAdded + metresTo[row + from] + metres[row + r.place[q + 1]] - r.arcMetres[q + 1];
            if (added < best && timely(r, kind, from, done, delivery, q + 1)) {
                best = added;
                pickupPosition = p;
                deliveryPosition = q + 1;
            }
        }
        return best;
    }
}
