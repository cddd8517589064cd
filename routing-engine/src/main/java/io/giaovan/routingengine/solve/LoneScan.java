package io.giaovan.routingengine.solve;

import static io.giaovan.routingengine.solve.FlatProblem.NEVER;

/** The cheapest place for one stop on one route, by checks in constant time per position. */
final class LoneScan {
    static final int PLAIN = 0;
    static final int RELOAD_BEFORE = 1;
    static final int RELOAD_AFTER = 2;

    int position;
    int option;

    private final FlatProblem flat;
    private final RichClock clock;

    LoneScan(FlatProblem flat, RichClock clock) {
        this.flat = flat;
        this.clock = clock;
    }

    /** What the stop adds at its best position, in price units; {@link Insertion#NOWHERE} when there is none. */
    long scan(RouteState r, int stop, int skipped) {
        int v = r.vehicle;
        option = PLAIN;
        if (!flat.richLoad && flat.dimensions > 0 && r.load + flat.deliver[stop] > flat.capacity[v]) {
            return Insertion.NOWHERE;
        }
        if (flat.richTime || flat.richLoad || flat.limitsMetres || flat.moveUnits > 0) {
            return rich(r, stop, skipped);
        }
        int added = flat.timeBinds ? timed(r, stop, skipped) : untimed(r, stop, skipped);
        if (added == Integer.MAX_VALUE) {
            return Insertion.NOWHERE;
        }
        if (r.length == 0) {
            return (added + r.arcMetres[1]) * flat.metreUnits[v] + flat.fixedUnits[v];
        }
        return added * flat.metreUnits[v];
    }

    private int untimed(RouteState r, int stop, int skipped) {
        int kind = flat.kindOf[r.vehicle];
        int[] metres = flat.metres[kind];
        int[] metresTo = flat.metresTo[kind];
        int row = flat.place[stop] * flat.places;
        int[] place = r.place;
        int[] arc = r.arcMetres;
        int best = Integer.MAX_VALUE;
        int found = 0;
        int last = r.length + 1;
        for (int p = 1; p <= last; p++) {
            int added = metresTo[row + place[p - 1]] + metres[row + place[p]] - arc[p];
            if (added < best && p != skipped) {
                best = added;
                found = p;
            }
        }
        position = found;
        return best;
    }

    private int timed(RouteState r, int stop, int skipped) {
        int kind = flat.kindOf[r.vehicle];
        int[] metres = flat.metres[kind];
        int[] metresTo = flat.metresTo[kind];
        int[] seconds = flat.seconds[kind];
        int[] secondsTo = flat.secondsTo[kind];
        int row = flat.place[stop] * flat.places;
        int early = flat.early[kind][stop];
        int late = flat.late[kind][stop];
        int service = flat.service[kind][stop];
        int[] place = r.place;
        int[] arc = r.arcMetres;
        int[] ready = r.ready;
        int[] latest = r.latest;
        int best = Integer.MAX_VALUE;
        int found = 0;
        int last = r.length + 1;
        int p = 1;
        while (p <= last && latest[p] < early + service) {
            p++;
        }
        for (; p <= last && ready[p - 1] <= late; p++) {
            int from = row + place[p - 1];
            int to = row + place[p];
            int added = metresTo[from] + metres[to] - arc[p];
            if (added < best) {
                int begin = Math.max(ready[p - 1] + secondsTo[from], early);
                if (begin <= late && begin + service + seconds[to] <= latest[p] && p != skipped) {
                    best = added;
                    found = p;
                }
            }
        }
        position = found;
        return best;
    }

