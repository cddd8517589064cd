package io.giaovan.routingengine.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Today's plan, from which the search begins and from which leaving has a price. Stops that no longer exist or no longer
 * fit are dropped silently; new ones are inserted.
 *
 * @param routes stops per vehicle, in order, without visits to reload: the search adds one where a stop fits only on a trip of
 *     its own
 * @param movePrice minor units for each stop planned on another vehicle than here
 */
public record WarmStart(Map<VehicleId, List<StopId>> routes, long movePrice) {
    public WarmStart {
        var copy = new TreeMap<VehicleId, List<StopId>>((a, b) -> a.value().compareTo(b.value()));
        Set<StopId> seen = new HashSet<>();
        routes.forEach((vehicle, stops) -> {
            for (StopId stop : stops) {
                if (!seen.add(stop)) {
                    throw new IllegalArgumentException("warmStart.routes: names stop " + stop + " twice");
                }
            }
            copy.put(vehicle, List.copyOf(stops));
        });
        routes = Collections.unmodifiableMap(copy);
        Checks.range("warmStart.movePrice", movePrice, 0, PlanningProblem.PRICE_MAX);
    }
}
