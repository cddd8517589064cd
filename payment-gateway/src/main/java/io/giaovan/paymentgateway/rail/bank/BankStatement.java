package io.giaovan.paymentgateway.rail.bank;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the house bank booked on our account on one day.
 *
 * @param day the bank's day, in Vietnam
 * @param lines in the order of booking, at most {@value #LINES_MAX}
 */
public record BankStatement(LocalDate day, List<Line> lines) {
    public static final int LINES_MAX = 100_000;

    /**
     * One booking.
     *
     * @param reference the end-to-end id of what we ordered, the bank's reference of what came in, or the slip of a
     *     deposit
     * @param amount positive came in, negative went out
     * @param at when the bank booked it
     * @param content what the booking says, or the empty text
     */
    public record Line(String reference, Money amount, Instant at, String content) {
        /** A booking that says nothing. */
        public Line(String reference, Money amount, Instant at) {
            this(reference, amount, at, "");
        }
    }

    public BankStatement {
        lines = List.copyOf(lines);
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException(
                    "statement.lines: " + lines.size() + " lines, allowed are at most " + LINES_MAX);
        }
    }
}
