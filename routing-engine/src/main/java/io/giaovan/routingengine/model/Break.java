package io.giaovan.routingengine.model;

/**
 * A pause, taken between visits where the vehicle stands, or before it leaves its start. A route that ends no later than
 * the latest start of a break does not need it. Breaks are taken in the order in which the vehicle lists them.
 *
 * @param earliestSeconds earliest start, from the problem's epoch
 * @param latestSeconds latest start
 * @param seconds how long it lasts
 */
public record Break(int earliestSeconds, int latestSeconds, int seconds) {
    public Break {
        Checks.range("break.earliestSeconds", earliestSeconds, 0, PlanningProblem.SECONDS_MAX);
        Checks.range("break.latestSeconds", latestSeconds, earliestSeconds, PlanningProblem.SECONDS_MAX);
        Checks.range("break.seconds", seconds, 0, PlanningProblem.SECONDS_MAX);
    }
}
