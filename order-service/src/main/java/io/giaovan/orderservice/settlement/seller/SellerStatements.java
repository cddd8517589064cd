package io.giaovan.orderservice.settlement.seller;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.settlement.booking.AccountKey;
import io.giaovan.orderservice.settlement.booking.Booking;
import io.giaovan.orderservice.settlement.booking.Bookings;
import io.giaovan.orderservice.settlement.booking.StatementLine;
import io.giaovan.orderservice.settlement.closing.Closings;
import io.giaovan.orderservice.settlement.closing.SellerAccounts;
import io.giaovan.orderservice.settlement.statement.Statement;
import io.giaovan.orderservice.settlement.statement.Statements;
import io.giaovan.orderservice.settlement.statement.Statements.Place;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What sellers read of their statements. Safe for concurrent use. */
@Singleton
public final class SellerStatements {
    public static final int PAGE_MAX = 200;
    /** Orders whose lines make one page of a statement. */
    public static final int ORDERS_PER_PAGE = 200;

    private static final int READ_AT_ONCE = 500;
    private static final Comparator<Statement> NEWEST_FIRST =
            Comparator.comparing(Statement::day).reversed().thenComparing(Statement::id);

    private final Statements statements;
    private final Bookings bookings;
    private final SellerAccounts accounts;
    private final Closings closings;

    public SellerStatements(Statements statements, Bookings bookings, SellerAccounts accounts, Closings closings) {
        this.statements = statements;
        this.bookings = bookings;
        this.accounts = accounts;
        this.closings = closings;
    }

    /**
     * Statements of a seller, newest day first; the open one is among them once it has lines.
     *
     * @param limit 1 to {@value #PAGE_MAX}
     * @param cursor {@link StatementPage#next} of the page before, or null for the first page
     */
    public StatementPage list(MerchantId merchantId, int limit, @Nullable String cursor) {
        Place before = cursor == null ? null : place(cursor);
        List<Statement> found = Stream.concat(
                        open(merchantId).stream().filter(open -> before == null || isAfter(open, before)),
                        statements.list(merchantId, before, limit + 1).stream())
                .sorted(NEWEST_FIRST)
                .toList();
        if (found.size() <= limit) {
            return new StatementPage(found, null);
        }
        Statement last = found.get(limit - 1);
        return new StatementPage(found.subList(0, limit), last.day() + "." + last.id());
    }

