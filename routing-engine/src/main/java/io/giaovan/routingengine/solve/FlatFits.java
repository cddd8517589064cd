package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import java.util.HashMap;
import java.util.Map;

/** Which vehicle may serve which stop, whatever the time and load. */
final class FlatFits {
    private FlatFits() {}

    /** Deliveries whose goods are already on a vehicle. */
    static Map<StopId, VehicleId> goodsOnBoard(PlanningProblem problem) {
        Map<StopId, StopId> deliveryOf = new HashMap<>();
        for (Shipment shipment : problem.shipments()) {
            deliveryOf.put(shipment.pickup(), shipment.delivery());
        }
        Map<StopId, VehicleId> bound = new HashMap<>();
        for (Vehicle vehicle : problem.vehicles()) {
            Progress progress = vehicle.progress();
            if (progress != null) {
                for (StopId driven : progress.driven()) {
                    StopId delivery = deliveryOf.get(driven);
                    if (delivery != null) {
                        bound.put(delivery, vehicle.id());
                    }
                }
            }
        }
        return bound;
    }

    static boolean fits(Vehicle vehicle, Stop stop, Map<StopId, VehicleId> boundTo) {
        VehicleId bound = boundTo.get(stop.id());
        return (bound == null || bound.equals(vehicle.id()))
                && (stop.allowedVehicles().isEmpty() || stop.allowedVehicles().contains(vehicle.id()))
                && vehicle.skills().containsAll(stop.skills());
    }
}
