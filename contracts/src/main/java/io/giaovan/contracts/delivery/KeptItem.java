package io.giaovan.contracts.delivery;

import io.giaovan.contracts.order.OrderLine;

/**
 * What a buyer keeps of one line of the parcel.
 *
 * @param line the line's place in the parcel's list, from 1
 * @param quantity pieces kept, 0 to {@value OrderLine#QUANTITY_MAX}
 */
public record KeptItem(int line, int quantity) {
    public KeptItem {
        if (line < 1) {
            throw new IllegalArgumentException("kept.line: " + line + " is below 1");
        }
        if (quantity < 0 || quantity > OrderLine.QUANTITY_MAX) {
            throw new IllegalArgumentException(
                    "kept.quantity: " + quantity + " is outside 0 to " + OrderLine.QUANTITY_MAX);
        }
    }
}
