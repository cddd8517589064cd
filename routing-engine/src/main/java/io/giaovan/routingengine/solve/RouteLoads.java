package io.giaovan.routingengine.solve;

import java.util.Arrays;

/**
 * Loads along a route, row-major [position][dimension]. The leg of a position is the way that arrives there. Has no
 * dimensions, and costs nothing, where a single sum per route says all.
 */
final class RouteLoads {
    final int dimensions;
    long[] leg = {};
    /** Most on board from the trip's first leg to this one. */
    long[] peakBefore = {};
    /** Most on board from this leg to the trip's last. */
    long[] peakAfter = {};

    RouteLoads(int dimensions) {
        this.dimensions = dimensions;
    }

    void ensure(int positions) {
        if (positions * dimensions > leg.length) {
            int capacity = (positions + positions / 2 + 8) * dimensions;
            leg = Arrays.copyOf(leg, capacity);
            peakBefore = Arrays.copyOf(peakBefore, capacity);
            peakAfter = Arrays.copyOf(peakAfter, capacity);
        }
    }

    void copyFrom(RouteLoads other, int positions) {
        int cells = positions * dimensions;
        System.arraycopy(other.leg, 0, leg, 0, cells);
        System.arraycopy(other.peakBefore, 0, peakBefore, 0, cells);
        System.arraycopy(other.peakAfter, 0, peakAfter, 0, cells);
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
        long capacity = flat.capacity[vehicle * dimensions + d];
        long carried = flat.carried[vehicle * dimensions + d];
        long collected = flat.onBoard[vehicle * dimensions + d];
        boolean within = true;
        int first = 1;
        while (first <= end) {
            int last = first;
            long toDeliver = 0;
            while (last < end && route.node[last] < flat.stops) {
                toDeliver += flat.deliver[route.node[last] * dimensions + d];
                last++;
            }
            long onBoard = carried + collected + toDeliver;
            long peak = Long.MIN_VALUE;
            for (int p = first; p <= last; p++) {
                leg[p * dimensions + d] = onBoard;
                peak = Math.max(peak, onBoard);
                peakBefore[p * dimensions + d] = peak;
                if (p < last) {
                    int cell = route.node[p] * dimensions + d;
                    onBoard += flat.collect[cell] - flat.deliver[cell] + flat.carry[cell];
                    carried += flat.carry[cell];
                }
            }
            within &= peak <= capacity;
            peak = Long.MIN_VALUE;
            for (int p = last; p >= first; p--) {
                peak = Math.max(peak, leg[p * dimensions + d]);
                peakAfter[p * dimensions + d] = peak;
            }
            collected = 0;
            first = last + 1;
        }
        return within;
    }

    /** Whether a stop fits on the leg that arrives at a position. */
    boolean admits(FlatProblem flat, int vehicle, int stop, int position) {
        for (int d = 0; d < dimensions; d++) {
            long capacity = flat.capacity[vehicle * dimensions + d];
            int cell = stop * dimensions + d;
            if (peakBefore[position * dimensions + d] + flat.deliver[cell] > capacity
                    || peakAfter[position * dimensions + d] + flat.collect[cell] > capacity) {
                return false;
            }
        }
        return true;
    }

    /** Whether a shipment's goods, and what its pickup collects, fit on the leg that arrives at a position. */
    boolean admitsCarry(FlatProblem flat, int vehicle, int pickup, int position) {
        for (int d = 0; d < dimensions; d++) {
            if (leg[position * dimensions + d] + flat.carry[pickup * dimensions + d]
                    > flat.capacity[vehicle * dimensions + d]) {
                return false;
            }
        }
        return true;
    }
}
