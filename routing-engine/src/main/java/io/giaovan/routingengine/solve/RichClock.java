package io.giaovan.routingengine.solve;

import static io.giaovan.routingengine.solve.FlatProblem.NEVER;

/**
 * Works out the schedule of a route under every rule about time. The schedule is the one that ends first; then departure
 * is put off as long as it neither ends later nor makes anything later than its window.
 */
final class RichClock {
    private final FlatProblem flat;

    RichClock(FlatProblem flat) {
        this.flat = flat;
    }

    /** Fills the route's times; false when the route cannot be driven lawfully. */
    boolean refresh(RouteState r) {
        boolean released = forward(r);
        backward(r);
        if (!chooseEnd(r)) {
            r.rich.seconds = 0;
            r.rich.lateUnits = 0;
            r.rich.timeUnits = 0;
            return false;
        }
        alongSchedule(r);
        price(r);
        return released && r.rich.seconds <= flat.secondsMax[r.vehicle];
    }

    private int setup(RouteState r, int p, int kind) {
        return r.place[p] == r.place[p - 1] ? 0 : flat.setup[kind][r.node[p]];
    }

    /** Time spent at a stop at a position. */
    private int work(RouteState r, int p) {
        int kind = flat.kindOf[r.vehicle];
        return flat.service[kind][r.node[p]] + (flat.hasSetup ? setup(r, p, kind) : 0);
    }

    /** First second from {@code at} on at which work may begin, or NEVER. */
    int begin(int kind, int node, int at) {
        int[][][] windows = flat.windows;
        if (windows == null) {
            return at <= flat.late[kind][node] ? Math.max(at, flat.early[kind][node]) : NEVER;
        }
        int[] pairs = windows[kind][node];
        for (int i = 0; i < pairs.length; i += 2) {
            if (at <= pairs[i + 1]) {
                return Math.max(at, pairs[i]);
            }
        }
        return NEVER;
    }

    /** Last second up to {@code at} at which work may begin, or -1. */
    private int beginBy(int kind, int node, int at) {
        int[][][] windows = flat.windows;
        if (windows == null) {
            return at >= flat.early[kind][node] ? Math.min(at, flat.late[kind][node]) : -1;
        }
        int[] pairs = windows[kind][node];
        for (int i = pairs.length - 2; i >= 0; i -= 2) {
            if (at >= pairs[i]) {
                return Math.min(at, pairs[i + 1]);
            }
        }
        return -1;
    }

    /** When the trip that begins after a position may leave. */
    private int release(RouteState r, int position) {
        int latestRelease = 0;
        for (int p = position + 1; p <= r.length && r.node[p] < flat.stops; p++) {
            latestRelease = Math.max(latestRelease, flat.release[r.node[p]]);
        }
        return latestRelease;
    }

    private boolean forward(RouteState r) {
        RichTimes t = r.rich;
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int k1 = t.breaks;
        int[] pauses = flat.breaks[v];
        boolean released = true;
        for (int k = 0; k <= k1; k++) {
            t.readyBy[k][0] = k == 0 ? flat.departFrom[v] : NEVER;
            t.viaBreak[k][0] = false;
        }
        pauses(t, pauses, 0);
        if (flat.hasRelease) {
            int ready = release(r, 0);
            if (flat.departed[v] >= 0) {
                released = ready <= flat.tripDeparted[v];
            } else {
                for (int k = 0; k <= k1; k++) {
                    t.readyBy[k][0] = Math.max(t.readyBy[k][0], ready);
                }
            }
        }
        for (int p = 1; p <= r.length; p++) {
            int node = r.node[p];
            boolean reload = node >= flat.stops;
            int work = reload ? flat.reloadSeconds[v] : work(r, p);
            int ready = reload && flat.hasRelease ? release(r, p) : 0;
            for (int k = 0; k <= k1; k++) {
                int arrival = t.readyBy[k][p - 1] + r.arcSeconds[p];
                int begin = arrival >= NEVER ? NEVER : reload ? arrival : begin(kind, node, arrival);
                t.workBy[k][p] = begin;
                t.readyBy[k][p] = begin >= NEVER ? NEVER : Math.max(begin + work, ready);
                t.viaBreak[k][p] = false;
            }
            pauses(t, pauses, p);
        }
        System.arraycopy(t.readyBy[0], 0, r.ready, 0, r.length + 1);
        return released;
    }

    /** Lets a break follow a position where that is quicker than having had it before. */
    private static void pauses(RichTimes t, int[] pauses, int p) {
        for (int k = 0; k < t.breaks; k++) {
            int ready = t.readyBy[k][p];
            int begin = Math.max(ready, pauses[3 * k]);
            if (ready < NEVER && begin <= pauses[3 * k + 1] && begin + pauses[3 * k + 2] < t.readyBy[k + 1][p]) {
                t.readyBy[k + 1][p] = begin + pauses[3 * k + 2];
                t.viaBreak[k + 1][p] = true;
            }
        }
    }

    private void backward(RouteState r) {
        RichTimes t = r.rich;
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int k1 = t.breaks;
        int[] pauses = flat.breaks[v];
        int end = r.length + 1;
        int by = flat.lastSecond[v];
        for (int k = k1; k >= 0; k--) {
            if (k < k1) {
                by = Math.min(by, pauses[3 * k + 1]);
            }
            t.latestBy[k][end] = by;
        }
        r.latest[end] = flat.lastSecond[v];
        for (int p = r.length; p >= 1; p--) {
            int node = r.node[p];
            boolean reload = node >= flat.stops;
            int work = reload ? flat.reloadSeconds[v] : work(r, p);
            int ready = reload && flat.hasRelease ? release(r, p) : 0;
            int best = -1;
            int leaveAfterBreak = -1;
            for (int k = k1; k >= 0; k--) {
                int next = t.latestBy[k][p + 1];
                int leave = next < 0 ? -1 : next - r.arcSeconds[p + 1];
                if (k < k1 && leaveAfterBreak >= 0) {
                    int pause = Math.min(pauses[3 * k + 1], leaveAfterBreak - pauses[3 * k + 2]);
                    if (pause >= pauses[3 * k]) {
                        leave = Math.max(leave, pause);
                    }
                }
                leaveAfterBreak = leave;
                int latest = leave < ready || leave < work ? -1 : leave - work;
                t.latestBy[k][p] = latest < 0 || reload ? latest : beginBy(kind, node, latest);
                best = Math.max(best, t.latestBy[k][p]);
            }
            r.latest[p] = best;
        }
    }

