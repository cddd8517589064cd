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
import static io.giaovan.routingengine.solve.RichTimes.OPENS;
import static io.giaovan.routingengine.solve.RichTimes.PUNCTUAL;
import static io.giaovan.routingengine.solve.RichTimes.READY;
import static io.giaovan.routingengine.solve.RichTimes.RELEASE;
import static io.giaovan.routingengine.solve.RichTimes.STAY;
import static io.giaovan.routingengine.solve.RichTimes.VIA;
import static io.giaovan.routingengine.solve.RichTimes.WORK;

/**
 * Works out the schedule of a route under every rule about time. The schedule is the one that ends first; then departure
 * is put off as long as it neither ends later nor makes anything later than its window. After an insertion only what it
 * changes is worked out again.
 */
final class RichClock {
    private final FlatProblem flat;
    /** Whether anything asks for the length of the schedule, not only whether there is one. */
    private final boolean measures;

    /** First position whose breaks were chosen anew, and last. */
    private int chosenFrom;

    private int chosenTo;

    RichClock(FlatProblem flat) {
        this(flat, flat.measuresTime);
    }

    RichClock(FlatProblem flat, boolean measures) {
        this.flat = flat;
        this.measures = measures;
    }

    /** Fills the route's times; false when the route cannot be driven lawfully. */
    boolean refresh(RouteState r) {
        return refresh(r, 0, r.length);
    }

    /**
     * Fills the times of a route that was right before the positions {@code from} to {@code put} were put in; false when it
     * cannot be driven lawfully.
     */
    boolean refresh(RouteState r, int from, int put) {
        RichTimes t = r.rich;
        // who comes next may have to set up anew
        int to = flat.hasSetup ? Math.min(put + 1, r.length) : put;
        int begin = from;
        boolean released = true;
        if (flat.hasRelease) {
            begin = Math.min(from, releases(r));
            int departed = flat.departed[r.vehicle];
            released = departed < 0 || t.cell[RELEASE] <= flat.tripDeparted[r.vehicle];
        }
        int changedTo = forward(r, begin, to);
        backward(r, begin, to);
        // a break may now follow the position before, where it followed one that is gone
        chosenFrom = t.breaks > 0 ? begin - 1 : begin;
        chosenTo = !flat.hasSeveralWindows ? to : changedTo;
        t.seconds = 0;
        t.lateUnits = 0;
        t.timeUnits = 0;
        if (!chooseEnd(r, from == 0)) {
            // nothing along the schedule is right now, which shows to the next refresh
            t.cell[BREAKS] = -1;
            return false;
        }
        if (flat.mayAnyBeLate) {
            lateness(r);
        }
        if (!measures) {
            return released;
        }
        prefixes(r, Math.max(1, chosenFrom));
        suffixes(r, Math.min(r.length, chosenTo));
        int last = r.length * t.width;
        int v = r.vehicle;
        int elapsed = t.cell[last + ELAPSED] + r.arcSeconds[r.length + 1];
        int departed = flat.departed[v];
        int first = t.cell[LEVELS + LEVEL * t.cell[t.width + BREAKS] + READY];
        t.start = departed >= 0 ? first : Math.min(t.cell[last + DEPART_BY], t.end - elapsed);
        t.seconds = t.end - (departed >= 0 ? departed : t.start);
        t.timeUnits = timeUnits(v, t.seconds, t.end);
        return released && t.seconds <= flat.secondsMax[v];
    }

    private int setup(RouteState r, int p, int kind) {
        return r.place[p] == r.place[p - 1] ? 0 : flat.setup[kind][r.node[p]];
    }

    /** How much longer the next stop takes because another place comes before it. */
    int setupAdded(RouteState r, int here, int kind, int p) {
        if (p > r.length || r.node[p] >= flat.stops) {
            return 0;
        }
        int next = r.place[p];
        int before = next == r.place[p - 1] ? 0 : 1;
        int after = next == here ? 0 : 1;
        return (after - before) * flat.setup[kind][r.node[p]];
    }

    /** First second from {@code at} on at which work may begin, or NEVER. */
    int begin(int kind, int node, int at) {
        int[] pairs = flat.severalWindows(kind, node);
        if (pairs == null) {
            return at <= flat.late[kind][node] ? Math.max(at, flat.early[kind][node]) : NEVER;
        }
        for (int i = 0; i < pairs.length; i += 2) {
            if (at <= pairs[i + 1]) {
                return Math.max(at, pairs[i]);
            }
        }
        return NEVER;
    }

