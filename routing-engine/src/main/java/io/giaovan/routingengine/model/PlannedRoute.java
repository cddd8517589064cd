package io.giaovan.routingengine.model;

import java.util.List;

/**
 * What one vehicle does from here on. A break taken before departure comes first and lies before {@code startSeconds}.
 *
 * @param vehicle who drives it
 * @param startSeconds departure from the start (or from where the vehicle is, when under way)
 * @param endSeconds arrival at the end, or departure from the last visit on an open route
 * @param metres distance from here on
 * @param visits in order
 * @param cost its share of the plan's cost
 */
public record PlannedRoute(
        VehicleId vehicle, int startSeconds, int endSeconds, int metres, List<Visit> visits, RouteCost cost) {
    public PlannedRoute {
        visits = List.copyOf(visits);
    }

    /** The stops in the order of their visits. */
    public List<StopId> stops() {
        return visits.stream()
                .filter(Visit.AtStop.class::isInstance)
                .map(visit -> ((Visit.AtStop) visit).stop())
                .toList();
    }
}
