package io.giaovan.routingengine.solve;

import java.util.Arrays;

/**
 * One vehicle's route with what is needed to judge an insertion in constant time. Position 0 is the start, 1 to
 * {@code length} are stops and reloads, {@code length + 1} is the end. Arrays are longer than the route.
 */
final class RouteState {
    final int vehicle;
    int length;
    /** Stops on the route, reloads not counted. */
    int stopCount;

    int reloadCount;
    /** Changes with every change of content; equal versions mean equal content. */
    int version;

    boolean lawful = true;
    int metres;
    long units;
    /** What it costs that stops are not where the warm start has them. */
    long moveUnits;
    /** Load of the only dimension, where nothing but deliveries exist. */
    long load;

    int[] node;
    int[] place;
    /** Metres and seconds from the position before. */
    int[] arcMetres;

    int[] arcSeconds;
    /** Earliest time at which the position can be left; where each stop has one window and nothing else is asked. */
    int[] ready;
    /** Latest time of arrival at the position that leaves the rest lawful; likewise. */
    int[] latest;

    final RichTimes rich;
    final RouteLoads loads;

    RouteState(FlatProblem flat, int vehicle) {
        this(flat, vehicle, flat.richTime);
    }

    RouteState(FlatProblem flat, int vehicle, boolean richTime) {
        this.vehicle = vehicle;
        int capacity = 14;
        node = new int[capacity];
        place = new int[capacity];
        arcMetres = new int[capacity];
        arcSeconds = new int[capacity];
        ready = new int[capacity];
        latest = new int[capacity];
        rich = new RichTimes(richTime ? flat.breaks[vehicle].length / 3 : -1);
        loads = new RouteLoads(flat.richLoad ? flat.dimensions : 0);
    }

    /** Takes these nodes between its start and its end; what follows from them is left to the caller. */
    void set(FlatProblem flat, int[] nodes, int count) {
        ensure(count + 2);
        length = count;
        node[0] = flat.startNode(vehicle);
        System.arraycopy(nodes, 0, node, 1, count);
        node[count + 1] = flat.endNode(vehicle);
        for (int p = 0; p <= count + 1; p++) {
            place[p] = flat.place[node[p]];
        }
    }

    void ensure(int positions) {
        if (positions > node.length) {
            int capacity = positions + positions / 2 + 8;
            node = Arrays.copyOf(node, capacity);
            place = Arrays.copyOf(place, capacity);
            arcMetres = Arrays.copyOf(arcMetres, capacity);
            arcSeconds = Arrays.copyOf(arcSeconds, capacity);
            ready = Arrays.copyOf(ready, capacity);
            latest = Arrays.copyOf(latest, capacity);
        }
        rich.ensure(positions);
        loads.ensure(positions);
    }

    void copyFrom(RouteState other) {
        int positions = other.length + 2;
        ensure(positions);
        length = other.length;
        stopCount = other.stopCount;
        reloadCount = other.reloadCount;
        version = other.version;
        lawful = other.lawful;
        metres = other.metres;
        units = other.units;
        moveUnits = other.moveUnits;
        load = other.load;
        System.arraycopy(other.node, 0, node, 0, positions);
        System.arraycopy(other.place, 0, place, 0, positions);
        System.arraycopy(other.arcMetres, 0, arcMetres, 0, positions);
        System.arraycopy(other.arcSeconds, 0, arcSeconds, 0, positions);
        if (rich.breaks < 0) {
            System.arraycopy(other.ready, 0, ready, 0, positions);
            System.arraycopy(other.latest, 0, latest, 0, positions);
        }
        rich.copyFrom(other.rich, positions);
        loads.copyFrom(other.loads, positions);
    }

    /** Moves what is known of a position to an earlier one; loads are left to the caller. */
    void move(int position, int to) {
        node[to] = node[position];
        place[to] = place[position];
        arcMetres[to] = arcMetres[position];
        arcSeconds[to] = arcSeconds[position];
        if (rich.breaks < 0) {
            ready[to] = ready[position];
            latest[to] = latest[position];
        } else {
            rich.move(position, to);
        }
    }

    /** Makes room at a position and puts a node there; the arcs around it are left to the caller. */
    void open(int position, int newNode, int newPlace) {
        int positions = length + 2;
        ensure(positions + 1);
        int tail = positions - position;
        System.arraycopy(node, position, node, position + 1, tail);
        System.arraycopy(place, position, place, position + 1, tail);
        System.arraycopy(arcMetres, position, arcMetres, position + 1, tail);
        System.arraycopy(arcSeconds, position, arcSeconds, position + 1, tail);
        if (rich.breaks < 0) {
            System.arraycopy(ready, position, ready, position + 1, tail);
            System.arraycopy(latest, position, latest, position + 1, tail);
        } else {
            rich.open(position, positions);
        }
        node[position] = newNode;
        place[position] = newPlace;
        length++;
    }

    /** Takes out the positions from {@code from} to before {@code to}. */
    void close(int from, int to) {
        int tail = length + 2 - to;
        System.arraycopy(node, to, node, from, tail);
        System.arraycopy(place, to, place, from, tail);
        length -= to - from;
    }

    /** First position from {@code first} on before which work can be done that is over at the given time. */
    int firstReached(int first, int last, int doneAt) {
        boolean plain = rich.breaks < 0;
        int[] cell = plain ? latest : rich.cell;
        int width = plain ? 1 : rich.width;
        int column = plain ? 0 : RichTimes.LEVELS + RichTimes.LEVEL * rich.breaks + RichTimes.LATEST;
        if (first > last || cell[first * width + column] >= doneAt) {
            return first;
        }
        int low = first + 1;
        int high = last + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cell[middle * width + column] < doneAt) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Last position up to {@code last} that comes after one left by the given time; before {@code first} if none. */
    int lastLeft(int first, int last, int by) {
        boolean plain = rich.breaks < 0;
        int[] cell = plain ? ready : rich.cell;
        int width = plain ? 1 : rich.width;
        int column = (plain ? 0 : RichTimes.LEVELS + RichTimes.READY) - width;
        if (cell[last * width + column] <= by) {
            return last;
        }
        int low = first - 1;
        int high = last;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (cell[middle * width + column] > by) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** Earliest time at which a position can be left after a number of breaks. */
    int ready(int position, int breaks) {
        return rich.breaks < 0
                ? ready[position]
                : rich.cell[position * rich.width + RichTimes.LEVELS + RichTimes.LEVEL * breaks + RichTimes.READY];
    }

    /** Latest time of arrival at a position after a number of breaks. */
    int latest(int position, int breaks) {
        return rich.breaks < 0
                ? latest[position]
                : rich.cell[position * rich.width + RichTimes.LEVELS + RichTimes.LEVEL * breaks + RichTimes.LATEST];
    }

    int indexOf(int wanted) {
        for (int p = 1; p <= length; p++) {
            if (node[p] == wanted) {
                return p;
            }
        }
        return -1;
    }
}
