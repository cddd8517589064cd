package io.giaovan.orderservice.settlement.closing;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.settlement.SettlementSettings;
import io.giaovan.orderservice.settlement.booking.AccountKey;
import io.giaovan.orderservice.settlement.booking.Booking;
import io.giaovan.orderservice.settlement.booking.Bookings;
import io.giaovan.orderservice.settlement.statement.Statement;
import io.giaovan.orderservice.settlement.statement.Statements;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closes statements. What a statement holds is decided in one write to the seller's account and carried out after it by
 * steps that can be repeated, by this process or the next. Safe for concurrent use.
 */
@Singleton
public final class Closings {
    private final Bookings bookings;
    private final SellerAccounts accounts;
    private final Statements statements;
    private final SettlementSettings settings;
    private final Clock clock;

    public Closings(
            Bookings bookings,
            SellerAccounts accounts,
            Statements statements,
            SettlementSettings settings,
            Clock clock) {
        this.bookings = bookings;
        this.accounts = accounts;
        this.statements = statements;
        this.settings = settings;
        this.clock = clock;
    }

    /** Accounts with bookings of days that are over, or with a closing that was interrupted. */
    public List<AccountKey> listDue() {
        Instant over = settings.closing(today().minusDays(1));
        List<AccountKey> due = new ArrayList<>(
                accounts.listClosing().stream().map(SellerAccount::key).toList());
        bookings.accountsBefore(over).stream()
                .filter(key -> !due.contains(key))
                .filter(key -> accounts.get(key).mayClose(today().minusDays(1)))
                .sorted(Comparator.comparing(AccountKey::toString))
                .forEach(due::add);
        return due;
    }

    /** Closes every day of an account that is over. */
    public void closeDue(AccountKey key) {
        while (closedOne(key, today().minusDays(1))) {
            // Each round closes the oldest day that has bookings.
        }
    }

    /**
     * Closes statements before their time: those of earlier days and the given day's, with what is booked by now.
     *
     * @param merchantId one seller, or null for all
     * @param day not later than the running service day
     * @return the statements of that day; for one seller also those that were closed before
     */
    public List<Statement> close(@Nullable MerchantId merchantId, LocalDate day) {
        if (day.isAfter(today())) {
            throw ProblemException.invalid("day", day, "is after the running service day " + today());
        }
        List<Statement> closed = new ArrayList<>();
        for (AccountKey key : keys(merchantId)) {
            while (closedOne(key, day)) {
                // Each round closes the oldest day that has bookings.
            }
            statements.find(key.merchantId(), Statement.idOf(key, day)).ifPresent(closed::add);
        }
        return closed;
    }

    LocalDate today() {
        return settings.dayOf(clock.instant());
    }

    /** The statement that an account's bookings would make now; it may have no lines. */
    public Statement open(AccountKey key, List<Booking> ready) {
        SellerAccount account = accounts.get(key);
        return Statement.open(key, account.dayFor(today()), ready, account.carry());
    }

    private List<AccountKey> keys(@Nullable MerchantId merchantId) {
        Set<AccountKey> open = bookings.accountsBefore(clock.instant().plusMillis(1));
        List<AccountKey> keys = new ArrayList<>(open);
        accounts.listClosing().stream()
                .map(SellerAccount::key)
                .filter(key -> !keys.contains(key))
                .forEach(keys::add);
        if (merchantId != null) {
            accounts.list(merchantId).stream()
                    .map(SellerAccount::key)
                    .filter(key -> !keys.contains(key))
                    .forEach(keys::add);
        }
        return keys.stream()
                .filter(key -> merchantId == null || key.merchantId().equals(merchantId))
                .sorted(Comparator.comparing(AccountKey::toString))
                .toList();
    }

    /** Closes the oldest day with bookings, if it is not after {@code last}; false when there is none. */
    private boolean closedOne(AccountKey key, LocalDate last) {
        while (true) {
            SellerAccount account = accounts.get(key);
            if (account.closing() != null) {
                carryOut(account, account.closing());
                continue;
            }
            List<Booking> ready = bookings.listOpen(key.merchantId()).stream()
                    .filter(booking -> booking.key().equals(key))
                    .toList();
            if (ready.isEmpty()) {
                return false;
            }
            LocalDate day = account.dayFor(settings.dayOf(ready.getFirst().at()));
            if (day.isAfter(last)) {
                return false;
            }
            List<Booking> taken = ready.stream()
                    .filter(booking -> booking.at().isBefore(settings.closing(day)))
                    .limit(settings.ordersMax())
                    .toList();
            Statement closed = Statement.open(key, day, taken, account.carry()).closed(clock.instant());
            if (accounts.save(account.closing(closed))) {
                SellerAccount decided = accounts.get(key);
                if (decided.closing() != null) {
                    carryOut(decided, decided.closing());
                }
                return true;
            }
        }
    }

    /** What a decided closing still needs; a closing that somebody else carried out meanwhile stays as it is. */
    private void carryOut(SellerAccount account, Statement closing) {
        bookings.assign(closing.bookings(), closing.id());
        statements.add(closing);
        accounts.save(account.carriedOut());
    }
}
