package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.VehicleId;
import java.util.List;

/**
 * Why one stop is on no route.
 *
 * @param stop the stop
 * @param reason what keeps it from the vehicle that comes nearest to serving it
 * @param detail that reason with its figures
 * @param byVehicle the reason on every vehicle
 */
public record Unplanned(StopId stop, Reason reason, String detail, List<OnVehicle> byVehicle) {
    public Unplanned {
        byVehicle = List.copyOf(byVehicle);
    }

    /** What keeps the stop from one vehicle. */
    public record OnVehicle(VehicleId vehicle, Reason reason, String detail) {}
}