    /** Last second up to {@code at} at which work may begin, or -1. */
    private int beginBy(int kind, int node, int at) {
        int[] pairs = flat.severalWindows(kind, node);
        if (pairs == null) {
            return at >= flat.early[kind][node] ? Math.min(at, flat.late[kind][node]) : -1;
        }
        for (int i = pairs.length - 2; i >= 0; i -= 2) {
            if (at >= pairs[i]) {
                return Math.min(at, pairs[i + 1]);
            }
        }
        return -1;
    }

    /** Notes when each trip's goods are ready; gives the first position where that changed, or one past the end. */
    private int releases(RouteState r) {
        RichTimes t = r.rich;
        int latest = 0;
        int changed = r.length + 1;
        for (int p = r.length; p >= 0; p--) {
            int node = r.node[p];
            if (p == 0 || node >= flat.stops) {
                int cell = p * t.width + RELEASE;
                if (t.cell[cell] != latest) {
                    t.cell[cell] = latest;
                    changed = p;
                }
                latest = 0;
            } else {
                latest = Math.max(latest, flat.release[node]);
            }
        }
        return changed;
    }

    /** The way ahead from a position on; gives the last position that changed. */
    private int forward(RouteState r, int from, int to) {
        RichTimes t = r.rich;
        int[] cell = t.cell;
        int width = t.width;
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int levels = t.breaks + 1;
        int[] pauses = flat.breaks[v];
        if (from == 0) {
            // breaks may be over before the goods are ready
            int released = flat.hasRelease && flat.departed[v] < 0 ? cell[RELEASE] : 0;
            int ready = flat.departFrom[v];
            int via = 0;
            for (int k = 0; k < levels; k++) {
                cell[LEVELS + LEVEL * k + READY] = ready >= NEVER ? NEVER : Math.max(ready, released);
                if (k < levels - 1) {
                    ready = paused(pauses, k, ready);
                    via |= ready < NEVER ? 1 << (k + 1) : 0;
                }
            }
            cell[VIA] = via;
        }
        int[] service = flat.service[kind];
        int[] early = flat.early[kind];
        int[] late = flat.late[kind];
        boolean single = !flat.hasSeveralWindows;
        for (int p = Math.max(1, from); p <= r.length; p++) {
            int node = r.node[p];
            int arc = r.arcSeconds[p];
            boolean reload = node >= flat.stops;
            int work;
            int released = 0;
            if (reload) {
                work = flat.reloadSeconds[v];
                released = flat.hasRelease ? cell[p * width + RELEASE] : 0;
            } else {
                work = service[node];
                if (flat.hasSetup) {
                    work += setup(r, p, kind);
                }
            }
            cell[p * width + STAY] = work;
            int row = p * width + LEVELS;
            int before = row - width;
            boolean same = true;
            int via = 0;
            int paused = NEVER;
            for (int k = 0; k < levels; k++) {
                int arrival = cell[before + READY] + arc;
                int begin;
                if (arrival >= NEVER) {
                    begin = NEVER;
                } else if (reload) {
                    begin = arrival;
                } else if (single) {
                    begin = arrival <= late[node] ? Math.max(arrival, early[node]) : NEVER;
                } else {
                    begin = begin(kind, node, arrival);
                }
                int ready = begin >= NEVER ? NEVER : Math.max(begin + work, released);
                if (paused < ready) {
                    ready = paused;
                    via |= 1 << k;
                }
                if (k < levels - 1) {
                    paused = paused(pauses, k, ready);
                }
                cell[row + WORK] = begin;
                same &= cell[row + READY] == ready;
                cell[row + READY] = ready;
                row += LEVEL;
                before += LEVEL;
            }
            cell[p * width + VIA] = via;
            if (same && p > to) {
                return p;
            }
        }
        return r.length;
    }

    /** When the k-th break is over that begins as early as it may, or NEVER. */
    static int paused(int[] pauses, int k, int ready) {
        if (ready >= NEVER) {
            return NEVER;
        }
        int begin = Math.max(ready, pauses[3 * k]);
        return begin <= pauses[3 * k + 1] ? begin + pauses[3 * k + 2] : NEVER;
    }

