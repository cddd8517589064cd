package io.giaovan.paymentgateway.limit;

import io.giaovan.contracts.money.Money;
import java.time.LocalDate;

/**
 * A limit in force from a day until a later rule of the same provider and bucket.
 *
 * @param provider the rail, or {@code *} for all that have no rule of their own
 * @param bucket what it is for
 * @param from first day, in Vietnam
 * @param perMonth most that one subscriber pays in a calendar month
 * @param source where the figure comes from
 */
record LimitRule(String provider, Bucket bucket, LocalDate from, Money perMonth, String source) {
    static final String ANY = "*";
    private static final int SOURCE_LENGTH_MAX = 200;

    LimitRule {
        if (!provider.matches("\\*|[a-z_]{1,40}")) {
            throw new IllegalArgumentException("provider: '" + provider + "' is not * or 1 to 40 of a-z _");
        }
        if (perMonth.isNegative()) {
            throw new IllegalArgumentException("perMonth: " + perMonth.amount() + " is below 0");
        }
        if (source.isBlank() || source.length() > SOURCE_LENGTH_MAX) {
            throw new IllegalArgumentException("source: is not 1 to " + SOURCE_LENGTH_MAX + " characters");
        }
    }
}
