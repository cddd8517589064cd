package io.giaovan.orderservice.settlement.seller;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.page.Language;
import io.giaovan.orderservice.access.Callers;
import io.giaovan.orderservice.settlement.booking.LineKind;
import io.giaovan.orderservice.settlement.booking.StatementLine;
import io.giaovan.orderservice.settlement.statement.Statement;
import io.giaovan.orderservice.settlement.statement.StatementState.CarriedOver;
import io.giaovan.orderservice.settlement.statement.StatementState.Closed;
import io.giaovan.orderservice.settlement.statement.StatementState.Open;
import io.giaovan.orderservice.settlement.statement.StatementState.Paid;
import io.giaovan.orderservice.settlement.statement.StatementStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a seller its statements and balance. Reasons are in the language asked for with {@code lang}. */
@Controller("/seller/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatementController {
    private static final int PAGE_USUAL = 50;

    private final SellerStatements statements;
    private final Callers callers;

    StatementController(SellerStatements statements, Callers callers) {
        this.statements = statements;
        this.callers = callers;
    }

    record StatementRow(
            String statementId,
            LocalDate day,
            StatementStatus status,
            Money total,
            Money fees,
            @Nullable Instant closedAt,
            @Nullable Instant paidAt,
            @Nullable String payoutId,
            @Nullable String trouble) {
        static StatementRow of(Statement statement) {
            return switch (statement.state()) {
                case Open _, CarriedOver _ -> row(statement, null, null, null);
                case Closed closed -> row(statement, null, closed.payoutId(), closed.trouble());
                case Paid paid -> row(statement, paid.at(), paid.payoutId(), null);
            };
        }

        private static StatementRow row(
                Statement statement, @Nullable Instant paidAt, @Nullable String payoutId, @Nullable String trouble) {
            return new StatementRow(
                    statement.id(),
                    statement.day(),
                    statement.status(),
                    statement.payable(),
                    statement.fees(),
                    statement.closedAt(),
                    paidAt,
                    payoutId,
                    trouble);
        }
    }

    record StatementRows(
            List<StatementRow> statements, @Nullable String next) {}

    record LineAnswer(@Nullable String orderId, LineKind kind, Money amount, String reason) {
        static LineAnswer of(StatementLine line, Language language) {
            return new LineAnswer(
                    line.orderId() == null ? null : line.orderId().value(),
                    line.kind(),
                    line.amount(),
                    line.reason().in(language));
        }
    }

    record StatementAnswer(
            StatementRow statement,
            List<LineAnswer> lines,
            @Nullable String next) {}

    record BalanceAnswer(List<Balance> balances) {}

    @Get("/statements")
    StatementRows list(
            HttpRequest<?> request, @Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
        StatementPage page = statements.list(callers.seller(request), limitOf(limit), cursor);
        return new StatementRows(
                page.statements().stream().map(StatementRow::of).toList(), page.next());
    }

    /** One statement with the lines of its first orders; {@code next} leads to further ones. */
    @Get("/statements/{statementId}")
    StatementAnswer show(HttpRequest<?> request, String statementId, @Nullable @QueryValue String cursor) {
        Statement statement = statements.get(callers.seller(request), statementId);
        LinePage page = statements.lines(statement, cursor);
        Language language = Language.of(request);
        return new StatementAnswer(
                StatementRow.of(statement),
                page.lines().stream().map(line -> LineAnswer.of(line, language)).toList(),
                page.next());
    }

    @Get("/statements/{statementId}.csv")
    HttpResponse<byte[]> csv(HttpRequest<?> request, String statementId) {
        Statement statement = statements.get(callers.seller(request), statementId);
        String csv = StatementCsv.of(statement, statements.allLines(statement), Language.of(request));
        return HttpResponse.ok(csv.getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.of("text/csv; charset=utf-8"))
                .header("Cache-Control", "private, no-store")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"statement-" + statement.day() + "-" + statement.id() + ".csv\"");
    }

    @Get("/balance")
    BalanceAnswer balance(HttpRequest<?> request) {
        return new BalanceAnswer(statements.balances(callers.seller(request)));
    }

    private static int limitOf(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) {
            return PAGE_USUAL;
        }
        if (!limit.matches("[0-9]{1,3}")
                || Integer.parseInt(limit) < 1
                || Integer.parseInt(limit) > SellerStatements.PAGE_MAX) {
            throw ProblemException.invalid(
                    "limit", limit, "is not a whole number from 1 to " + SellerStatements.PAGE_MAX);
        }
        return Integer.parseInt(limit);
    }
}