    private void backward(RouteState r, int from, int to) {
        RichTimes t = r.rich;
        int[] cell = t.cell;
        int width = t.width;
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int breaks = t.breaks;
        int[] pauses = flat.breaks[v];
        int end = (r.length + 1) * width + LEVELS + LATEST;
        int by = flat.lastSecond[v];
        for (int k = breaks; k >= 0; k--) {
            if (k < breaks) {
                by = Math.min(by, pauses[3 * k + 1]);
            }
            cell[end + LEVEL * k] = by;
        }
        boolean single = !flat.hasSeveralWindows;
        int[] early = flat.early[kind];
        int[] late = flat.late[kind];
        for (int p = to; p >= 1; p--) {
            int node = r.node[p];
            boolean reload = node >= flat.stops;
            int work = cell[p * width + STAY];
            int released = reload && flat.hasRelease ? cell[p * width + RELEASE] : 0;
            int row = p * width + LEVELS + LATEST + LEVEL * breaks;
            int next = row + width;
            int arc = r.arcSeconds[p + 1];
            boolean same = true;
            int leaveAfterBreak = -1;
            for (int k = breaks; k >= 0; k--) {
                int leave = cell[next] < 0 ? -1 : cell[next] - arc;
                if (k < breaks && leaveAfterBreak >= 0) {
                    int pause = Math.min(pauses[3 * k + 1], leaveAfterBreak - pauses[3 * k + 2]);
                    if (pause >= pauses[3 * k]) {
                        leave = Math.max(leave, pause);
                    }
                }
                leaveAfterBreak = leave;
                int latest = leave < released || leave < work ? -1 : leave - work;
                if (latest >= 0 && !reload) {
                    if (single) {
                        latest = latest >= early[node] ? Math.min(latest, late[node]) : -1;
                    } else {
                        latest = beginBy(kind, node, latest);
                    }
                }
                same &= cell[row] == latest;
                cell[row] = latest;
                row -= LEVEL;
                next -= LEVEL;
            }
            if (same && p < from) {
                return;
            }
        }
    }

    private boolean chooseEnd(RouteState r, boolean all) {
        RichTimes t = r.rich;
        int[] cell = t.cell;
        int width = t.width;
        int p = r.length + 1;
        int before = r.length * width + LEVELS + READY;
        int latest = p * width + LEVELS + LATEST;
        t.end = NEVER;
        int chosen = 0;
        for (int k = 0; k <= t.breaks; k++) {
            int ready = cell[before];
            if (ready < NEVER) {
                int end = ready + r.arcSeconds[p];
                if (end <= cell[latest] && end < t.end) {
                    t.end = end;
                    chosen = k;
                }
            }
            before += LEVEL;
            latest += LEVEL;
        }
        if (t.end >= NEVER) {
            return false;
        }
        boolean anew = all || cell[BREAKS] < 0;
        if (anew) {
            chosenFrom = 0;
            chosenTo = r.length;
        }
        if (t.breaks == 0) {
            if (anew) {
                cell[BREAKS] = 0;
                for (int row = p * width; row > 0; row -= width) {
                    cell[row + BREAKS] = 0;
                }
            }
            return true;
        }
        int k = chosen;
        for (int q = p; q >= 0; q--) {
            int row = q * width;
            if (q < p) {
                while ((cell[row + VIA] >>> k & 1) != 0) {
                    k--;
                }
            }
            if (cell[row + BREAKS] != k) {
                cell[row + BREAKS] = k;
                chosenTo = Math.max(chosenTo, q);
                chosenFrom = Math.min(chosenFrom, q - 1);
            }
        }
        return true;
    }

    /** Latest second to which work that begins at {@code begun} may be put off without changing window or lateness. */
    private int deferrable(int kind, int node, int begun) {
        if (begun > flat.softEnd[node]) {
            return begun;
        }
        int by = Math.min(flat.late[kind][node], flat.softEnd[node]);
        int[] pairs = flat.severalWindows(kind, node);
        if (pairs != null) {
            for (int i = 0; i < pairs.length; i += 2) {
                if (begun <= pairs[i + 1]) {
                    return Math.min(by, pairs[i + 1]);
                }
            }
        }
        return by;
    }

    private int notBefore(int kind, int node, int begun) {
        int[] pairs = flat.severalWindows(kind, node);
        if (pairs != null) {
            for (int i = 0; i < pairs.length; i += 2) {
                if (begun <= pairs[i + 1]) {
                    return pairs[i];
                }
            }
        }
        return flat.early[kind][node];
    }

    /** What is late, and until when each position may be reached for nothing to be later still. */
    private void lateness(RouteState r) {
        RichTimes t = r.rich;
        int[] cell = t.cell;
        int[] pauses = flat.breaks[r.vehicle];
        long units = 0;
        int row = (r.length + 1) * t.width;
        int by = NEVER;
        cell[row + PUNCTUAL] = by;
        for (int p = r.length; p >= 1; p--) {
            int after = cell[row + BREAKS];
            row -= t.width;
            int node = r.node[p];
            int k = cell[row + BREAKS];
            by -= r.arcSeconds[p + 1] + cell[row + STAY];
            for (int j = k; j < after; j++) {
                by -= pauses[3 * j + 2];
            }
            if (node < flat.stops) {
                int soft = flat.softEnd[node];
                by = Math.min(by, soft);
                int late = cell[row + LEVELS + LEVEL * k + WORK] - soft;
                if (late > 0) {
                    units += late * flat.lateUnits[node];
                }
            }
            cell[row + PUNCTUAL] = by;
        }
        t.lateUnits = units;
    }

