package io.giaovan.routingengine.solve;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The plan under change. Every route has a twin: the first change of a round copies the route and the twin keeps what it
 * was, so that a round is taken back by swapping. Routes of stops that are nowhere are -1.
 */
final class Routes {
    final FlatProblem flat;
    final RouteState[] active;
    final int[] routeOf;
    /** Version of each active route, kept together because insertion asks for it all the time. */
    final int[] versionOf;
    /** Cost of all used routes, in price units. */
    long units;

    /** Vehicles without a stop. */
    int emptyCount;

    /** What a used vehicle counts less than it costs while a plan may have more routes than pay off. */
    long bonus;

    final RichClock clock;
    private final RouteState[] twin;
    private final boolean[] isTouched;
    private final int[] touched;
    private int touchedCount;
    private int versions;
    private final BitSet[] emptyInGroup;
    private final int[] indexInGroup;

    Routes(FlatProblem flat) {
        this.flat = flat;
        clock = new RichClock(flat);
        active = new RouteState[flat.vehicles];
        twin = new RouteState[flat.vehicles];
        isTouched = new boolean[flat.vehicles];
        touched = new int[flat.vehicles];
        routeOf = new int[flat.stops];
        versionOf = new int[flat.vehicles];
        Arrays.fill(routeOf, -1);
        emptyInGroup = new BitSet[flat.groups.length];
        indexInGroup = new int[flat.vehicles];
        for (int g = 0; g < flat.groups.length; g++) {
            emptyInGroup[g] = new BitSet();
            for (int i = 0; i < flat.groups[g].length; i++) {
                indexInGroup[flat.groups[g][i]] = i;
            }
        }
        for (int v = 0; v < flat.vehicles; v++) {
            active[v] = new RouteState(flat, v);
            fill(active[v], flat.committed[v], flat.committed[v].length);
        }
    }

    /** Puts nodes on a route, whatever was there. */
    void fill(RouteState r, int[] nodes, int count) {
        r.set(flat, nodes, count);
        place(r, r.vehicle);
        refresh(r);
    }

    /** What all used routes count. */
    long felt() {
        return units - bonus * (flat.vehicles - emptyCount);
    }

    /** What all used routes cost for their distance. */
    long metreUnitsInUse() {
        long sum = 0;
        for (RouteState r : active) {
            sum += r.stopCount == 0 ? 0 : r.metres * flat.metreUnits[r.vehicle] + r.rich.timeUnits;
        }
        return sum;
    }

    /** An unused vehicle of a group, or -1. */
    int emptyOf(int group) {
        int index = emptyInGroup[group].nextSetBit(0);
        return index < 0 ? -1 : flat.groups[group][index];
    }

    /** Makes a route ready to be changed in this round. */
    RouteState touch(int v) {
        if (!isTouched[v]) {
            isTouched[v] = true;
            touched[touchedCount++] = v;
            RouteState copy = twin[v];
            if (copy == null) {
                copy = new RouteState(flat, v);
            }
            copy.copyFrom(active[v]);
            twin[v] = active[v];
            active[v] = copy;
        }
        return active[v];
    }

    /** Number of dirty routes after {@link #collectTouched}. */
    int dirtyCount;

    /** Adds this round's changed routes to a list of dirty ones. */
    void collectTouched(boolean[] isDirty, int[] dirty, int count) {
        dirtyCount = count;
        for (int i = 0; i < touchedCount; i++) {
            int v = touched[i];
            if (!isDirty[v]) {
                isDirty[v] = true;
                dirty[dirtyCount++] = v;
            }
        }
    }

    /** Puts this round's changed routes among those known. */
    void rememberTouched(RoutePool pool) {
        for (int i = 0; i < touchedCount; i++) {
            pool.add(active[touched[i]]);
        }
    }

    /** Keeps the round's changes. */
    void commit() {
        for (int i = 0; i < touchedCount; i++) {
            isTouched[touched[i]] = false;
        }
        touchedCount = 0;
    }

