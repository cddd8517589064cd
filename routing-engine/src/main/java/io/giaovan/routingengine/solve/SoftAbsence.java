package io.giaovan.routingengine.solve;

/**
 * What it counts, for a part of each fall of the temperature in a long search, that a required stop is on no route: less
 * than a route of its own would cost, and rising. Where vehicles are nearly full, stops can so wait outside until others
 * have made room, and fewer routes come out of it. No plan with such a stop is ever the best one. Measured: without time
 * windows nothing is gained.
 */
final class SoftAbsence {
    /** Shares of the fall between which it is soft; before, it shows how full vehicles become. */
    private static final double FROM = 0.1;

    private static final double TO = 0.4;
    /** At the beginning, in shares of what a route of its own costs; at the end of the soft part it is the whole. */
    private static final double CHEAPEST = 0.2;
    /** A route of its own counts as many arcs of mean length at least. */
    private static final double ARCS_MIN = 5;
    /** Share of the used vehicles' capacity that is in use from which on it is worth it. */
    private static final double TIGHT = 0.85;

    private final FlatProblem flat;
    /** Cost of a route of its own; nothing while absence counts in full. */
    private long[] alone = {};

    private double scale = 1;
    private boolean isWanted;

    SoftAbsence(FlatProblem flat) {
        this.flat = flat;
    }

    /** Wants softer prices in this fall; whether they come is seen when it is under way. */
    void want() {
        isWanted = flat.timeBinds && !flat.hasPairs && !flat.hasReloads && flat.vehicles > 1 && flat.dimensions > 0;
    }

    /** Sets prices for the share of the fall that is over; true when they changed. */
    boolean at(double share, Routes routes) {
        if (isWanted && share >= FROM) {
            isWanted = false;
            if (isTight(routes)) {
                begin(routes);
            }
        }
        if (alone.length == 0) {
            return false;
        }
        if (share >= TO) {
            alone = new long[0];
        } else {
            scale = Math.pow(CHEAPEST, (TO - share) / (TO - FROM));
        }
        return true;
    }

    private void begin(Routes routes) {
        for (int node = 0; node < flat.stops; node++) {
            if (routes.routeOf[node] < 0) {
                return;
            }
        }
        alone = new long[flat.stops];
        double arc = (double) routes.metreUnitsInUse() / (flat.stops + flat.vehicles - routes.emptyCount);
        for (int node = 0; node < flat.stops; node++) {
            int v = routes.routeOf[node];
            int[] metres = flat.metres[flat.kindOf[v]];
            int there = flat.place[flat.startNode(v)] * flat.places + flat.place[node];
            int back = flat.place[node] * flat.places + flat.place[flat.endNode(v)];
            long way = ((long) metres[there] + metres[back]) * flat.metreUnits[v];
            alone[node] = Math.max(way, (long) (ARCS_MIN * arc)) + flat.fixedUnits[v];
        }
    }

    private boolean isTight(Routes routes) {
        for (int d = 0; d < flat.dimensions; d++) {
            double load = 0;
            double room = 0;
            for (RouteState route : routes.active) {
                room += route.stopCount == 0 ? 0 : flat.capacity[route.vehicle * flat.dimensions + d];
                for (int p = 1; p <= route.length; p++) {
                    int cell = route.node[p] * flat.dimensions + d;
                    load += flat.deliver[cell] + flat.collect[cell];
                }
            }
            if (room > 0 && load >= TIGHT * room) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the absence of a stop counts now.
     *
     * @param full what it counts in the plan
     */
    long price(int node, long full) {
        return alone.length == 0 || !flat.stopOf[node].required() ? full : Math.min(full, (long) (scale * alone[node]));
    }
}
