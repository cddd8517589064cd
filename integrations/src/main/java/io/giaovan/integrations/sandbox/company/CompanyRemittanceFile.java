package io.giaovan.integrations.sandbox.company;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes remittance files as parcel companies do: in Vietnamese, semicolons and thousands with points in the text form. */
final class CompanyRemittanceFile {
    private static final List<String> HEADERS = List.of("Mã vận đơn", "Tiền thu hộ", "Phí thu hộ", "Thực nhận");

    private CompanyRemittanceFile() {}

    static byte[] write(CompanyRemittance.Format format, List<CompanyRemittance.Row> rows) {
        return switch (format) {
            case CSV -> csv(rows);
            case XLSX -> xlsx(rows);
        };
    }

    private static byte[] csv(List<CompanyRemittance.Row> rows) {
        StringBuilder text =
                new StringBuilder("\uFEFF").append(String.join(";", HEADERS)).append("\r\n");
        for (CompanyRemittance.Row row : rows) {
            text.append(row.orderCode())
                    .append(';')
                    .append(grouped(row.cash()))
                    .append(';')
                    .append(grouped(row.fee()))
                    .append(';')
                    .append(grouped(row.cash() - row.fee()))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String grouped(long dong) {
        return String.format(java.util.Locale.ROOT, "%,d", dong).replace(',', '.');
    }

    private static byte[] xlsx(List<CompanyRemittance.Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Sandbox", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("COD");
            for (int column = 0; column < HEADERS.size(); column++) {
                sheet.value(0, column, HEADERS.get(column));
            }
            int at = 1;
            for (CompanyRemittance.Row row : rows) {
                sheet.value(at, 0, row.orderCode());
                sheet.value(at, 1, row.cash());
                sheet.value(at, 2, row.fee());
                sheet.value(at, 3, row.cash() - row.fee());
                at++;
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException("a spreadsheet cannot be written", inMemory);
        }
        return bytes.toByteArray();
    }
}
