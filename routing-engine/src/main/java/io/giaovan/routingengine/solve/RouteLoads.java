package io.giaovan.routingengine.solve;

import java.util.Arrays;

/**
 * Loads along a route, row-major [position][dimension]. The leg of a position is the way that arrives there. Has no
 * dimensions, and costs nothing, where a single sum per route says all.
 */
final class RouteLoads {
    // columns of a dimension
    /** On board on the leg. */
    private static final int LEG = 0;
    /** Most on board from the trip's first leg to this one. */
    private static final int PEAK_BEFORE = 1;
    /** Most on board from this leg to the trip's last. */
    private static final int PEAK_AFTER = 2;
    /** Collected on this trip before the leg; it leaves the vehicle at the next reload. */
    private static final int GATHERED = 3;
    /** Still to be delivered on this trip after the leg. */
    private static final int AHEAD = 4;

    private static final int COLUMNS = 5;

    private final int dimensions;
    private final int width;
    private long[] cell = {};

    RouteLoads(int dimensions) {
        this.dimensions = dimensions;
        width = COLUMNS * dimensions;
    }

    void ensure(int positions) {
        if (positions * width > cell.length) {
            cell = Arrays.copyOf(cell, (positions + positions / 2 + 8) * width);
        }
    }

    void copyFrom(RouteLoads other, int positions) {
        System.arraycopy(other.cell, 0, cell, 0, positions * width);
    }

    /** Works out all legs anew; false when a capacity is exceeded. */
    boolean refresh(FlatProblem flat, RouteState route) {
        boolean within = true;
        for (int d = 0; d < dimensions; d++) {
            within &= refresh(flat, route, d);
        }
        return within;
    }

    private boolean refresh(FlatProblem flat, RouteState route, int d) {
        int vehicle = route.vehicle;
        int end = route.length + 1;
        int all = dimensions;
        int[] node = route.node;
        long[] deliver = flat.deliver;
        long[] collect = flat.collect;
        long[] carry = flat.carry;
        long capacity = flat.capacity[vehicle * all + d];
        long carried = flat.carried[vehicle * all + d];
        long gathered = flat.onBoard[vehicle * all + d];
        boolean within = true;
        int first = 1;
        while (first <= end) {
            int last = first;
            long ahead = 0;
            while (last < end && node[last] < flat.stops) {
                ahead += deliver[node[last] * all + d];
                last++;
            }
            long peak = Long.MIN_VALUE;
            int row = first * width + d * COLUMNS;
            for (int p = first; p <= last; p++, row += width) {
                long onBoard = carried + gathered + ahead;
                peak = Math.max(peak, onBoard);
                cell[row + LEG] = onBoard;
                cell[row + PEAK_BEFORE] = peak;
                cell[row + GATHERED] = gathered;
                cell[row + AHEAD] = ahead;
                if (p < last) {
                    int goods = node[p] * all + d;
                    gathered += collect[goods];
                    ahead -= deliver[goods];
                    carried += carry[goods];
                }
            }
            within &= peak <= capacity;
            peak = Long.MIN_VALUE;
            for (int p = last; p >= first; p--) {
                row -= width;
                peak = Math.max(peak, cell[row + LEG]);
                cell[row + PEAK_AFTER] = peak;
            }
            gathered = 0;
            first = last + 1;
        }
        return within;
    }

    /** Whether a stop fits on the leg that arrives at a position. */
    boolean admits(FlatProblem flat, int vehicle, int stop, int position) {
        int row = position * width;
        for (int d = 0; d < dimensions; d++, row += COLUMNS) {
            long capacity = flat.capacity[vehicle * dimensions + d];
            int goods = stop * dimensions + d;
            if (cell[row + PEAK_BEFORE] + flat.deliver[goods] > capacity
                    || cell[row + PEAK_AFTER] + flat.collect[goods] > capacity) {
                return false;
            }
        }
        return true;
    }

    /** Whether a shipment's goods, and what its pickup collects, fit on the leg that arrives at a position. */
    boolean admitsCarry(FlatProblem flat, int vehicle, int pickup, int position) {
        int row = position * width;
        for (int d = 0; d < dimensions; d++, row += COLUMNS) {
            if (cell[row + LEG] + flat.carry[pickup * dimensions + d] > flat.capacity[vehicle * dimensions + d]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a stop fits at the start of a new trip that begins with a reload before the position. */
    boolean admitsFirst(FlatProblem flat, int vehicle, int stop, int position) {
        int row = position * width;
        for (int d = 0; d < dimensions; d++, row += COLUMNS) {
            long capacity = flat.capacity[vehicle * dimensions + d];
            int goods = stop * dimensions + d;
            long left = cell[row + GATHERED];
            if (cell[row + LEG] - left + flat.deliver[goods] > capacity
                    || cell[row + PEAK_AFTER] - left + flat.collect[goods] > capacity) {
                return false;
            }
        }
        return true;
    }

    /** Whether a stop fits at the end of a trip that is cut before the position, a reload coming right after it. */
    boolean admitsLast(FlatProblem flat, int vehicle, int stop, int position) {
        int row = position * width;
        for (int d = 0; d < dimensions; d++, row += COLUMNS) {
            long capacity = flat.capacity[vehicle * dimensions + d];
            int goods = stop * dimensions + d;
            long later = cell[row + AHEAD];
            if (cell[row + PEAK_BEFORE] - later + flat.deliver[goods] > capacity
                    || cell[row + LEG] - later + flat.collect[goods] > capacity) {
                return false;
            }
        }
        return true;
    }

    /** Whether the trips before and after a reload fit into one. */
    boolean spares(FlatProblem flat, int vehicle, int reload) {
        int row = reload * width;
        int next = row + width;
        for (int d = 0; d < dimensions; d++, row += COLUMNS, next += COLUMNS) {
            long capacity = flat.capacity[vehicle * dimensions + d];
            if (cell[row + PEAK_BEFORE] + cell[next + AHEAD] > capacity
                    || cell[next + PEAK_AFTER] + cell[row + GATHERED] > capacity) {
                return false;
            }
        }
        return true;
    }
}
