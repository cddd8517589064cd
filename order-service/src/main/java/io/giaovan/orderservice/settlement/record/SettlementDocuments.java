package io.giaovan.orderservice.settlement.record;

import static io.giaovan.store.document.StoredValues.documentAt;
import static io.giaovan.store.document.StoredValues.instantAt;
import static io.giaovan.store.document.StoredValues.longAt;
import static io.giaovan.store.document.StoredValues.moneyAt;
import static io.giaovan.store.document.StoredValues.textAt;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.orderservice.settlement.booking.AccountKey;
import io.giaovan.orderservice.settlement.booking.Booking;
import io.giaovan.orderservice.settlement.booking.Carry;
import io.giaovan.orderservice.settlement.booking.LineKind;
import io.giaovan.orderservice.settlement.booking.Reason;
import io.giaovan.orderservice.settlement.booking.StatementLine;
import io.giaovan.orderservice.settlement.closing.SellerAccount;
import io.giaovan.orderservice.settlement.statement.Statement;
import io.giaovan.orderservice.settlement.statement.StatementState;
import io.giaovan.orderservice.settlement.statement.StatementState.CarriedOver;
import io.giaovan.orderservice.settlement.statement.StatementState.Closed;
import io.giaovan.orderservice.settlement.statement.StatementState.Open;
import io.giaovan.orderservice.settlement.statement.StatementState.Paid;
import io.giaovan.orderservice.settlement.statement.StatementStatus;
import io.giaovan.store.document.StoredValues;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps bookings, statements and accounts to documents and back. Days are kept as text, which sorts like time. */
final class SettlementDocuments {
    private static final int SCHEMA = 1;

    private SettlementDocuments() {}

    static Document write(Booking booking) {
        return new Document("_id", booking.id())
                .append("schema", SCHEMA)
                .append("merchantId", booking.key().merchantId().value())
                .append("currency", booking.key().currency())
                .append("orderId", booking.orderId().value())
                .append("ready", booking.ready())
                .append(
                        "lines",
                        booking.lines().stream().map(SettlementDocuments::line).toList())
                .append("taken", StoredValues.money(booking.taken()))
                .append("at", StoredValues.instant(booking.at()))
                .append("statementId", null);
    }

    static Booking readBooking(Document stored) {
        return new Booking(
                textAt(stored, "_id"),
                key(stored),
                new OrderId(textAt(stored, "orderId")),
                stored.getBoolean("ready", false),
                stored.getList("lines", Document.class).stream()
                        .map(SettlementDocuments::line)
                        .toList(),
                moneyAt(stored, "taken"),
                instantAt(stored, "at"));
    }

    static AccountKey key(Document stored) {
        return new AccountKey(new MerchantId(textAt(stored, "merchantId")), textAt(stored, "currency"));
    }

    static Document write(Statement statement) {
        return new Document("_id", statement.id())
                .append("schema", SCHEMA)
                .append("merchantId", statement.merchantId().value())
                .append("day", statement.day().toString())
                .append("state", state(statement.state()))
                .append("bookings", statement.bookings())
                .append("carriedIn", findLine(statement.carriedIn()))
                .append("carriedOut", findLine(statement.carriedOut()))
                .append("payable", StoredValues.money(statement.payable()))
                .append("fees", StoredValues.money(statement.fees()))
                .append("closedAt", StoredValues.instant(statement.closedAt()));
    }

    /** Reads a statement; without its bookings when they were left out. */
    static Statement readStatement(Document stored) {
        List<String> bookings = stored.getList("bookings", String.class);
        return new Statement(
                textAt(stored, "_id"),
                new MerchantId(textAt(stored, "merchantId")),
                LocalDate.parse(textAt(stored, "day")),
                state(documentAt(stored, "state")),
                bookings == null ? List.of() : bookings,
                findLine(stored.get("carriedIn", Document.class)),
                findLine(stored.get("carriedOut", Document.class)),
                moneyAt(stored, "payable"),
                moneyAt(stored, "fees"),
                StoredValues.findInstant(stored, "closedAt"),
                stored.get("version") == null ? 0 : longAt(stored, "version"));
    }

    static Document write(SellerAccount account) {
        LocalDate day = account.closedThrough();
        Statement closing = account.closing();
        return new Document("_id", account.key().toString())
                .append("schema", SCHEMA)
                .append("merchantId", account.key().merchantId().value())
                .append("currency", account.key().currency())
                .append("closedThrough", day == null ? null : day.toString())
                .append("carry", carry(account.carry()))
                .append("closing", closing == null ? null : write(closing));
    }

    static SellerAccount readAccount(Document stored) {
        String day = stored.getString("closedThrough");
        Document closing = stored.get("closing", Document.class);
        return new SellerAccount(
                key(stored),
                day == null ? null : LocalDate.parse(day),
                carry(stored.get("carry", Document.class)),
                closing == null ? null : readStatement(closing),
                longAt(stored, "version"));
    }

    private static @Nullable Document carry(@Nullable Carry carry) {
        return carry == null
                ? null
                : new Document("amount", StoredValues.money(carry.amount()))
                        .append("fees", StoredValues.money(carry.fees()))
                        .append("statementId", carry.statementId())
                        .append("day", carry.day().toString());
    }

    private static @Nullable Carry carry(@Nullable Document stored) {
        return stored == null
                ? null
                : new Carry(
                        moneyAt(stored, "amount"),
                        moneyAt(stored, "fees"),
                        textAt(stored, "statementId"),
                        LocalDate.parse(textAt(stored, "day")));
    }

    private static @Nullable Document findLine(@Nullable StatementLine line) {
        return line == null ? null : line(line);
    }

    private static @Nullable StatementLine findLine(@Nullable Document stored) {
        return stored == null ? null : line(stored);
    }

    private static Document line(StatementLine line) {
        return new Document(
                        "orderId",
                        line.orderId() == null ? null : line.orderId().value())
                .append("kind", line.kind().name())
                .append("amount", StoredValues.money(line.amount()))
                .append("vietnamese", line.reason().vietnamese())
                .append("english", line.reason().english());
    }

    private static StatementLine line(Document stored) {
        String orderId = stored.getString("orderId");
        return new StatementLine(
                orderId == null ? null : new OrderId(orderId),
                LineKind.valueOf(textAt(stored, "kind")),
                moneyAt(stored, "amount"),
                new Reason(textAt(stored, "vietnamese"), textAt(stored, "english")));
    }

    private static Document state(StatementState state) {
        Document document = new Document("kind", state.status().name());
        return switch (state) {
            case Open _, CarriedOver _ -> document;
            case Closed s ->
                document.append("attempt", s.attempt())
                        .append("payoutId", s.payoutId())
                        .append("trouble", s.trouble())
                        .append("askAfter", StoredValues.instant(s.askAfter()));
            case Paid s -> document.append("payoutId", s.payoutId()).append("at", StoredValues.instant(s.at()));
        };
    }

    private static StatementState state(Document stored) {
        return switch (StatementStatus.valueOf(textAt(stored, "kind"))) {
            case OPEN -> new Open();
            case CLOSED ->
                new Closed(
                        (int) longAt(stored, "attempt"),
                        stored.getString("payoutId"),
                        stored.getString("trouble"),
                        StoredValues.findInstant(stored, "askAfter"));
            case PAID -> new Paid(textAt(stored, "payoutId"), instantAt(stored, "at"));
            case CARRIED_OVER -> new CarriedOver();
        };
    }
}
