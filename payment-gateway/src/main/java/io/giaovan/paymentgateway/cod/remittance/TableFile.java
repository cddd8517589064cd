package io.giaovan.paymentgateway.cod.remittance;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import java.util.List;

/**
 * A table that somebody sent. Cells are text without surrounding spaces; the first row holds the headers.
 *
 * @param rows as they stand in the file
 */
record TableFile(List<Row> rows) {
    static final int CELL_LENGTH_MAX = 1_000;
    static final int COLUMNS_MAX = 100;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /**
     * A row.
     *
     * @param number as a spreadsheet counts, from 1
     * @param cells from the left
     * @param formula whether a cell is a formula, whose result nobody can check
     */
    record Row(int number, List<String> cells, boolean formula) {
        Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    TableFile {
        rows = List.copyOf(rows);
    }

    /** Reads CSV or XLSX, whichever the bytes are. */
    static TableFile read(byte[] bytes, int rowsMax) {
        boolean zip =
                bytes.length >= ZIP.length && java.util.Arrays.equals(java.util.Arrays.copyOf(bytes, ZIP.length), ZIP);
        return zip ? XlsxFile.read(bytes, rowsMax) : CsvFile.read(bytes, rowsMax);
    }

    static ProblemException broken(String why) {
        return ProblemException.invalid("file", "", why);
    }

    static ProblemException tooLong(int rowsMax) {
        return new ProblemException(ErrorCode.LIMIT_REACHED, "file: more than " + rowsMax + " rows");
    }
}
