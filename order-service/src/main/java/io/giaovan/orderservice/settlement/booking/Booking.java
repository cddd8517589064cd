package io.giaovan.orderservice.settlement.booking;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import java.time.Instant;
import java.util.List;

/**
 * What one order brings to a statement. An order is booked once under its own id; a correction has an id of its own.
 *
 * @param id the order's id, or that with the number of the news that made a correction
 * @param key whose account
 * @param orderId the order
 * @param ready false while the gateway does not have the buyer's money yet; there are no lines then
 * @param lines what is booked
 * @param taken the buyer's money that the lines count; below zero in a correction for money that went back
 * @param at when it was booked, or when it began to wait
 */
public record Booking(
        String id, AccountKey key, OrderId orderId, boolean ready, List<StatementLine> lines, Money taken, Instant at) {
    public Booking {
        lines = List.copyOf(lines);
        if (!ready && !lines.isEmpty()) {
            throw new IllegalArgumentException("lines: " + lines.size() + " lines of an order that is not paid yet");
        }
    }

    public Money total() {
        return lines.stream().map(StatementLine::amount).reduce(Money.zero(key.currency()), Money::plus);
    }

    /** What the house keeps, zero or more. */
    public Money fees() {
        return lines.stream()
                .filter(line -> line.kind().isFee())
                .map(line -> line.amount().negated())
                .reduce(Money.zero(key.currency()), Money::plus);
    }
}
