package io.giaovan.paymentgateway.cod;

/**
 * Writes a table for spreadsheets. A cell that a spreadsheet would take for a formula is given an apostrophe in front, so
 * that what strangers wrote is never run. Not safe for concurrent use.
 */
final class CsvText {
    private static final String FORMULA_BEGINS = "=+-@\t\r\n";

    private final StringBuilder text = new StringBuilder();

    CsvText row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        text.append("\r\n");
        return this;
    }

    static String cell(String value) {
        boolean formula = !value.isEmpty() && FORMULA_BEGINS.indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean quoted =
                safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
