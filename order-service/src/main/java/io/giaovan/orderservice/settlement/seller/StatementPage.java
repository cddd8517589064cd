package io.giaovan.orderservice.settlement.seller;

import io.giaovan.orderservice.settlement.statement.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some statements of a seller.
 *
 * @param statements newest day first
 * @param next cursor of the next page, null when this is the last
 */
public record StatementPage(
        List<Statement> statements, @Nullable String next) {
    public StatementPage {
        statements = List.copyOf(statements);
    }
}
