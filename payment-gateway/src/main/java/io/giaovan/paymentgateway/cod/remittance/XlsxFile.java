package io.giaovan.paymentgateway.cod.remittance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an .xlsx file. What is inside is measured first, as the same directory shows it to the reader: a
 * small file can hold a huge one.
 */
final class XlsxFile {
    private static final long INSIDE_BYTES_MAX = 100_000_000;
    private static final int PARTS_MAX = 500;
    private static final int HEAD_BYTES = 2_048;

    private XlsxFile() {}

    static TableFile read(byte[] bytes, int rowsMax) {
        measure(bytes);
        List<TableFile.Row> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> found = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) found::iterator) {
                List<String> cells = new ArrayList<>();
                boolean formula = false;
                if (row.getCellCount() > TableFile.COLUMNS_MAX) {
                    throw TableFile.broken(
                            "row " + row.getRowNum() + " has more than " + TableFile.COLUMNS_MAX + " columns");
                }
                for (int column = 0; column < row.getCellCount(); column++) {
                    Cell cell = row.getOptionalCell(column).orElse(null);
                    cells.add(cell == null ? "" : text(cell));
                    formula |= cell != null && (cell.getType() == CellType.FORMULA || cell.getFormula() != null);
                }
                if (cells.stream().anyMatch(cell -> !cell.isEmpty()) || formula) {
                    if (rows.size() > rowsMax) {
                        throw TableFile.tooLong(rowsMax);
                    }
                    rows.add(new TableFile.Row(row.getRowNum(), cells, formula));
                }
            }
        } catch (IOException | ExcelReaderException broken) {
            throw TableFile.broken("cannot be read as an .xlsx file");
        }
        return new TableFile(rows);
    }

    private static String text(Cell cell) {
        String text = cell.getType() == CellType.NUMBER
                ? plain(cell.asNumber())
                : String.valueOf(cell.getRawValue() == null ? "" : cell.getText());
        if (text.length() > TableFile.CELL_LENGTH_MAX) {
            throw TableFile.broken("a cell has more than " + TableFile.CELL_LENGTH_MAX + " characters");
        }
        return text.strip();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void measure(byte[] bytes) {
        byte[] buffer = new byte[64 * 1024];
        long inside = 0;
        int parts = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++parts > PARTS_MAX) {
                    throw TableFile.broken("holds more than " + PARTS_MAX + " parts");
                }
                boolean head = true;
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        inside += read;
                        if (inside > INSIDE_BYTES_MAX) {
                            throw TableFile.broken("holds more than " + INSIDE_BYTES_MAX + " bytes");
                        }
                        if (head && declaresTypes(buffer, read)) {
                            throw TableFile.broken("declares document types, which no spreadsheet needs");
                        }
                        head = false;
                    }
                }
            }
        } catch (IOException broken) {
            throw TableFile.broken("cannot be read as an .xlsx file");
        }
    }

    private static boolean declaresTypes(byte[] buffer, int length) {
        return new String(buffer, 0, Math.min(length, HEAD_BYTES), StandardCharsets.ISO_8859_1)
                .toUpperCase(Locale.ROOT)
                .contains("<!DOCTYPE");
    }
}
