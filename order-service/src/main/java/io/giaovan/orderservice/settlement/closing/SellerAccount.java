package io.giaovan.orderservice.settlement.closing;

import io.giaovan.orderservice.settlement.booking.AccountKey;
import io.giaovan.orderservice.settlement.booking.Carry;
import io.giaovan.orderservice.settlement.statement.Statement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is between a seller's statements. Closing goes through it, so that two processes never put one booking on two
 * statements: the next closing begins only when the one before has been carried out.
 *
 * @param key whose
 * @param closedThrough the last day whose statement is closed, or null before the first
 * @param carry what the next statement begins with, or null
 * @param closing the statement whose closing is decided and not yet carried out, or null
 * @param version rises with every write; 0 before the first
 */
public record SellerAccount(
        AccountKey key,
        @Nullable LocalDate closedThrough,
        @Nullable Carry carry,
        @Nullable Statement closing,
        long version) {
    public static SellerAccount fresh(AccountKey key) {
        return new SellerAccount(key, null, null, null, 0);
    }

    /** The first day that takes a booking of a given day. */
    LocalDate dayFor(LocalDate day) {
        return closedThrough == null || day.isAfter(closedThrough) ? day : closedThrough.plusDays(1);
    }

    /** Whether the statement of a day, or of one before it, is not closed. */
    boolean mayClose(LocalDate day) {
        return closedThrough == null || closedThrough.isBefore(day);
    }

    SellerAccount closing(Statement closed) {
        return new SellerAccount(key, closed.day(), closed.carry(), closed, version);
    }

    SellerAccount carriedOut() {
        return new SellerAccount(key, closedThrough, carry, null, version);
    }
}
