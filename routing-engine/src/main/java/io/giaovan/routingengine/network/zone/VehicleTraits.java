package io.giaovan.routingengine.network.zone;

import io.giaovan.routingengine.network.VehicleProfile;

/**
 * What a zone needs to know of a vehicle.
 *
 * @param profile its kind
 * @param fuel what drives it
 * @param grossKilograms permitted weight when loaded, 1 to {@value #GROSS_KILOGRAMS_MAX}
 */
public record VehicleTraits(VehicleProfile profile, Fuel fuel, int grossKilograms) {
    public static final int GROSS_KILOGRAMS_MAX = 60_000;

    public VehicleTraits {
        if (grossKilograms < 1 || grossKilograms > GROSS_KILOGRAMS_MAX) {
            throw new IllegalArgumentException(
                    "vehicle.grossKilograms: " + grossKilograms + " is outside 1 to " + GROSS_KILOGRAMS_MAX);
        }
    }
}
