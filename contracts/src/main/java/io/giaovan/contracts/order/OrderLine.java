package io.giaovan.contracts.order;

import io.giaovan.contracts.money.Money;

/**
 * One article of an order.
 *
 * @param sku the seller's stock-keeping unit, 1 to 64 characters
 * @param name what the buyer reads, 1 to 250 characters
 * @param quantity pieces, 1 to {@value #QUANTITY_MAX}
 * @param unitPrice price of one piece, not negative
 */
public record OrderLine(String sku, String name, int quantity, Money unitPrice) {
    public static final int QUANTITY_MAX = 1_000;

    public OrderLine {
        if (sku.isBlank() || sku.length() > 64) {
            throw new IllegalArgumentException("sku: has " + sku.length() + " characters, allowed are 1 to 64");
        }
        if (name.isBlank() || name.length() > 250) {
            throw new IllegalArgumentException("name: has " + name.length() + " characters, allowed are 1 to 250");
        }
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            throw new IllegalArgumentException("quantity: " + quantity + " is outside 1 to " + QUANTITY_MAX);
        }
        if (unitPrice.isNegative()) {
            throw new IllegalArgumentException("unitPrice: " + unitPrice.amount() + " is below 0");
        }
    }

    public Money total() {
        return unitPrice.times(quantity);
    }
}
