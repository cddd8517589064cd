package io.giaovan.routingengine.model;

/** Names a vehicle with its courier within one problem. */
public record VehicleId(String value) {
    public VehicleId {
        Checks.text("vehicle.id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