    private long rich(RouteState r, int stop, int skipped) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int[] metres = flat.metres[kind];
        int[] metresTo = flat.metresTo[kind];
        int row = flat.place[stop] * flat.places;
        long perMetre = flat.metreUnits[v];
        long once = (r.stopCount == 0 ? flat.fixedUnits[v] : 0) + flat.moveUnits(stop, v);
        long best = Insertion.NOWHERE;
        boolean tight = false;
        int last = r.length + 1;
        for (int p = flat.committed[v].length + 1; p <= last; p++) {
            int from = r.place[p - 1];
            int to = r.place[p];
            int added = metresTo[row + from] + metres[row + to] - (r.length == 0 ? 0 : r.arcMetres[p]);
            long cost = once + added * perMetre;
            if (cost >= best || p == skipped || r.metres + added > flat.metresMax[v]) {
                continue;
            }
            if (flat.richLoad && !r.loads.admits(flat, v, stop, p)) {
                tight = true;
                continue;
            }
            if (flat.timeBinds) {
                if (!(flat.richTime ? richTimely(r, stop, p) : plainTimely(r, stop, p))) {
                    continue;
                }
                if (flat.richTime) {
                    cost += timeAdded(r, stop, p);
                }
            }
            if (cost < best) {
                best = cost;
                position = p;
                option = PLAIN;
            }
        }
        if (flat.hasReloads && r.reloadCount < flat.reloadsMax[v] && r.stopCount > 0 && (tight || flat.hasRelease)) {
            best = reloads(r, stop, once, best);
        }
        return best;
    }

    private boolean plainTimely(RouteState r, int stop, int p) {
        int kind = flat.kindOf[r.vehicle];
        int row = flat.place[stop] * flat.places;
        int begin = Math.max(r.ready[p - 1] + flat.secondsTo[kind][row + r.place[p - 1]], flat.early[kind][stop]);
        return begin <= flat.late[kind][stop]
                && begin + flat.service[kind][stop] + flat.seconds[kind][row + r.place[p]] <= r.latest[p];
    }

    private int work(RouteState r, int stop, int kind, int before) {
        return flat.service[kind][stop]
                + (flat.hasSetup && r.place[before] != flat.place[stop] ? flat.setup[kind][stop] : 0);
    }

    /** How much longer the next stop takes because another place comes before it. */
    private int setupAdded(RouteState r, int stop, int kind, int p) {
        if (!flat.hasSetup || p > r.length || r.node[p] >= flat.stops) {
            return 0;
        }
        int here = r.place[p];
        int before = here == r.place[p - 1] ? 0 : 1;
        int after = here == flat.place[stop] ? 0 : 1;
        return (after - before) * flat.setup[kind][r.node[p]];
    }

    private boolean richTimely(RouteState r, int stop, int p) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int row = flat.place[stop] * flat.places;
        int in = flat.secondsTo[kind][row + r.place[p - 1]];
        int out = flat.seconds[kind][row + r.place[p]] + setupAdded(r, stop, kind, p);
        int work = work(r, stop, kind, p - 1);
        RichTimes t = r.rich;
        int[] pauses = flat.breaks[v];
        int floor = flat.hasRelease ? releaseFloor(r, stop, p) : 0;
        for (int k = 0; k <= t.breaks; k++) {
            int ready = t.readyBy[k][p - 1];
            if (ready >= NEVER) {
                continue;
            }
            int begin = clock.begin(kind, stop, Math.max(ready, floor) + in);
            if (begin >= NEVER) {
                continue;
            }
            int done = begin + work;
            if (done + out <= t.latestBy[k][p]) {
                return true;
            }
            if (k < t.breaks) {
                int pause = Math.max(done, pauses[3 * k]);
                if (pause <= pauses[3 * k + 1] && pause + pauses[3 * k + 2] + out <= t.latestBy[k + 1][p]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Earliest time to leave the position before, given when the stop's goods are ready at its trip's depot. */
    private int releaseFloor(RouteState r, int stop, int p) {
        int release = flat.release[stop];
        if (release == 0) {
            return 0;
        }
        int trip = p - 1;
        while (trip > 0 && r.node[trip] < flat.stops) {
            trip--;
        }
        if (trip == 0) {
            int departed = flat.departed[r.vehicle];
            if (departed >= 0) {
                return release <= flat.tripDeparted[r.vehicle] ? 0 : NEVER / 2;
            }
        }
        int from = trip == 0 ? 0 : r.rich.elapsed[trip];
        return release + Math.max(0, r.rich.elapsed[p - 1] - from);
    }

    /** About what the stop adds to the cost of time; exact where each stop has one window and no break moves. */
    private long timeAdded(RouteState r, int stop, int p) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        RichTimes t = r.rich;
        int row = flat.place[stop] * flat.places;
        int in = flat.secondsTo[kind][row + r.place[p - 1]];
        int out = flat.seconds[kind][row + r.place[p]] + setupAdded(r, stop, kind, p);
        int work = work(r, stop, kind, p - 1);
        int before = t.elapsed[p - 1];
        int rest = work + out + t.elapsedAfter[p];
        int elapsed = before + in + rest;
        int begin = clock.begin(kind, stop, r.ready[p - 1] + in);
        long units = begin > flat.softEnd[stop] ? (begin - flat.softEnd[stop]) * flat.lateUnits[stop] : 0;
        int end = Math.max(t.earliestEnd[p], Math.max(t.earliest[p - 1] + in, flat.early[kind][stop]) + rest);
        int first = t.readyBy[t.breaksAt[1]][0];
        end = Math.max(end, Math.min(first, flat.shiftEnd[v]) + elapsed);
        int start = Math.min(
                Math.min(t.departBy[p - 1], flat.late[kind][stop] - before - in),
                Math.min(r.latest[p], NEVER) - elapsed + t.elapsedAfter[p]);
        start = Math.min(start, end - elapsed);
        int spent = end - (flat.departed[v] >= 0 ? flat.departed[v] : start);
        return units + clock.timeUnits(v, spent, end) - (r.stopCount == 0 ? 0 : t.timeUnits);
    }

    /** A new trip for the stop: the vehicle reloads right before it or right after it. */
    private long reloads(RouteState r, int stop, long once, long most) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int depot = flat.place[flat.reloadNode(v)];
        int places = flat.places;
        int here = flat.place[stop];
        int[] metres = flat.metres[kind];
        int[] seconds = flat.seconds[kind];
        long best = most;
        for (int p = flat.committed[v].length + 1; p <= r.length + 1; p++) {
            int a = r.place[p - 1];
            int b = r.place[p];
            for (int way = RELOAD_BEFORE; way <= RELOAD_AFTER; way++) {
                int first = way == RELOAD_BEFORE ? depot : here;
                int second = way == RELOAD_BEFORE ? here : depot;
                int added = metres[a * places + first]
                        + metres[first * places + second]
                        + metres[second * places + b]
                        - r.arcMetres[p];
                int more = seconds[a * places + first]
                        + seconds[first * places + second]
                        + seconds[second * places + b]
                        + flat.service[kind][stop]
                        + flat.reloadSeconds[v];
                long cost = once + added * flat.metreUnits[v] + Math.max(0, more - r.arcSeconds[p]) * flat.hourUnits[v];
                if (cost < best && r.ready[p - 1] + more <= r.latest[p]) {
                    best = cost;
                    position = p;
                    option = way;
                }
            }
        }
        return best;
    }
}
