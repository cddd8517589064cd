package io.giaovan.routingengine.solve;

import static io.giaovan.routingengine.solve.FlatProblem.NEVER;
import static io.giaovan.routingengine.solve.RichTimes.AFTER;
import static io.giaovan.routingengine.solve.RichTimes.BREAKS;
import static io.giaovan.routingengine.solve.RichTimes.DEPART_BY;
import static io.giaovan.routingengine.solve.RichTimes.EARLIEST;
import static io.giaovan.routingengine.solve.RichTimes.EARLIEST_END;
import static io.giaovan.routingengine.solve.RichTimes.ELAPSED;
import static io.giaovan.routingengine.solve.RichTimes.LATEST;
import static io.giaovan.routingengine.solve.RichTimes.LEVEL;
import static io.giaovan.routingengine.solve.RichTimes.LEVELS;
import static io.giaovan.routingengine.solve.RichTimes.READY;
import static io.giaovan.routingengine.solve.RichTimes.RELEASE;

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

    /**
     * What the stop adds at its best position, in price units; {@link Insertion#NOWHERE} when there is none that adds less
     * than {@code most}.
     */
    long scan(RouteState r, int stop, int skipped, long most) {
        int v = r.vehicle;
        option = PLAIN;
        if (!flat.richLoad && flat.dimensions > 0 && r.load + flat.deliver[stop] > flat.capacity[v]) {
            return Insertion.NOWHERE;
        }
        if (flat.isRich) {
            return rich(r, stop, skipped, most);
        }
        int mostMetres = r.length == 0 ? Integer.MAX_VALUE : metresWithin(most, v, Integer.MAX_VALUE);
        int added = flat.timeBinds ? timed(r, stop, skipped, mostMetres) : untimed(r, stop, skipped, mostMetres);
        if (added >= mostMetres) {
            return Insertion.NOWHERE;
        }
        if (r.length == 0) {
            return (added + r.arcMetres[1]) * flat.metreUnits[v] + flat.fixedUnits[v];
        }
        long cost = added * flat.metreUnits[v];
        return cost < most ? cost : Insertion.NOWHERE;
    }

    private int untimed(RouteState r, int stop, int skipped, int most) {
        int kind = flat.kindOf[r.vehicle];
        int[] metres = flat.metres[kind];
        int[] metresTo = flat.metresTo[kind];
        int row = flat.place[stop] * flat.places;
        int[] place = r.place;
        int[] arc = r.arcMetres;
        int best = most;
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

    private int timed(RouteState r, int stop, int skipped, int most) {
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
        int best = most;
        int found = 0;
        int last = r.length + 1;
        int p = r.firstReached(1, last, early + service);
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

    private long rich(RouteState r, int stop, int skipped, long most) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int[] metres = flat.metres[kind];
        int[] metresTo = flat.metresTo[kind];
        int row = flat.place[stop] * flat.places;
        long perMetre = flat.metreUnits[v];
        int[] place = r.place;
        int[] arc = r.arcMetres;
        int metresLeft = flat.metresMax[v] - r.metres;
        long once = flat.moveUnits(stop, v);
        if (r.length == 0) {
            once += flat.fixedUnits[v] + arc[1] * perMetre;
        } else if (r.stopCount == 0) {
            once += flat.fixedUnits[v];
        }
        long best = most;
        int enough = metresWithin(best - once, v, metresLeft);
        boolean tight = false;
        int first = flat.committed[v].length + 1;
        int last = r.length + 1;
        if (flat.richTime) {
            last = r.lastLeft(first, last, flat.late[kind][stop]);
            first = r.firstReached(first, last, flat.early[kind][stop] + flat.service[kind][stop]);
        }
        for (int p = first; p <= last; p++) {
            int added = metresTo[row + place[p - 1]] + metres[row + place[p]] - arc[p];
            if (added >= enough || p == skipped) {
                continue;
            }
            if (flat.richLoad && !r.loads.admits(flat, v, stop, p)) {
                tight = true;
                continue;
            }
            long cost = once + added * perMetre;
            if (flat.richTime) {
                long more = timeAdded(r, stop, p);
                if (more == Insertion.NOWHERE) {
                    continue;
                }
                cost += more;
            } else if (flat.timeBinds && !plainTimely(r, stop, p)) {
                continue;
            }
            if (cost < best) {
                best = cost;
                enough = metresWithin(best - once, v, metresLeft);
                position = p;
                option = PLAIN;
            }
        }
        if ((tight || flat.release[stop] > 0) && r.reloadCount < flat.reloadsMax[v] && r.stopCount > 0) {
            best = reloads(r, stop, once, best, first, last);
        }
        return best < most ? best : Insertion.NOWHERE;
    }

    /**
     * From how many more metres on a place is not worth a look: they cost as much as the best, or the route has no more.
     * Not below that by rounding.
     */
    private int metresWithin(long units, int v, int metresLeft) {
        double most = units * flat.metresAUnit[v] + 1;
        return (int) Math.min(most, Math.min(Integer.MAX_VALUE, metresLeft + 1L));
    }

    private boolean plainTimely(RouteState r, int stop, int p) {
        int kind = flat.kindOf[r.vehicle];
        int row = flat.place[stop] * flat.places;
        int begin = Math.max(r.ready[p - 1] + flat.secondsTo[kind][row + r.place[p - 1]], flat.early[kind][stop]);
        return begin <= flat.late[kind][stop]
                && begin + flat.service[kind][stop] + flat.seconds[kind][row + r.place[p]] <= r.latest[p];
    }

    /**
     * About what the stop adds to the cost of time, {@link Insertion#NOWHERE} where it is not timely; exact where each
     * stop has one window and no break moves.
     */
    private long timeAdded(RouteState r, int stop, int p) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        RichTimes t = r.rich;
        int[] cell = t.cell;
        int here = flat.place[stop];
        int row = here * flat.places;
        int in = flat.secondsTo[kind][row + r.place[p - 1]];
        int out = flat.seconds[kind][row + r.place[p]];
        int work = flat.service[kind][stop];
        if (flat.hasSetup) {
            out += clock.setupAdded(r, here, kind, p);
            work += r.place[p - 1] == here ? 0 : flat.setup[kind][stop];
        }
        int floor = flat.release[stop] > 0 ? releaseFloor(r, stop, p) : 0;
        int after = p * t.width;
        int before = after - t.width;
        int begun = -1;
        int arrival = 0;
        int[] pauses = flat.breaks[v];
        int from = before + LEVELS + READY;
        int by = after + LEVELS + LATEST;
        for (int k = 0; k <= t.breaks; k++, from += LEVEL, by += LEVEL) {
            int ready = cell[from];
            if (ready >= NEVER) {
                continue;
            }
            int begin = clock.begin(kind, stop, Math.max(ready, floor) + in);
            if (begin >= NEVER) {
                // with more breaks taken it is later still
                break;
            }
            int done = begin + work;
            if (done + out <= cell[by]) {
                begun = begin;
                arrival = done + out;
                break;
            }
            if (k < t.breaks) {
                arrival = RichClock.paused(pauses, k, done) + out;
                if (arrival <= cell[by + LEVEL]) {
                    begun = begin;
                    break;
                }
            }
        }
        if (begun < 0) {
            return Insertion.NOWHERE;
        }
        long units = begun > flat.softEnd[stop] ? (begun - flat.softEnd[stop]) * flat.lateUnits[stop] : 0;
        if (flat.mayAnyBeLate) {
            units += clock.latenessAdded(r, p, arrival);
        }
        if (!flat.measuresTime) {
            return units;
        }
        int way = cell[before + ELAPSED] + in;
        int rest = work + out + cell[after + AFTER];
        int elapsed = way + rest;
        int end = Math.max(
                cell[after + EARLIEST_END],
                Math.max(Math.max(cell[before + EARLIEST], floor) + in, flat.early[kind][stop]) + rest);
        int first = cell[LEVELS + LEVEL * cell[t.width + BREAKS] + READY];
        end = Math.max(end, Math.min(first, flat.shiftEnd[v]) + elapsed);
        int spent;
        if (flat.departed[v] >= 0) {
            spent = end - flat.departed[v];
        } else {
            int start = Math.min(cell[before + DEPART_BY], flat.late[kind][stop] - way);
            int latest = cell[after + LEVELS + LEVEL * cell[after + BREAKS] + LATEST];
            start = Math.min(start, latest - elapsed + cell[after + AFTER]);
            spent = Math.max(elapsed, end - start);
        }
        if (spent > flat.secondsMax[v]) {
            return Insertion.NOWHERE;
        }
        return units + clock.timeUnits(v, spent, end) - (r.stopCount == 0 ? 0 : t.timeUnits);
    }

    /** Earliest time to leave the position before, given when the stop's goods are ready at its trip's depot. */
    private int releaseFloor(RouteState r, int stop, int p) {
        int release = flat.release[stop];
        int trip = tripOf(r, p);
        RichTimes t = r.rich;
        int[] cell = t.cell;
        if (trip == 0 && flat.departed[r.vehicle] >= 0) {
            return release <= flat.tripDeparted[r.vehicle] ? 0 : NEVER / 2;
        }
        if (release <= cell[trip * t.width + RELEASE]) {
            return 0;
        }
        int from = trip == 0 ? 0 : cell[trip * t.width + ELAPSED];
        return release + Math.max(0, cell[(p - 1) * t.width + ELAPSED] - from);
    }

    /** Where the trip begins that arrives at a position. */
    private int tripOf(RouteState r, int p) {
        int trip = p - 1;
        while (trip > 0 && r.node[trip] < flat.stops) {
            trip--;
        }
        return trip;
    }

    /** A new trip for the stop: the vehicle reloads right before it or right after it. */
    private long reloads(RouteState r, int stop, long once, long most, int first, int last) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int depot = flat.place[flat.reloadNode(v)];
        int places = flat.places;
        int here = flat.place[stop];
        int[] metres = flat.metres[kind];
        int[] metresTo = flat.metresTo[kind];
        int rowDepot = depot * places;
        int row = here * places;
        int there = metres[rowDepot + here];
        int back = metres[row + depot];
        long perMetre = flat.metreUnits[v];
        long best = most;
        for (int p = first; p <= last; p++) {
            int a = r.place[p - 1];
            int b = r.place[p];
            int arc = r.arcMetres[p];
            long before = once + (metresTo[rowDepot + a] + there + metres[row + b] - arc) * perMetre;
            long after = once + (metresTo[row + a] + back + metres[rowDepot + b] - arc) * perMetre;
            if (before < best && r.loads.admitsFirst(flat, v, stop, p)) {
                long cost = before + reloadTime(r, stop, p, RELOAD_BEFORE, best - before);
                if (cost < best) {
                    best = cost;
                    position = p;
                    option = RELOAD_BEFORE;
                }
            }
            if (after < best && r.loads.admitsLast(flat, v, stop, p)) {
                long cost = after + reloadTime(r, stop, p, RELOAD_AFTER, best - after);
                if (cost < best) {
                    best = cost;
                    position = p;
                    option = RELOAD_AFTER;
                }
            }
        }
        return best;
    }

    /** What the time for a stop with a reload costs at least; {@code most} where it is not timely. */
    private long reloadTime(RouteState r, int stop, int p, int way, long most) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int places = flat.places;
        int depot = flat.place[flat.reloadNode(v)];
        int here = flat.place[stop];
        int[] seconds = flat.seconds[kind];
        int reload = flat.reloadSeconds[v];
        int work = flat.service[kind][stop] + (flat.hasSetup ? flat.setup[kind][stop] : 0);
        RichTimes t = r.rich;
        int[] cell = t.cell;
        int from = (p - 1) * t.width + LEVELS + READY;
        int by = p * t.width + LEVELS + LATEST;
        int a = r.place[p - 1];
        int out = way == RELOAD_BEFORE
                ? work + seconds[here * places + r.place[p]]
                : work + seconds[here * places + depot] + reload + seconds[depot * places + r.place[p]];
        int in = flat.secondsTo[kind][(way == RELOAD_BEFORE ? depot : here) * places + a];
        int between = way == RELOAD_BEFORE ? seconds[depot * places + here] : 0;
        int floor = way == RELOAD_AFTER && flat.release[stop] > 0 ? releaseFloor(r, stop, p) : 0;
        for (int k = 0; k <= t.breaks; k++, from += LEVEL, by += LEVEL) {
            int ready = Math.max(cell[from], floor);
            if (ready >= NEVER) {
                continue;
            }
            int arrival = ready + in;
            if (way == RELOAD_BEFORE) {
                arrival = Math.max(arrival + reload, flat.release[stop]) + between;
            }
            int begin = clock.begin(kind, stop, arrival);
            int done = begin >= NEVER ? NEVER : begin + out;
            if (done <= cell[by]) {
                int more = done - (cell[from] + r.arcSeconds[p]);
                long late = flat.mayAnyBeLate ? clock.latenessAdded(r, p, done) : 0;
                return late + Math.max(0, more) * flat.hourUnits[v];
            }
        }
        return most;
    }
}
