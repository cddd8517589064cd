package io.giaovan.paymentgateway.cod.remittance;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated text after RFC 4180, also with semicolons or tabs as spreadsheets in Vietnam write them. A cell
 * that begins like a formula is told, because whoever opens the file in a spreadsheet would run it.
 */
final class CsvFile {
    private final String text;
    private final char separator;
    private final int rowsMax;
    private final List<TableFile.Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private boolean formula;
    private int at;

    private CsvFile(String text, int rowsMax) {
        this.text = text;
        this.rowsMax = rowsMax;
        this.separator = separator(text);
    }

    static TableFile read(byte[] bytes, int rowsMax) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new CsvFile(text.startsWith("\uFEFF") ? text.substring(1) : text, rowsMax).read();
        } catch (CharacterCodingException other) {
            throw TableFile.broken("is neither UTF-8 text nor an .xlsx file");
        }
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(letter -> letter == wanted).count();
    }

    private TableFile read() {
        while (at < text.length()) {
            String cell = text.charAt(at) == '"' ? quoted() : plain();
            add(cell);
            if (at >= text.length() || text.charAt(at) != separator) {
                endRow();
            } else {
                at++;
                if (at == text.length()) {
                    add("");
                    endRow();
                }
            }
        }
        return new TableFile(rows);
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && text.charAt(at) != separator && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char letter = text.charAt(at++);
            if (letter != '"') {
                cell.append(letter);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                if (at < text.length() && text.charAt(at) != separator && !isEnd(text.charAt(at))) {
                    throw TableFile.broken("row " + (rows.size() + 1) + " goes on after a closing quotation mark");
                }
                return cell.toString();
            }
        }
        throw TableFile.broken("row " + (rows.size() + 1) + " has a quotation mark that is never closed");
    }

    private void add(String cell) {
        if (cell.length() > TableFile.CELL_LENGTH_MAX || cells.size() == TableFile.COLUMNS_MAX) {
            throw TableFile.broken("row " + (rows.size() + 1) + " has more than " + TableFile.COLUMNS_MAX
                    + " columns or a cell of more than " + TableFile.CELL_LENGTH_MAX + " characters");
        }
        String stripped = cell.strip();
        formula |= isFormula(stripped);
        cells.add(stripped);
    }

    /** A number may have a sign; anything else behind one is a formula to a spreadsheet. */
    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 && !cell.matches("[+-][0-9][0-9., ]*");
    }

    private void endRow() {
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            if (rows.size() > rowsMax) {
                throw TableFile.tooLong(rowsMax);
            }
            rows.add(new TableFile.Row(rows.size() + 1, cells, formula));
        }
        cells = new ArrayList<>();
        formula = false;
        while (at < text.length() && isEnd(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isEnd(char letter) {
        return letter == '\n' || letter == '\r';
    }
}
