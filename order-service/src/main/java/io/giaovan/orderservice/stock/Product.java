package io.giaovan.orderservice.stock;

/**
 * An article of a seller as it is registered.
 *
 * @param sku the seller's stock-keeping unit, 1 to 64 characters without {@code |}
 * @param name what the buyer reads, 1 to 250 characters
 * @param grams weight of one piece, 1 to {@value #GRAMS_MAX}
 * @param cubicCentimetres volume of one piece, 1 to {@value #CUBIC_CENTIMETRES_MAX}
 * @param onHand pieces in the warehouse at the first registration, 0 to {@value #ON_HAND_MAX}
 */
public record Product(String sku, String name, int grams, int cubicCentimetres, int onHand) {
    public static final int GRAMS_MAX = 1_000_000;
    public static final int CUBIC_CENTIMETRES_MAX = 10_000_000;
    public static final int ON_HAND_MAX = 10_000_000;

    public Product {
        if (sku.isBlank() || sku.length() > 64 || sku.contains("|")) {
            throw new IllegalArgumentException("sku: '" + sku + "' is not 1 to 64 characters without |");
        }
        if (name.isBlank() || name.length() > 250) {
            throw new IllegalArgumentException("name: has " + name.length() + " characters, allowed are 1 to 250");
        }
        if (grams < 1 || grams > GRAMS_MAX) {
            throw new IllegalArgumentException("grams: " + grams + " is outside 1 to " + GRAMS_MAX);
        }
        if (cubicCentimetres < 1 || cubicCentimetres > CUBIC_CENTIMETRES_MAX) {
            throw new IllegalArgumentException(
                    "cubicCentimetres: " + cubicCentimetres + " is outside 1 to " + CUBIC_CENTIMETRES_MAX);
        }
        if (onHand < 0 || onHand > ON_HAND_MAX) {
            throw new IllegalArgumentException("onHand: " + onHand + " is outside 0 to " + ON_HAND_MAX);
        }
    }
}
