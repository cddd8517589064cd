package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.VehicleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one stop is on no route.
 *
 * @param stop the stop
 * @param reason what keeps it from the vehicle that comes nearest to serving it
 * @param detail that reason with its figures
 * @param byVehicle the reason on every vehicle
 * @param unlocks changes that make it fit, cheapest first, at most {@link UnplannedReasons#UNLOCKS_MAX}; each was tried and
 *     judged lawful
 */
public record Unplanned(StopId stop, Reason reason, String detail, List<OnVehicle> byVehicle, List<Unlock> unlocks) {
    public Unplanned {
        byVehicle = List.copyOf(byVehicle);
        unlocks = List.copyOf(unlocks);
    }

    /**
     * What keeps the stop from one vehicle.
     *
     * @param vehicle the vehicle
     * @param reason why it does not serve the stop
     * @param detail the reason with its figures
     * @param law the law that the best insertion into its route breaks as the judge sees it, null when it breaks none
     * @param amount by how much, in the law's unit
     * @param route the stops of its route with the stop at the best place; empty when only the reason was looked for
     */
    public record OnVehicle(
            VehicleId vehicle,
            Reason reason,
            String detail,
            @Nullable Law law,
            long amount,
            List<StopId> route) {
        public OnVehicle {
            route = List.copyOf(route);
        }
    }
}
