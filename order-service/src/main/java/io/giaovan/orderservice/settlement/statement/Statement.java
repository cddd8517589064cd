package io.giaovan.orderservice.settlement.statement;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.settlement.booking.AccountKey;
import io.giaovan.orderservice.settlement.booking.Booking;
import io.giaovan.orderservice.settlement.booking.Carry;
import io.giaovan.orderservice.settlement.booking.StatementLine;
import io.giaovan.orderservice.settlement.statement.StatementState.CarriedOver;
import io.giaovan.orderservice.settlement.statement.StatementState.Closed;
import io.giaovan.orderservice.settlement.statement.StatementState.Open;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller is owed for one service day in one currency. Its lines are those of its bookings, in their order,
 * between what was carried in and what is carried out.
 *
 * @param id {@code st_…}, made of seller, currency and day
 * @param merchantId the seller
 * @param day the service day
 * @param state where it stands
 * @param bookings ids of its bookings, oldest first
 * @param carriedIn line of the balance before, or null
 * @param carriedOut line of the balance that goes on, or null
 * @param payable sum of all lines
 * @param fees what the house keeps: the fees of this statement and those carried in
 * @param closedAt when it was closed, null while open
 * @param version rises with every write; 0 before the first
 */
public record Statement(
        String id,
        MerchantId merchantId,
        LocalDate day,
        StatementState state,
        List<String> bookings,
        @Nullable StatementLine carriedIn,
        @Nullable StatementLine carriedOut,
        Money payable,
        Money fees,
        @Nullable Instant closedAt,
        long version) {
    private static final int ID_LENGTH = 24;

    public Statement {
        bookings = List.copyOf(bookings);
    }

    public static String idOf(AccountKey key, LocalDate day) {
        return "st_" + Secrets.digest("statement|" + key + "|" + day).substring(0, ID_LENGTH);
    }

    /** The statement as it would close now. */
    public static Statement open(AccountKey key, LocalDate day, List<Booking> bookings, @Nullable Carry carry) {
        Money total = carry == null ? Money.zero(key.currency()) : carry.amount();
        Money fees = carry == null ? Money.zero(key.currency()) : carry.fees();
        for (Booking booking : bookings) {
            total = total.plus(booking.total());
            fees = fees.plus(booking.fees());
        }
        return new Statement(
                idOf(key, day),
                key.merchantId(),
                day,
                new Open(),
                bookings.stream().map(Booking::id).toList(),
                carry == null || carry.amount().isZero() ? null : carry.in(),
                null,
                total,
                fees,
                null,
                0);
    }

    /** Nothing is added any more; a balance that is not above zero goes on to the next statement. */
    public Statement closed(Instant at) {
        if (payable.isPositive()) {
            return with(new Closed(1, null, null, null), null, payable, at);
        }
        Carry carry = new Carry(payable, fees, id, day);
        return with(new CarriedOver(), payable.isZero() ? null : carry.out(), Money.zero(payable.currency()), at);
    }

    /** What the next statement begins with, or null when this one is paid. */
    @Nullable
    public Carry carry() {
        if (!(state instanceof CarriedOver)) {
            return null;
        }
        Money balance = carriedOut == null
                ? Money.zero(payable.currency())
                : carriedOut.amount().negated();
        return new Carry(balance, fees, id, day);
    }

    Statement withState(StatementState to) {
        return with(to, carriedOut, payable, closedAt);
    }

    private Statement with(StatementState to, @Nullable StatementLine out, Money sum, @Nullable Instant at) {
        return new Statement(id, merchantId, day, to, bookings, carriedIn, out, sum, fees, at, version);
    }

    public StatementStatus status() {
        return state.status();
    }

    AccountKey key() {
        return new AccountKey(merchantId, payable.currency());
    }

    /** The key under which an attempt to pay is asked for: the statement's id for the first. */
    String payoutKey(int attempt) {
        return attempt == 1 ? id : id + "-" + attempt;
    }

    public List<StatementLine> lines(List<Booking> booked) {
        List<StatementLine> lines = new ArrayList<>();
        if (carriedIn != null) {
            lines.add(carriedIn);
        }
        booked.forEach(booking -> lines.addAll(booking.lines()));
        if (carriedOut != null) {
            lines.add(carriedOut);
        }
        return lines;
    }
}
