package io.giaovan.orderservice.settlement.booking;

import io.giaovan.contracts.money.Money;
import java.time.LocalDate;

/**
 * A balance that was not above zero and goes to the next statement.
 *
 * @param amount zero or less
 * @param fees fees in it that the gateway was not told of yet
 * @param statementId where it comes from
 * @param day that statement's day
 */
public record Carry(Money amount, Money fees, String statementId, LocalDate day) {
    public StatementLine in() {
        return new StatementLine(
                null,
                LineKind.CARRIED_IN,
                amount,
                new Reason("Số dư chuyển từ sao kê " + day, "Balance carried over from the statement of " + day));
    }

    public StatementLine out() {
        return new StatementLine(
                null,
                LineKind.CARRIED_OUT,
                amount.negated(),
                new Reason("Số dư chuyển sang sao kê sau", "Balance carried over to the next statement"));
    }
}
