package io.giaovan.routingengine.model;

/**
 * What one route costs, in price units (see {@link PlanScore}).
 *
 * @param fixed the vehicle's use
 * @param time hours from departure to end
 * @param distance kilometres driven from here on
 * @param overtime time after the shift's end
 * @param lateness work begun after the last window
 * @param moves stops taken over from another vehicle of the warm start
 * @param balance the square of the working time, see {@link PlanningProblem#balancePrice}
 */
public record RouteCost(long fixed, long time, long distance, long overtime, long lateness, long moves, long balance) {
    public static final RouteCost NOTHING = new RouteCost(0, 0, 0, 0, 0, 0, 0);

    public long total() {
        return fixed + time + distance + overtime + lateness + moves + balance;
    }
}
