package io.giaovan.contracts.order;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a channel hands it over.
 *
 * @param channel the marketplace, for instance {@code chogo}; with {@code externalId} the key against duplicates
 * @param externalId the channel's own order number
 * @param merchantId the seller it belongs to
 * @param lines 1 to {@value #LINES_MAX}, all in one currency
 * @param buyer whom to ask for
 * @param address where to
 * @param payment {@code MARKETPLACE} or {@code CASH}
 * @param window when the buyer wants it, or null for the seller's usual promise
 * @param placedAt when the buyer placed it
 */
public record IncomingOrder(
        String channel,
        String externalId,
        MerchantId merchantId,
        List<OrderLine> lines,
        Contact buyer,
        Address address,
        PaymentKind payment,
        @Nullable TimeWindow window,
        Instant placedAt) {
    public static final int LINES_MAX = 100;

    public IncomingOrder {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("lines: " + lines.size() + " lines, allowed are 1 to " + LINES_MAX);
        }
        if (externalId.isBlank() || externalId.length() > 64) {
            throw new IllegalArgumentException(
                    "externalId: has " + externalId.length() + " characters, allowed are 1 to 64");
        }
    }

    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }
}
