package io.giaovan.routingengine.model;

import java.util.List;

/**
 * An answer to a problem: a route per used vehicle, in the problem's order of vehicles, and what was left out.
 *
 * @param routes routes with at least one stop
 * @param unplanned stops without a route, driven ones excepted
 * @param score how good it is
 */
public record Plan(List<PlannedRoute> routes, List<StopId> unplanned, PlanScore score) {
    public Plan {
        routes = List.copyOf(routes);
        unplanned = List.copyOf(unplanned);
    }
}
