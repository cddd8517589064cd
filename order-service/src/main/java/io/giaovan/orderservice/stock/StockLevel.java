package io.giaovan.orderservice.stock;

/**
 * How much of a product there is.
 *
 * @param sku the seller's stock-keeping unit
 * @param name what the buyer reads
 * @param grams weight of one piece
 * @param cubicCentimetres volume of one piece
 * @param onHand pieces in the warehouse, reserved ones included
 * @param reserved pieces promised to orders that have not left
 * @param outside pieces that left and are neither delivered nor back
 */
public record StockLevel(
        String sku, String name, int grams, int cubicCentimetres, int onHand, int reserved, int outside) {
    public int available() {
        return onHand - reserved;
    }
}