    /** Takes the round's changes back. */
    void rollback() {
        for (int i = 0; i < touchedCount; i++) {
            place(active[touched[i]], -1);
        }
        for (int i = 0; i < touchedCount; i++) {
            int v = touched[i];
            RouteState was = twin[v];
            units += was.units - active[v].units;
            twin[v] = active[v];
            active[v] = was;
            versionOf[v] = was.version;
            isTouched[v] = false;
            place(was, v);
            markEmpty(was);
        }
        touchedCount = 0;
    }

    /** Notes that the stops of a route are on the route of a vehicle, or on none at -1. */
    void place(RouteState r, int vehicle) {
        for (int p = 1; p <= r.length; p++) {
            if (r.node[p] < flat.stops) {
                routeOf[r.node[p]] = vehicle;
            }
        }
    }

    private void markEmpty(RouteState r) {
        BitSet empty = emptyInGroup[flat.groupOf[r.vehicle]];
        int index = indexInGroup[r.vehicle];
        boolean was = empty.get(index);
        boolean is = r.stopCount == 0;
        if (is != was) {
            empty.set(index, is);
            emptyCount += is ? 1 : -1;
        }
    }

    /** A vehicle's route as it is without a stop, which is no part of the plan. */
    RouteState unused(int v) {
        RouteState r = new RouteState(flat, v);
        r.set(flat, flat.committed[v], flat.committed[v].length);
        long before = units;
        int version = versionOf[v];
        refresh(r);
        units = before;
        versionOf[v] = version;
        markEmpty(active[v]);
        return r;
    }

    /** Works out everything about a route from its nodes. */
    void refresh(RouteState r) {
        int kind = flat.kindOf[r.vehicle];
        int[] metres = flat.metres[kind];
        int[] seconds = flat.seconds[kind];
        for (int p = 1; p <= r.length + 1; p++) {
            int arc = r.place[p - 1] * flat.places + r.place[p];
            r.arcMetres[p] = metres[arc];
            r.arcSeconds[p] = seconds[arc];
        }
        recount(r, 0, r.length);
    }

    /**
     * Works out everything about a route from its nodes and arcs. Times are known to be right before the position
     * {@code from} and after {@code to}; where stops were only taken out, {@code to} may be the one before {@code from}.
     */
    void recount(RouteState r, int from, int to) {
        int sum = 0;
        int reloads = 0;
        for (int p = 1; p <= r.length; p++) {
            sum += r.arcMetres[p];
            if (r.node[p] >= flat.stops) {
                reloads++;
            }
        }
        r.metres = sum + r.arcMetres[r.length + 1];
        r.reloadCount = reloads;
        r.stopCount = r.length - reloads;
        if (flat.moveUnits > 0) {
            r.moveUnits = 0;
            for (int p = 1; p <= r.length; p++) {
                if (r.node[p] < flat.stops) {
                    r.moveUnits += flat.moveUnits(r.node[p], r.vehicle);
                }
            }
        }
        workOut(r, from, to);
    }

    /** Works out load, times and cost after the positions {@code from} to {@code to} were put in. */
    private void workOut(RouteState r, int from, int to) {
        long before = r.units;
        int v = r.vehicle;
        boolean lawful = flat.richLoad ? r.loads.refresh(flat, r) : plainLoad(r);
        lawful &=
                !flat.timeBinds || (flat.richTime ? clock.refresh(r, from, to) : plainTimes(r, Math.max(1, from), to));
        lawful &=
                r.stopCount <= flat.stopsMax[v] && r.metres <= flat.metresMax[v] && r.reloadCount <= flat.reloadsMax[v];
        r.lawful = lawful || r.stopCount == 0;
        if (r.stopCount == 0) {
            r.units = 0;
            setVersion(r, -1 - v);
        } else {
            r.units = flat.fixedUnits[v] + r.metres * flat.metreUnits[v] + r.moveUnits;
            if (flat.richTime) {
                r.units += r.rich.timeUnits + r.rich.lateUnits;
            }
            setVersion(r, nextVersion());
        }
        units += r.units - before;
        markEmpty(r);
    }

    /** Says which content an active route has. */
    void setVersion(RouteState r, int version) {
        r.version = version;
        versionOf[r.vehicle] = version;
    }

    private int nextVersion() {
        versions = versions == Integer.MAX_VALUE ? 1 : versions + 1;
        return versions;
    }

