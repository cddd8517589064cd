package io.giaovan.orderservice.portal;

import io.giaovan.edge.page.Language;
import io.giaovan.orderservice.notice.SellerWebhooks;
import io.giaovan.orderservice.settlement.seller.LinePage;
import io.giaovan.orderservice.settlement.seller.SellerStatements;
import io.giaovan.orderservice.settlement.seller.StatementPage;
import io.giaovan.orderservice.settlement.statement.Statement;
import io.giaovan.orderservice.stock.Stock;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.Map;

/** Stock, statements and webhooks as pages to read. */
@Controller("/portal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class BooksPageController {
    private static final int PRODUCTS_MAX = 1_000;
    private static final int STATEMENTS_PER_PAGE = 31;
    private static final int DELIVERIES_MAX = 50;

    private final PortalDoor door;
    private final Stock stock;
    private final SellerStatements statements;
    private final SellerWebhooks webhooks;

    BooksPageController(PortalDoor door, Stock stock, SellerStatements statements, SellerWebhooks webhooks) {
        this.door = door;
        this.stock = stock;
        this.statements = statements;
        this.webhooks = webhooks;
    }

    @Get("/stock")
    HttpResponse<String> stock(HttpRequest<?> request) {
        return door.show(
                request,
                visit -> door.page(
                        visit,
                        "portal/stock.jte",
                        visit.language().of("Tồn kho", "Stock"),
                        Map.of("levels", stock.list(visit.merchantId(), PRODUCTS_MAX))));
    }

    @Get("/statements")
    HttpResponse<String> statements(HttpRequest<?> request, @QueryValue(defaultValue = "") String cursor) {
        return door.show(request, visit -> {
            StatementPage page =
                    statements.list(visit.merchantId(), STATEMENTS_PER_PAGE, cursor.isEmpty() ? null : cursor);
            Map<String, Object> values = new HashMap<>();
            values.put("page", page);
            values.put("balances", statements.balances(visit.merchantId()));
            return door.page(visit, "portal/statements.jte", visit.language().of("Sao kê", "Statements"), values);
        });
    }

    @Get("/statements/{statementId}")
    HttpResponse<String> statement(
            HttpRequest<?> request, String statementId, @QueryValue(defaultValue = "") String cursor) {
        return door.show(request, visit -> {
            Language language = visit.language();
            Statement statement = statements.get(visit.merchantId(), statementId);
            LinePage lines = statements.lines(statement, cursor.isEmpty() ? null : cursor);
            return door.page(
                    visit,
                    "portal/statement.jte",
                    language.of("Sao kê ", "Statement ") + statement.day(),
                    Map.of("statement", statement, "lines", lines));
        });
    }

    @Get("/webhooks")
    HttpResponse<String> webhooks(HttpRequest<?> request) {
        return door.show(
                request,
                visit -> door.page(
                        visit,
                        "portal/webhooks.jte",
                        "Webhooks",
                        Map.of(
                                "endpoints", webhooks.endpoints(visit.merchantId()),
                                "deliveries", webhooks.deliveries(visit.merchantId(), DELIVERIES_MAX))));
    }
}
