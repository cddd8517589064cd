package io.giaovan.routingengine.solve;

import java.util.Arrays;

/** The orders in which stops are put back, drawn by weight as in SISR, with three more where windows matter. */
final class Orders {
    private static final int[] PLAIN = {4, 4, 2, 1, 0, 0, 0};
    private static final int[] TIMED = {4, 4, 2, 1, 2, 2, 2};

    /** As drawn. */
    static final int BY_LOT = 0;
    /** Largest first. */
    static final int LARGEST = 1;
    /** Farthest from the depot first. */
    static final int FARTHEST = 2;
    /** Earliest opening first. */
    static final int EARLIEST = 5;

    private final FlatProblem flat;
    private final Dice dice;
    private final int[] weights;
    private final int weightSum;
    private final long[][] keyOf;
    private long[] keys = new long[64];

    Orders(FlatProblem flat, Dice dice) {
        this.flat = flat;
        this.dice = dice;
        weights = flat.timeBinds ? TIMED : PLAIN;
        weightSum = Arrays.stream(weights).sum();
        keyOf = new long[weights.length][flat.stops];
        double[] scale = new double[flat.dimensions];
        for (int d = 0; d < flat.dimensions; d++) {
            double most = 1;
            for (int v = 0; v < flat.vehicles; v++) {
                most = Math.max(most, flat.capacity[v * flat.dimensions + d]);
            }
            scale[d] = 1e6 / most;
        }
        for (int node = 0; node < flat.stops; node++) {
            double demand = 0;
            for (int d = 0; d < flat.dimensions; d++) {
                int cell = node * flat.dimensions + d;
                demand += scale[d] * (flat.deliver[cell] + flat.collect[cell] + Math.abs(flat.carry[cell]));
            }
            int depot = flat.vehicles == 0 ? flat.place[node] : flat.place[flat.startNode(0)];
            long far = flat.vehicles == 0 ? 0 : flat.metres[0][depot * flat.places + flat.place[node]];
            int early = flat.vehicles == 0 ? 0 : flat.early[0][node];
            int late = flat.vehicles == 0 ? 0 : flat.late[0][node];
            keyOf[LARGEST][node] = (1L << 36) - (long) Math.min(demand, 1e9);
            keyOf[2][node] = (1L << 36) - far;
            keyOf[3][node] = far;
            keyOf[4][node] = (long) late - early + (1L << 31);
            keyOf[5][node] = early;
            keyOf[6][node] = (1L << 36) - late;
        }
    }

    /** One of the orders by lot, by weight. */
    int draw() {
        int draw = dice.below(weightSum);
        int which = 0;
        while (draw >= weights[which]) {
            draw -= weights[which++];
        }
        return which;
    }

    /** Puts the first {@code count} stops in an order; ties are broken by lot. */
    void arrange(int[] stops, int count, int which) {
        for (int i = count - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            int swap = stops[i];
            stops[i] = stops[j];
            stops[j] = swap;
        }
        if (which == BY_LOT) {
            return;
        }
        if (keys.length < count) {
            keys = new long[count * 2];
        }
        long[] of = keyOf[which];
        for (int i = 0; i < count; i++) {
            int at = i;
            long key = of[stops[i]];
            int stop = stops[i];
            if (count <= 64) {
                while (at > 0 && keys[at - 1] > key) {
                    keys[at] = keys[at - 1];
                    stops[at] = stops[at - 1];
                    at--;
                }
                keys[at] = key;
                stops[at] = stop;
            } else {
                keys[i] = (key << 24) | stop;
            }
        }
        if (count > 64) {
            Arrays.sort(keys, 0, count);
            for (int i = 0; i < count; i++) {
                stops[i] = (int) (keys[i] & 0xFFFFFF);
            }
        }
    }
}
