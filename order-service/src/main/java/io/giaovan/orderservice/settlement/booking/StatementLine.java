package io.giaovan.orderservice.settlement.booking;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement.
 *
 * @param orderId the order it comes from, null for a balance that is carried
 * @param kind what it is about
 * @param amount above zero for the seller, below zero for the house or the buyer
 * @param reason why
 */
public record StatementLine(@Nullable OrderId orderId, LineKind kind, Money amount, Reason reason) {
    public StatementLine {
        if (kind.isFee() && amount.isPositive()) {
            throw new IllegalArgumentException("amount: " + amount.amount() + " of a " + kind + " is above 0");
        }
    }
}
