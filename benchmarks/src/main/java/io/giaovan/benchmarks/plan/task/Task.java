package io.giaovan.benchmarks.plan.task;

/**
 * An instance in whole numbers. Node 0 is the depot, nodes 1 to {@code size - 1} are customers with the file's numbers. All
 * arrays have an entry per node and must not be written to.
 *
 * @param name the file's name without its ending
 * @param convention how it is measured
 * @param vehicles most routes allowed; as many as customers where the fleet is free
 * @param capacity most load on board at once
 * @param x coordinates
 * @param y coordinates
 * @param demand load; in a pickup and delivery problem positive at the pickup and as much negative at the delivery
 * @param ready earliest start of work, times the convention's scale
 * @param due latest start of work; the depot's is the latest return
 * @param service time at the node, times the scale
 * @param delivery where the load fetched here goes, or 0
 * @param pickup where the load brought here comes from, or 0
 * @param distance row-major, from row to column, also the travel time
 */
public record Task(
        String name,
        Convention convention,
        int vehicles,
        int capacity,
        double[] x,
        double[] y,
        int[] demand,
        int[] ready,
        int[] due,
        int[] service,
        int[] delivery,
        int[] pickup,
        int[] distance) {
    /** Depot and customers. */
    public int size() {
        return x.length;
    }

    public int distance(int from, int to) {
        return distance[from * x.length + to];
    }

    /** Whether loads go from customer to customer. */
    public boolean hasPairs() {
        for (int to : delivery) {
            if (to > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether times matter. */
    public boolean hasWindows() {
        return convention != Convention.X;
    }

    /**
     * A fleet for solvers that need one vehicle object each: the file's own, or where it is free, a fifth (at least five)
     * more than the loads need.
     */
    public int fleetToOffer() {
        if (hasWindows()) {
            return Math.min(vehicles, size() - 1);
        }
        long total = 0;
        for (int load : demand) {
            total += load;
        }
        long needed = (total + capacity - 1) / capacity;
        return (int) Math.min(size() - 1L, needed + Math.max(5, needed / 5));
    }
}
