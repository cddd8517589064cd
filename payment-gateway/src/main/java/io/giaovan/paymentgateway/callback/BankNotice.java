package io.giaovan.paymentgateway.callback;

import io.giaovan.contracts.money.Money;
import java.time.Instant;

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

    BankNotice {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("id: is not 1 to 64 letters, digits, _ or -");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("transferAmount: " + amount.amount() + " is not above 0");
        }
        if (content.length() > CONTENT_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "content: has " + content.length() + " characters, allowed are " + CONTENT_LENGTH_MAX);
        }
    }
}
