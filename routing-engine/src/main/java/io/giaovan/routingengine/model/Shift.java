package io.giaovan.routingengine.model;

/**
 * When a courier works.
 *
 * @param startSeconds earliest departure, from the problem's epoch
 * @param endSeconds end of paid-as-usual work
 * @param overtimeSecondsMax how much later than the end the route may finish
 * @param overtimePricePerHour minor units for each hour after the end, on top of the vehicle's price for time
 */
public record Shift(int startSeconds, int endSeconds, int overtimeSecondsMax, long overtimePricePerHour) {
    /** The whole horizon, no overtime. */
    public static final Shift ALWAYS = new Shift(0, PlanningProblem.SECONDS_MAX, 0, 0);

    public Shift {
        Checks.range("shift.startSeconds", startSeconds, 0, PlanningProblem.SECONDS_MAX);
        Checks.range("shift.endSeconds", endSeconds, startSeconds, PlanningProblem.SECONDS_MAX);
        Checks.range("shift.overtimeSecondsMax", overtimeSecondsMax, 0, PlanningProblem.SECONDS_MAX - endSeconds);
        Checks.range("shift.overtimePricePerHour", overtimePricePerHour, 0, PlanningProblem.PRICE_MAX);
    }

    public static Shift between(int startSeconds, int endSeconds) {
        return new Shift(startSeconds, endSeconds, 0, 0);
    }

    /** The latest second at which the route may end. */
    public int lastSecond() {
        return endSeconds + overtimeSecondsMax;
    }
}
