package io.giaovan.paymentgateway.callback;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.time.ServiceDay;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * A transfer that came in, as the bank tells it.
 *
 * @param id the bank's id of the notice; the same id is one transfer
 * @param account our account that it came to
 * @param amount how much
 * @param content what the transfer says
 * @param reference the bank's booking reference
 * @param at when it was booked
 */
record BankNotice(String id, String account, Money amount, String content, String reference, Instant at) {
    static final int CONTENT_LENGTH_MAX = 500;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    BankNotice {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("id: is not 1 to 64 letters, digits, _ or -");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: " + amount.amount() + " is not above 0");
        }
        if (content.length() > CONTENT_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "content: has " + content.length() + " characters, allowed are " + CONTENT_LENGTH_MAX);
        }
    }

    /** A time as the notices' services write it, in Vietnam. */
    static Instant local(String field, String text) {
        try {
            return LocalDateTime.parse(text, LOCAL).atZone(ServiceDay.VIETNAM).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(field + ": is not yyyy-MM-dd HH:mm:ss", wrong);
        }
    }

    /** A foreign reference as part of an id: what ids do not allow becomes its code. */
    static String plain(String reference) {
        StringBuilder plain = new StringBuilder();
        reference
                .chars()
                .forEach(letter -> plain.append(
                        Character.toString(letter).matches("[A-Za-z0-9-]")
                                ? Character.toString(letter)
                                : "_" + Integer.toHexString(letter)));
        return plain.toString();
    }
}