    /** @throws ProblemException NOT_FOUND when the seller has no such statement */
    public Statement get(MerchantId merchantId, String id) {
        return statements
                .find(merchantId, id)
                .or(() -> open(merchantId).stream()
                        .filter(open -> open.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> ProblemException.notFound("statement", id.substring(0, Math.min(64, id.length()))));
    }

    /**
     * Lines of a statement, those of {@value #ORDERS_PER_PAGE} orders at a time.
     *
     * @param cursor {@link LinePage#next} of the page before, or null for the first page
     */
    public LinePage lines(Statement statement, @Nullable String cursor) {
        int from = cursor == null ? 0 : number(cursor);
        int to = Math.min(statement.bookings().size(), from + ORDERS_PER_PAGE);
        if (from > to) {
            throw ProblemException.invalid("cursor", from, "is not a cursor of this statement");
        }
        boolean last = to == statement.bookings().size();
        List<StatementLine> lines = new ArrayList<>();
        if (from == 0 && statement.carriedIn() != null) {
            lines.add(statement.carriedIn());
        }
        bookings.listByIds(statement.merchantId(), statement.bookings().subList(from, to))
                .forEach(booking -> lines.addAll(booking.lines()));
        if (last && statement.carriedOut() != null) {
            lines.add(statement.carriedOut());
        }
        return new LinePage(lines, last ? null : Integer.toString(to));
    }

    /** All lines of a statement. */
    public List<StatementLine> allLines(Statement statement) {
        return statement.lines(bookings.listByIds(statement.merchantId(), statement.bookings()));
    }

    /** One balance per currency in which the seller has or had money, by currency. */
    public List<Balance> balances(MerchantId merchantId) {
        Map<String, Balance> balances = new TreeMap<>();
        currencies(merchantId)
                .forEach(currency -> balances.put(
                        currency, new Balance(Money.zero(currency), Money.zero(currency), Money.zero(currency), 0)));
        if (balances.isEmpty()) {
            balances.put(Money.VND, new Balance(Money.vnd(0), Money.vnd(0), Money.vnd(0), 0));
        }
        open(merchantId).forEach(open -> add(balances, open));
        Place before = null;
        List<Statement> read;
        do {
            read = statements.list(merchantId, before, READ_AT_ONCE);
            read.forEach(statement -> add(balances, statement));
            before = read.isEmpty()
                    ? null
                    : new Place(read.getLast().day(), read.getLast().id());
        } while (read.size() == READ_AT_ONCE);
        for (Booking waiting : waiting(merchantId)) {
            balances.computeIfPresent(
                    waiting.key().currency(),
                    (_, known) -> new Balance(known.open(), known.closed(), known.paid(), known.waitingOrders() + 1));
        }
        return List.copyOf(balances.values());
    }

    private static void add(Map<String, Balance> balances, Statement statement) {
        Money sum = statement.payable();
        Balance known = Optional.ofNullable(balances.get(sum.currency()))
                .orElse(new Balance(
                        Money.zero(sum.currency()), Money.zero(sum.currency()), Money.zero(sum.currency()), 0));
        balances.put(
                sum.currency(),
                switch (statement.status()) {
                    case OPEN ->
                        new Balance(known.open().plus(sum), known.closed(), known.paid(), known.waitingOrders());
                    case CLOSED ->
                        new Balance(known.open(), known.closed().plus(sum), known.paid(), known.waitingOrders());
                    case PAID ->
                        new Balance(known.open(), known.closed(), known.paid().plus(sum), known.waitingOrders());
                    case CARRIED_OVER -> known;
                });
    }

    private List<Statement> open(MerchantId merchantId) {
        List<Booking> ready = bookings.listOpen(merchantId);
        List<Statement> open = new ArrayList<>();
        for (String currency : currencies(merchantId, ready)) {
            AccountKey key = new AccountKey(merchantId, currency);
            Statement statement = closings.open(
                    key,
                    ready.stream().filter(booking -> booking.key().equals(key)).toList());
            if (!statement.bookings().isEmpty() || statement.carriedIn() != null) {
                open.add(statement);
            }
        }
        return open;
    }

    private Collection<String> currencies(MerchantId merchantId) {
        TreeSet<String> currencies = new TreeSet<>(currencies(merchantId, bookings.listOpen(merchantId)));
        waiting(merchantId).forEach(booking -> currencies.add(booking.key().currency()));
        return currencies;
    }

    private Collection<String> currencies(MerchantId merchantId, List<Booking> ready) {
        TreeSet<String> currencies = new TreeSet<>();
        ready.forEach(booking -> currencies.add(booking.key().currency()));
        accounts.list(merchantId)
                .forEach(account -> currencies.add(account.key().currency()));
        return currencies;
    }

    private List<Booking> waiting(MerchantId merchantId) {
        return bookings.listWaiting().stream()
                .filter(booking -> booking.key().merchantId().equals(merchantId))
                .toList();
    }

    private static boolean isAfter(Statement statement, Place place) {
        int days = statement.day().compareTo(place.day());
        return days < 0 || (days == 0 && statement.id().compareTo(place.id()) > 0);
    }

    private static Place place(String cursor) {
        int dot = cursor.indexOf('.');
        try {
            return new Place(LocalDate.parse(cursor.substring(0, Math.max(0, dot))), cursor.substring(dot + 1));
        } catch (DateTimeParseException broken) {
            throw ProblemException.invalid("cursor", cursor, "is not a cursor of this list");
        }
    }

    private static int number(String cursor) {
        if (!cursor.matches("[0-9]{1,6}")) {
            throw ProblemException.invalid("cursor", cursor, "is not a cursor of this statement");
        }
        return Integer.parseInt(cursor);
    }
}