    private boolean plainLoad(RouteState r) {
        r.load = 0;
        if (flat.dimensions == 0) {
            return true;
        }
        for (int p = 1; p <= r.length; p++) {
            r.load += flat.deliver[r.node[p]];
        }
        return r.load <= flat.capacity[r.vehicle];
    }

    /** Earliest and latest times where each stop has one window; positions outside {@code from} to {@code to} are right. */
    private boolean plainTimes(RouteState r, int from, int to) {
        int v = r.vehicle;
        int kind = flat.kindOf[v];
        int[] early = flat.early[kind];
        int[] late = flat.late[kind];
        int[] service = flat.service[kind];
        boolean lawful = true;
        r.ready[0] = flat.departFrom[v];
        for (int p = from; p <= r.length; p++) {
            int node = r.node[p];
            int begin = Math.max(r.ready[p - 1] + r.arcSeconds[p], early[node]);
            lawful &= begin <= late[node];
            int ready = begin + service[node];
            if (p > to && ready == r.ready[p]) {
                break;
            }
            r.ready[p] = ready;
        }
        int end = r.length + 1;
        lawful &= r.ready[r.length] + r.arcSeconds[end] <= flat.lastSecond[v];
        r.latest[end] = flat.lastSecond[v];
        for (int p = to; p >= 1; p--) {
            int node = r.node[p];
            int latest = Math.min(late[node], r.latest[p + 1] - r.arcSeconds[p + 1] - service[node]);
            if (p < from && latest == r.latest[p]) {
                break;
            }
            r.latest[p] = latest;
        }
        return lawful;
    }

    /** Inserts a stop into a touched route. Where only plain rules hold, the caller has made sure that it is lawful. */
    void insert(RouteState r, int position, int stop) {
        put(r, position, stop);
        if (flat.richTime || flat.richLoad || r.length == 1) {
            workOut(r, position, position);
            return;
        }
        int v = r.vehicle;
        long before = r.units;
        if (flat.dimensions > 0) {
            r.load += flat.deliver[stop];
        }
        if (flat.timeBinds) {
            plainTimes(r, position, position);
        }
        r.units = flat.fixedUnits[v] + r.metres * flat.metreUnits[v] + r.moveUnits;
        units += r.units - before;
        setVersion(r, nextVersion());
    }

    /** Inserts two nodes into a touched route, the second counted after the first is in, lawful or not. */
    void insertBoth(RouteState r, int first, int node, int second, int secondNode) {
        put(r, first, node);
        put(r, second, secondNode);
        workOut(r, Math.min(first, second), Math.max(first + (second <= first ? 1 : 0), second));
    }

    /**
     * Inserts a stop with what comes with it, lawful or not: its partner, counted before the stop is in, or a visit to
     * reload on one side of it.
     */
    void insert(RouteState r, int position, int stop, int deliveryPosition, int option) {
        int other = flat.partner[stop];
        if (other >= 0) {
            insertBoth(r, position, stop, deliveryPosition + 1, other);
        } else if (option == LoneScan.PLAIN) {
            insert(r, position, stop);
        } else {
            int reloadAt = option == LoneScan.RELOAD_BEFORE ? position : position + 1;
            insertBoth(r, position, stop, reloadAt, flat.reloadNode(r.vehicle));
        }
    }

    private void put(RouteState r, int position, int node) {
        int v = r.vehicle;
        r.open(position, node, flat.place[node]);
        int kind = flat.kindOf[v];
        int in = r.place[position - 1] * flat.places + r.place[position];
        int out = r.place[position] * flat.places + r.place[position + 1];
        int[] metres = flat.metres[kind];
        int[] seconds = flat.seconds[kind];
        r.metres += metres[in] + metres[out] - r.arcMetres[position + 1];
        r.arcMetres[position] = metres[in];
        r.arcMetres[position + 1] = metres[out];
        r.arcSeconds[position] = seconds[in];
        r.arcSeconds[position + 1] = seconds[out];
        if (node < flat.stops) {
            routeOf[node] = v;
            r.stopCount++;
            r.moveUnits += flat.moveUnits(node, v);
        } else {
            r.reloadCount++;
        }
    }
}
