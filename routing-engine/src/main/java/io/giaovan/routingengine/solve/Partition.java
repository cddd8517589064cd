package io.giaovan.routingengine.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Puts a plan together from known routes, so that each stop is on one of them (set partitioning). A price for each stop is
 * found by subgradients of the Lagrangian; what those prices leave between their bound and the plan at hand is then spent
 * route by route in a search in depth, little of it first. Works where costs of routes add up.
 */
final class Partition {
    /** Most routes of a plan; the search goes one call deeper for each. */
    static final int DEPTH_MAX = 2_000;

    private static final int STEPS_MAX = 3_000;
    private static final int NODES_MAX = 20_000;
    private static final double STEP = 0.5;
    private static final double STEP_MIN = 0.001;
    /** Steps without a better bound before they become shorter. */
    private static final int PATIENCE = 20;

    private static final double MOMENTUM = 0.9;
    /** Shares of what may be spent that are tried one after the other. */
    private static final double[] SHARES = {0.1, 0.2, 0.4, 0.7, 1};

    private static final int STEPS_BETWEEN_LOOKS = 16;

    private final int stops;
    private final int[] vehiclesOf;
    /** Price of each stop, kept from one call to the next. */
    private final double[] price;

    private RoutePool.Known[] routes = {};
    /** What a route costs more than its stops' prices. */
    private double[] excess = {};

    private double bound;

    /** Routes by stop, the least excess first. */
    private int[][] ofStop = {};

    private long[][] stopsOf = {};
    private final long[] covered;
    private final int[] used;
    private final int[] path;
    private int[] found = {};
    private long foundUnits;
    private int nodesLeft;

    /**
     * @param vehiclesOf how many vehicles each group has
     * @param price a first guess what each stop costs, which is changed
     */
    Partition(int[] vehiclesOf, double[] price) {
        this.vehiclesOf = vehiclesOf;
        this.price = price;
        stops = price.length;
        covered = new long[(stops + 63) / 64];
        used = new int[vehiclesOf.length];
        path = new int[stops];
    }

    /**
     * Routes that together cost less, or none where they were not found.
     *
     * @param most units they have to stay below
     * @param boundsOver whether prices are to be left as they are
     * @param searchOver whether the search is to end
     */
    List<RoutePool.Known> below(
            long most, List<RoutePool.Known> known, BooleanSupplier boundsOver, BooleanSupplier searchOver) {
        routes = known.toArray(RoutePool.Known[]::new);
        excess = new double[routes.length];
        bound = Double.NEGATIVE_INFINITY;
        raiseBound(most, boundsOver);
        keepAffordable(most - bound);
        found = new int[0];
        foundUnits = most;
        for (double share : SHARES) {
            nodesLeft = NODES_MAX;
            if (found.length == 0) {
                deeper(0, 0, share * (most - bound), searchOver);
            }
        }
        return Arrays.stream(found).mapToObj(j -> routes[j]).toList();
    }

    private void raiseBound(long most, BooleanSupplier over) {
        double[] now = price.clone();
        double[] excessNow = new double[routes.length];
        double[] direction = new double[stops];
        int[] missing = new int[stops];
        double step = STEP;
        int idle = 0;
        for (int i = 0; i < STEPS_MAX && step > STEP_MIN; i++) {
            if (i % STEPS_BETWEEN_LOOKS == 0 && i > 0 && over.getAsBoolean()) {
                return;
            }
            double value = value(now, excessNow, missing);
            if (value > bound) {
                bound = value;
                System.arraycopy(now, 0, price, 0, stops);
                System.arraycopy(excessNow, 0, excess, 0, routes.length);
                idle = 0;
            } else if (++idle >= PATIENCE) {
                step /= 2;
                idle = 0;
            }
            double norm = 0;
            for (int stop = 0; stop < stops; stop++) {
                direction[stop] = missing[stop] + MOMENTUM * direction[stop];
                norm += direction[stop] * direction[stop];
            }
            if (norm == 0) {
                return;
            }
            double length = step * (most - value) / norm;
            for (int stop = 0; stop < stops; stop++) {
                now[stop] += length * direction[stop];
            }
        }
    }

    /** The bound that prices give; fills the excess of each route and how often each stop is missing from those worth it. */
    private double value(double[] prices, double[] excessNow, int[] missing) {
        double value = Arrays.stream(prices).sum();
        Arrays.fill(missing, 1);
        for (int j = 0; j < routes.length; j++) {
            double left = routes[j].units();
            for (int stop : routes[j].nodes()) {
                left -= prices[stop];
            }
            excessNow[j] = left;
            if (left < 0) {
                value += left;
                for (int stop : routes[j].nodes()) {
                    missing[stop]--;
                }
            }
        }
        return value;
    }

    /** Leaves out routes that no better plan can have, and sorts the rest. */
    private void keepAffordable(double budget) {
        int[] kept = IntStream.range(0, routes.length)
                .filter(j -> excess[j] < budget)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> excess[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        routes = Arrays.stream(kept).mapToObj(j -> routes[j]).toArray(RoutePool.Known[]::new);
        excess = Arrays.stream(kept).mapToDouble(j -> excess[j]).toArray();
        stopsOf = new long[routes.length][covered.length];
        int[] counts = new int[stops];
        for (int j = 0; j < routes.length; j++) {
            for (int stop : routes[j].nodes()) {
                stopsOf[j][stop >> 6] |= 1L << stop;
                counts[stop]++;
            }
        }
        ofStop = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(counts, 0);
        for (int j = 0; j < routes.length; j++) {
            for (int stop : routes[j].nodes()) {
                ofStop[stop][counts[stop]++] = j;
            }
        }
    }

    private boolean isFree(int j) {
        for (int word = 0; word < covered.length; word++) {
            if ((stopsOf[j][word] & covered[word]) != 0) {
                return false;
            }
        }
        int group = routes[j].group();
        return used[group] < vehiclesOf[group];
    }

    /** The stop that the fewest routes within the budget may still serve, or -1 when all are served. */
    private int hardest(double budget) {
        int hardest = -1;
        int fewest = Integer.MAX_VALUE;
        for (int stop = 0; stop < stops && fewest > 0; stop++) {
            if ((covered[stop >> 6] & 1L << stop) != 0) {
                continue;
            }
            int count = 0;
            for (int j : ofStop[stop]) {
                if (excess[j] > budget || count >= fewest) {
                    break;
                }
                count += isFree(j) ? 1 : 0;
            }
            if (count < fewest) {
                fewest = count;
                hardest = stop;
            }
        }
        return hardest;
    }

    private void deeper(int depth, long units, double budget, BooleanSupplier over) {
        int stop = hardest(budget);
        if (stop < 0) {
            if (units < foundUnits) {
                foundUnits = units;
                found = Arrays.copyOf(path, depth);
            }
            return;
        }
        for (int j : ofStop[stop]) {
            double spent = Math.max(0, excess[j]);
            if (spent > Math.min(budget, foundUnits - bound)) {
                return;
            }
            if (!isFree(j)) {
                continue;
            }
            if (nodesLeft-- <= 0 || (nodesLeft % STEPS_BETWEEN_LOOKS == 0 && over.getAsBoolean())) {
                nodesLeft = 0;
                return;
            }
            path[depth] = j;
            mark(j, 1);
            deeper(depth + 1, units + routes[j].units(), budget - spent, over);
            mark(j, -1);
        }
    }

    private void mark(int j, int change) {
        used[routes[j].group()] += change;
        for (int word = 0; word < covered.length; word++) {
            covered[word] ^= stopsOf[j][word];
        }
    }
}