    /** What it costs at least that a position is reached at {@code arrival}, in lateness from there on. */
    long latenessAdded(RouteState r, int position, int arrival) {
        if (position > r.length) {
            return 0;
        }
        RichTimes t = r.rich;
        int row = position * t.width;
        int node = r.node[position];
        int begin = node < flat.stops ? Math.max(arrival, flat.early[flat.kindOf[r.vehicle]][node]) : arrival;
        int before = Math.max(t.cell[row + PUNCTUAL], t.cell[row + LEVELS + LEVEL * t.cell[row + BREAKS] + WORK]);
        return begin > before ? (begin - before) * flat.lateUnitsLeast : 0;
    }

    private void prefixes(RouteState r, int from) {
        RichTimes t = r.rich;
        int[] cell = t.cell;
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int[] pauses = flat.breaks[v];
        if (from == 1) {
            cell[ELAPSED] = 0;
            cell[EARLIEST] = -NEVER;
            cell[DEPART_BY] = NEVER;
        }
        int row = from * t.width;
        int on = cell[row - t.width + ELAPSED];
        int early = cell[row - t.width + EARLIEST];
        int by = cell[row - t.width + DEPART_BY];
        for (int p = from; p <= r.length; p++, row += t.width) {
            int node = r.node[p];
            int k = cell[row + BREAKS];
            on += r.arcSeconds[p];
            early = Math.max(-NEVER, early) + r.arcSeconds[p];
            int work = cell[row + STAY];
            if (node >= flat.stops) {
                on += work;
                early = Math.max(early + work, flat.hasRelease ? cell[row + RELEASE] : -NEVER);
            } else {
                int begun = cell[row + LEVELS + LEVEL * k + WORK];
                by = Math.min(by, deferrable(kind, node, begun) - on);
                on += work;
                int opens = notBefore(kind, node, begun);
                cell[row + OPENS] = opens;
                early = Math.max(early, opens) + work;
            }
            int after = cell[row + t.width + BREAKS];
            for (int j = k; j < after; j++) {
                by = Math.min(by, pauses[3 * j + 1] - on);
                on += pauses[3 * j + 2];
                early = Math.max(early, pauses[3 * j]) + pauses[3 * j + 2];
            }
            cell[row + ELAPSED] = on;
            cell[row + EARLIEST] = early;
            cell[row + DEPART_BY] = by;
        }
    }

    private void suffixes(RouteState r, int to) {
        RichTimes t = r.rich;
        int[] cell = t.cell;
        int[] pauses = flat.breaks[r.vehicle];
        if (to == r.length) {
            int last = (r.length + 1) * t.width;
            cell[last + AFTER] = 0;
            cell[last + EARLIEST_END] = -NEVER;
        }
        int row = to * t.width;
        int after = cell[row + t.width + AFTER];
        int end = cell[row + t.width + EARLIEST_END];
        for (int p = to; p >= 1; p--, row -= t.width) {
            after += r.arcSeconds[p + 1];
            for (int j = cell[row + t.width + BREAKS] - 1; j >= cell[row + BREAKS]; j--) {
                after += pauses[3 * j + 2];
                end = Math.max(end, pauses[3 * j] + after);
            }
            int node = r.node[p];
            if (node >= flat.stops) {
                if (flat.hasRelease) {
                    end = Math.max(end, cell[row + RELEASE] + after);
                }
                after += cell[row + STAY];
            } else {
                after += cell[row + STAY];
                end = Math.max(end, cell[row + OPENS] + after);
            }
            cell[row + AFTER] = after;
            cell[row + EARLIEST_END] = end;
        }
    }

    /** What a route costs that takes this long and ends then. */
    long timeUnits(int v, int seconds, int end) {
        long units = flat.hourUnits[v] * seconds;
        if (end > flat.shiftEnd[v]) {
            units += flat.overtimeUnits[v] * (end - flat.shiftEnd[v]);
        }
        if (flat.balancePrice > 0) {
            units += balanceUnits(flat.balancePrice, seconds);
        }
        return units;
    }

    /** The price of the square of the working hours: 18,000 units, 3,600 squared seconds. */
    static long balanceUnits(long balancePrice, long seconds) {
        return (long) ((double) balancePrice * seconds * seconds / 720);
    }
}
