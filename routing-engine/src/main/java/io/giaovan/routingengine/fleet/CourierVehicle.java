package io.giaovan.routingengine.fleet;

import io.giaovan.routingengine.network.VehicleProfile;

/**
 * What a courier drives.
 *
 * @param kind decides the roads and the price
 * @param gramsMax most weight on board, 1 to {@value #GRAMS_MAX}
 * @param cubicCentimetresMax most volume on board, 1 to {@value #CUBIC_CENTIMETRES_MAX}
 */
public record CourierVehicle(VehicleProfile kind, int gramsMax, int cubicCentimetresMax) {
    public static final int GRAMS_MAX = 20_000_000;
    public static final int CUBIC_CENTIMETRES_MAX = 100_000_000;

    public CourierVehicle {
        if (gramsMax < 1 || gramsMax > GRAMS_MAX) {
            throw new IllegalArgumentException("gramsMax: " + gramsMax + " is outside 1 to " + GRAMS_MAX);
        }
        if (cubicCentimetresMax < 1 || cubicCentimetresMax > CUBIC_CENTIMETRES_MAX) {
            throw new IllegalArgumentException(
                    "cubicCentimetresMax: " + cubicCentimetresMax + " is outside 1 to " + CUBIC_CENTIMETRES_MAX);
        }
    }
}
