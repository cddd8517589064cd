package io.giaovan.contracts.delivery;

/**
 * What a parcel takes up on a vehicle.
 *
 * @param grams weight, 1 to {@value #GRAMS_MAX}
 * @param cubicCentimetres volume, 1 to {@value #CUBIC_CENTIMETRES_MAX}
 * @param pieces boxes, 1 to 100
 */
public record ParcelLoad(int grams, int cubicCentimetres, int pieces) {
    public static final int GRAMS_MAX = 2_000_000;
    public static final int CUBIC_CENTIMETRES_MAX = 20_000_000;

    public ParcelLoad {
        if (grams < 1 || grams > GRAMS_MAX) {
            throw new IllegalArgumentException("load.grams: " + grams + " is outside 1 to " + GRAMS_MAX);
        }
        if (cubicCentimetres < 1 || cubicCentimetres > CUBIC_CENTIMETRES_MAX) {
            throw new IllegalArgumentException(
                    "load.cubicCentimetres: " + cubicCentimetres + " is outside 1 to " + CUBIC_CENTIMETRES_MAX);
        }
        if (pieces < 1 || pieces > 100) {
            throw new IllegalArgumentException("load.pieces: " + pieces + " is outside 1 to 100");
        }
    }
}
