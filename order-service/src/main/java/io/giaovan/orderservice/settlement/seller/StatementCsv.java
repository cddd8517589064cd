package io.giaovan.orderservice.settlement.seller;

import io.giaovan.edge.page.Language;
import io.giaovan.orderservice.settlement.booking.StatementLine;
import io.giaovan.orderservice.settlement.statement.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a statement as RFC 4180 text for spreadsheets: UTF-8 with a byte order mark, one line per row. Text that a
 * spreadsheet would take for a formula begins with an apostrophe; amounts are plain numbers in minor units.
 */
final class StatementCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private StatementCsv() {}

    static String of(Statement statement, List<StatementLine> lines, Language language) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
        csv.append("statement,day,order,kind,reason,amount,currency\r\n");
        for (StatementLine line : lines) {
            csv.append(Stream.of(
                                    statement.id(),
                                    statement.day().toString(),
                                    line.orderId() == null ? "" : line.orderId().value(),
                                    line.kind().name(),
                                    line.reason().in(language))
                            .map(StatementCsv::cell)
                            .collect(Collectors.joining(",")))
                    .append(',')
                    .append(line.amount().amount())
                    .append(',')
                    .append(line.amount().currency())
                    .append("\r\n");
        }
        return csv.toString();
    }

    /** One cell of text. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
