package io.giaovan.orderservice.settlement.seller;

import io.giaovan.orderservice.settlement.booking.StatementLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a statement.
 *
 * @param lines in the statement's order
 * @param next cursor of the next page, null when this is the last
 */
public record LinePage(List<StatementLine> lines, @Nullable String next) {
    public LinePage {
        lines = List.copyOf(lines);
    }
}
