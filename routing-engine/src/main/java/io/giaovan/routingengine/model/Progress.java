package io.giaovan.routingengine.model;

import java.util.List;

/**
 * A route under way. Driven stops are history: they count towards limits and are neither planned nor unplanned again.
 * Committed stops come next, in this order, before anything else, whatever their windows (lateness is priced as stated on
 * the stop), skills, allowed vehicles and release. A shipment whose pickup was driven is on board and counts as load until its delivery.
 *
 * @param driven stops already visited; those that are stops of the problem are done
 * @param committed stops that must come first, in order
 * @param location index into the travel matrix of where the vehicle is, or is about to be
 * @param atSeconds when it is there, free to drive on
 * @param departedSeconds when the route left its start; time on the route counts from here
 * @param tripDepartedSeconds when the present trip left the depot; a stop released later cannot be on board
 * @param metresDriven distance so far
 * @param tripsDone trips finished before the present one
 * @param breaksTaken how many of the vehicle's breaks are over
 * @param onBoard collected goods on board per dimension that stay until the next reload or the end; empty means none
 * @param cashHeld minor units of cash on the courier
 */
public record Progress(
        List<StopId> driven,
        List<StopId> committed,
        int location,
        int atSeconds,
        int departedSeconds,
        int tripDepartedSeconds,
        int metresDriven,
        int tripsDone,
        int breaksTaken,
        List<Integer> onBoard,
        long cashHeld) {
    public Progress {
        driven = List.copyOf(driven);
        committed = List.copyOf(committed);
        onBoard = Checks.loads("progress.onBoard", onBoard);
        Checks.size("progress.driven", driven.size(), PlanningProblem.STOPS_MAX);
        Checks.size("progress.committed", committed.size(), PlanningProblem.STOPS_MAX);
        Checks.range("progress.location", location, 0, Integer.MAX_VALUE);
        Checks.range("progress.atSeconds", atSeconds, 0, PlanningProblem.SECONDS_MAX);
        Checks.range("progress.departedSeconds", departedSeconds, 0, atSeconds);
        Checks.range("progress.tripDepartedSeconds", tripDepartedSeconds, departedSeconds, atSeconds);
        Checks.range("progress.metresDriven", metresDriven, 0, RouteLimits.NONE);
        Checks.range("progress.tripsDone", tripsDone, 0, RouteLimits.TRIPS_MAX);
        Checks.range("progress.breaksTaken", breaksTaken, 0, PlanningProblem.BREAKS_MAX);
        Checks.range("progress.cashHeld", cashHeld, 0, RouteLimits.NO_CASH_LIMIT);
    }

    /** A vehicle that has left its start and is free at a place and time, with nothing counted yet. */
    public static Progress at(int location, int atSeconds, int departedSeconds) {
        return new Progress(
                List.of(), List.of(), location, atSeconds, departedSeconds, departedSeconds, 0, 0, 0, List.of(), 0);
    }
}
