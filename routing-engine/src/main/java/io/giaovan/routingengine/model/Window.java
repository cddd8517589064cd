package io.giaovan.routingengine.model;

/**
 * When work at a stop may begin, both ends included.
 *
 * @param startSeconds earliest, from the problem's epoch
 * @param endSeconds latest, not before the earliest
 */
public record Window(int startSeconds, int endSeconds) {
    /** Any time at all. */
    public static final Window ALWAYS = new Window(0, PlanningProblem.SECONDS_MAX);

    public Window {
        Checks.range("window.startSeconds", startSeconds, 0, PlanningProblem.SECONDS_MAX);
        Checks.range("window.endSeconds", endSeconds, startSeconds, PlanningProblem.SECONDS_MAX);
    }
}