    private boolean chooseEnd(RouteState r) {
        RichTimes t = r.rich;
        int p = r.length + 1;
        t.end = NEVER;
        for (int k = 0; k <= t.breaks; k++) {
            int ready = t.readyBy[k][p - 1];
            if (ready < NEVER) {
                int end = ready + r.arcSeconds[p];
                if (end <= t.latestBy[k][p] && end < t.end) {
                    t.end = end;
                    t.breaksAtEnd = k;
                }
            }
        }
        if (t.end >= NEVER) {
            return false;
        }
        int k = t.breaksAtEnd;
        t.breaksAt[p] = k;
        for (int q = r.length; q >= 0; q--) {
            while (t.viaBreak[k][q]) {
                k--;
            }
            t.breaksAt[q] = k;
        }
        return true;
    }

    /** Latest second to which work that begins at {@code begun} may be put off without changing window or lateness. */
    private int deferrable(int kind, int node, int begun) {
        if (begun > flat.softEnd[node]) {
            return begun;
        }
        int by = Math.min(flat.late[kind][node], flat.softEnd[node]);
        int[][][] windows = flat.windows;
        if (windows != null) {
            int[] pairs = windows[kind][node];
            for (int i = 0; i < pairs.length; i += 2) {
                if (begun <= pairs[i + 1]) {
                    return Math.min(by, pairs[i + 1]);
                }
            }
        }
        return by;
    }

    private int notBefore(int kind, int node, int begun) {
        int[][][] windows = flat.windows;
        if (windows != null) {
            int[] pairs = windows[kind][node];
            for (int i = 0; i < pairs.length; i += 2) {
                if (begun <= pairs[i + 1]) {
                    return pairs[i];
                }
            }
        }
        return flat.early[kind][node];
    }

    private void alongSchedule(RouteState r) {
        RichTimes t = r.rich;
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int[] pauses = flat.breaks[v];
        t.lateUnits = 0;
        t.elapsed[0] = 0;
        t.earliest[0] = -NEVER;
        t.departBy[0] = NEVER;
        for (int p = 1; p <= r.length; p++) {
            int node = r.node[p];
            int k = t.breaksAt[p];
            int on = t.elapsed[p - 1] + r.arcSeconds[p];
            int early = Math.max(-NEVER, t.earliest[p - 1]) + r.arcSeconds[p];
            int by = t.departBy[p - 1];
            if (node >= flat.stops) {
                on += flat.reloadSeconds[v];
                early = Math.max(early + flat.reloadSeconds[v], flat.hasRelease ? release(r, p) : -NEVER);
            } else {
                int begun = t.workBy[k][p];
                by = Math.min(by, deferrable(kind, node, begun) - on);
                int work = work(r, p);
                on += work;
                early = Math.max(early, notBefore(kind, node, begun)) + work;
                if (begun > flat.softEnd[node]) {
                    t.lateUnits += (begun - flat.softEnd[node]) * flat.lateUnits[node];
                }
            }
            int after = t.breaksAt[p + 1];
            for (int j = k; j < after; j++) {
                by = Math.min(by, pauses[3 * j + 1] - on);
                on += pauses[3 * j + 2];
                early = Math.max(early, pauses[3 * j]) + pauses[3 * j + 2];
            }
            t.elapsed[p] = on;
            t.earliest[p] = early;
            t.departBy[p] = by;
        }
        suffixes(r);
        int last = r.length + 1;
        int elapsed = t.elapsed[r.length] + r.arcSeconds[last];
        int first = t.readyBy[t.breaksAt[1]][0];
        t.start = flat.departed[v] >= 0 ? first : Math.min(t.departBy[r.length], t.end - elapsed);
        t.seconds = t.end - (flat.departed[v] >= 0 ? flat.departed[v] : t.start);
    }

    private void suffixes(RouteState r) {
        RichTimes t = r.rich;
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int[] pauses = flat.breaks[v];
        int last = r.length + 1;
        t.elapsedAfter[last] = 0;
        t.earliestEnd[last] = -NEVER;
        for (int p = r.length; p >= 1; p--) {
            int after = r.arcSeconds[p + 1] + t.elapsedAfter[p + 1];
            int end = t.earliestEnd[p + 1];
            for (int j = t.breaksAt[p + 1] - 1; j >= t.breaksAt[p]; j--) {
                after += pauses[3 * j + 2];
                end = Math.max(end, pauses[3 * j] + after);
            }
            int node = r.node[p];
            if (node >= flat.stops) {
                if (flat.hasRelease) {
                    end = Math.max(end, release(r, p) + after);
                }
                after += flat.reloadSeconds[v];
            } else {
                after += work(r, p);
                end = Math.max(end, notBefore(kind, node, t.workBy[t.breaksAt[p]][p]) + after);
            }
            t.elapsedAfter[p] = after;
            t.earliestEnd[p] = end;
        }
    }

    private void price(RouteState r) {
        r.rich.timeUnits = timeUnits(r.vehicle, r.rich.seconds, r.rich.end);
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
