package io.giaovan.routingengine.solve;

/**
 * Lets a plan have more routes than pay off, for a part of each fall: a used vehicle counts less than it costs, by an
 * amount that fades. Where routes are long, a search that is not helped so ends with a route or two fewer than the best
 * plans have, since strings and tails empty a route easily, but a new one pays off only once much has moved to it.
 * Measured on 200 to 1000 stops with windows and routes of 20 to 40: half a percent nearer to the best known.
 */
final class RouteBonus {
    /** The most that it counts less, in ways out to a stop and back of mean length. */
    private static final double WAYS = 0.4;
    /** The same for every other fall, so that plans with fewer routes are looked for as well. */
    private static final double WAYS_LESS = 0.2;
    /** Share of a fall after which every vehicle counts in full. */
    private static final double TO = 0.6;

    private final FlatProblem flat;
    private double most;
    private int falls;

    RouteBonus(FlatProblem flat) {
        this.flat = flat;
    }

    /** Begins a fall without it. */
    void leave() {
        most = 0;
        falls++;
    }

    /**
     * Begins a fall with it, from a plan whose routes have so many stops on average. Routes as long as the longest string
     * have none of it, and those of two such strings all of it.
     */
    void begin(double meanRouteLength) {
        double length = meanRouteLength / Ruin.STRING_MAX;
        double ways = falls % 2 == 0 ? WAYS : WAYS_LESS;
        most = ways * Math.clamp(length - 1, 0, 1) * meanWay();
        falls++;
    }

    /** What a used vehicle counts less when a share of the fall is over, in price units. */
    long at(double share) {
        return (long) (most * Math.max(0, 1 - share / TO));
    }

    /** Out to a stop and back with the first vehicle, on average, in price units. */
    private double meanWay() {
        int v = flat.groups[0][0];
        int[] metres = flat.metres[flat.kindOf[v]];
        double sum = 0;
        for (int node = 0; node < flat.stops; node++) {
            sum += metres[flat.place[flat.startNode(v)] * flat.places + flat.place[node]];
            sum += metres[flat.place[node] * flat.places + flat.place[flat.endNode(v)]];
        }
        return sum / flat.stops * flat.metreUnits[v];
    }
}
