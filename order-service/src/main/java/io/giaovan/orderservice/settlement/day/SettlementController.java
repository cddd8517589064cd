package io.giaovan.orderservice.settlement.day;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.settlement.booking.LineBook;
import io.giaovan.orderservice.settlement.closing.Closings;
import io.giaovan.orderservice.settlement.seller.SellerStatements;
import io.giaovan.orderservice.settlement.statement.Statement;
import io.giaovan.orderservice.settlement.statement.StatementPayments;
import io.giaovan.orderservice.settlement.statement.StatementStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the house close statements before their time. */
@Controller("/internal/settlement")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettlementController {
    private final LineBook book;
    private final Closings closings;
    private final StatementPayments payments;
    private final SellerStatements statements;

    SettlementController(LineBook book, Closings closings, StatementPayments payments, SellerStatements statements) {
        this.book = book;
        this.closings = closings;
        this.payments = payments;
        this.statements = statements;
    }

    /** All sellers when {@code merchantId} is absent; {@code day} is a service day like {@code 2026-11-24}. */
    record CloseRequest(@Nullable String merchantId, String day) {}

    record ClosedStatement(String merchantId, String statementId, StatementStatus status, Money total, Money fees) {}

    record CloseAnswer(List<ClosedStatement> statements) {}

    /** Closes and asks for the payouts at once; closing again answers with the statements as they stand. */
    @Post("/close")
    CloseAnswer close(@Body CloseRequest request) {
        MerchantId merchantId = request.merchantId() == null ? null : new MerchantId(request.merchantId());
        LocalDate day = day(request.day());
        book.bookArrived();
        List<Statement> closed = closings.close(merchantId, day);
        payments.payAll();
        return new CloseAnswer(closed.stream()
                .map(statement -> statements.get(statement.merchantId(), statement.id()))
                .map(statement -> new ClosedStatement(
                        statement.merchantId().value(),
                        statement.id(),
                        statement.status(),
                        statement.payable(),
                        statement.fees()))
                .toList());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException broken) {
            throw ProblemException.invalid("day", text, "is not a day like 2026-11-24");
        }
    }
}
