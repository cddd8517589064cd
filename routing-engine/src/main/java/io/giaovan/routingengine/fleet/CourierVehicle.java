package io.giaovan.routingengine.fleet;

import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.zone.Fuel;
import io.giaovan.routingengine.network.zone.VehicleTraits;

/**
 * What a courier drives.
 *
 * @param kind decides the roads and the price
 * @param gramsMax most weight on board, 1 to {@value #GRAMS_MAX}
 * @param cubicCentimetresMax most volume on board, 1 to {@value #CUBIC_CENTIMETRES_MAX}
 * @param fuel what drives it, as zones distinguish it
 * @param grossKilograms permitted weight when loaded, as zones distinguish it
 */
public record CourierVehicle(
        VehicleProfile kind, int gramsMax, int cubicCentimetresMax, Fuel fuel, int grossKilograms) {
    private static final int MOTORBIKE_KILOGRAMS = 300;
    private static final int VAN_KILOGRAMS = 3_000;
    private static final int TRUCK_KILOGRAMS = 12_000;

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
        if (grossKilograms < 1 || grossKilograms > VehicleTraits.GROSS_KILOGRAMS_MAX) {
            throw new IllegalArgumentException(
                    "grossKilograms: " + grossKilograms + " is outside 1 to " + VehicleTraits.GROSS_KILOGRAMS_MAX);
        }
    }

    /** The weight of the usual vehicle of a kind. */
    public static int usualKilograms(VehicleProfile kind) {
        return switch (kind) {
            case MOTORBIKE -> MOTORBIKE_KILOGRAMS;
            case VAN -> VAN_KILOGRAMS;
            case TRUCK -> TRUCK_KILOGRAMS;
        };
    }

    /** What zones need to know. */
    public VehicleTraits traits() {
        return new VehicleTraits(kind, fuel, grossKilograms);
    }
}
