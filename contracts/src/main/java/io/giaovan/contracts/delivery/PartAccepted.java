package io.giaovan.contracts.delivery;

import io.giaovan.contracts.money.Money;
import java.util.List;

/**
 * What a buyer kept of a parcel of which the rest went back with the courier.
 *
 * @param kept one entry for each line of the parcel, in its order; a line of which nothing was kept has quantity 0
 * @param due what the buyer pays for it, by the seller's terms
 */
public record PartAccepted(List<KeptItem> kept, Money due) {
    public PartAccepted {
        kept = List.copyOf(kept);
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).line() != i + 1) {
                throw new IllegalArgumentException(
                        "kept.line: " + kept.get(i).line() + " is not " + (i + 1) + ", every line has its entry");
            }
        }
        if (due.isNegative()) {
            throw new IllegalArgumentException("due: " + due.amount() + " is below 0");
        }
    }

    /** Pieces kept of a line, counted from 1. */
    public int quantity(int line) {
        return kept.get(line - 1).quantity();
    }
}
