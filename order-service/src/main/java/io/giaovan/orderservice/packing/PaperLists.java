package io.giaovan.orderservice.packing;

import io.giaovan.contracts.money.Money;
import io.giaovan.orderservice.packing.LabelFonts.Weight;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Prints lists on A4: what to pick, and what is handed over. Safe for concurrent use. */
@Singleton
final class PaperLists {
    private static final float WIDTH_MM = 210;
    private static final float HEIGHT_MM = 297;
    private static final float LEFT = 15;
    private static final float RIGHT = WIDTH_MM - 15;
    private static final float FIRST_ROW = 46;
    private static final float ROW = 7.5f;
    private static final int ROWS_PER_PAGE = 28;

    /** Draws one row whose letters stand on {@code yMm}. */
    @FunctionalInterface
    private interface Row {
        void draw(Sheet sheet, int index, float yMm) throws IOException;
    }

    byte[] pickList(Wave wave, List<Pick> picks) {
        int pieces = picks.stream().mapToInt(Pick::quantity).sum();
        return PaperDocument.of("Giaovan pick list " + wave.id(), wave.createdAt(), (document, fonts) -> {
            String summary = wave.orderIds().size() + " đơn · " + picks.size() + " mặt hàng · " + pieces + " món";
            pages(document, fonts, wave, "PHIẾU LẤY HÀNG · PICK LIST", summary, picks.size(), (sheet, index, y) -> {
                Pick pick = picks.get(index);
                sheet.textEndingAt(LEFT + 12, y, Weight.BOLD, 13, Integer.toString(pick.quantity()));
                sheet.text(LEFT + 14, y, Weight.REGULAR, 9, "×");
                sheet.paragraph(LEFT + 20, y, 42, 1, Weight.BOLD, 10, pick.sku());
                sheet.paragraph(LEFT + 64, y, 88, 1, Weight.REGULAR, 10, pick.name());
                sheet.textEndingAt(RIGHT - 10, y, Weight.REGULAR, 9, pick.orders() + " đơn");
                sheet.frame(RIGHT - 5, y - 4, 5, 5, 0.3f);
            });
        });
    }

    byte[] manifest(Wave wave, List<Parcel> parcels) {
        String cash = parcels.stream()
                .map(Parcel::cashToCollect)
                .filter(Money::isPositive)
                .reduce(Money::plus)
                .map(Wording::money)
                .orElse("0");
        return PaperDocument.of("Giaovan hand-over slip " + wave.id(), wave.createdAt(), (document, fonts) -> {
            String summary = parcels.size() + " kiện · thu hộ / cash to collect: " + cash;
            pages(
                    document,
                    fonts,
                    wave,
                    "BIÊN BẢN BÀN GIAO · HAND-OVER SLIP",
                    summary,
                    parcels.size(),
                    (sheet, i, y) -> {
                        Parcel parcel = parcels.get(i);
                        sheet.textEndingAt(LEFT + 8, y, Weight.REGULAR, 9, Integer.toString(i + 1));
                        sheet.text(LEFT + 12, y, Weight.BOLD, 10, parcel.code().spaced());
                        sheet.paragraph(LEFT + 50, y, 40, 1, Weight.REGULAR, 9, parcel.orderNumber());
                        sheet.text(LEFT + 92, y, Weight.REGULAR, 9, Wording.window(parcel.promised()));
                        sheet.textEndingAt(
                                RIGHT - 10,
                                y,
                                Weight.BOLD,
                                10,
                                parcel.cashToCollect().isPositive() ? Wording.money(parcel.cashToCollect()) : "–");
                        sheet.frame(RIGHT - 5, y - 4, 5, 5, 0.3f);
                    });
        });
    }

    private static void pages(
            PDDocument document, LabelFonts fonts, Wave wave, String title, String summary, int rows, Row row)
            throws IOException {
        int pages = Math.max(1, (rows + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE);
        for (int page = 0; page < pages; page++) {
            try (Sheet sheet = new Sheet(document, fonts, WIDTH_MM, HEIGHT_MM)) {
                sheet.text(LEFT, 20, Weight.BOLD, 17, title);
                sheet.text(LEFT, 28, Weight.REGULAR, 10, wave.id() + " · " + Wording.moment(wave.createdAt()));
                sheet.text(LEFT, 34, Weight.REGULAR, 10, summary);
                sheet.textEndingAt(RIGHT, 20, Weight.REGULAR, 10, (page + 1) + " / " + pages);
                sheet.line(LEFT, 38, RIGHT, 38, 0.5f);
                int last = Math.min(rows, (page + 1) * ROWS_PER_PAGE);
                for (int index = page * ROWS_PER_PAGE; index < last; index++) {
                    float y = FIRST_ROW + (index % ROWS_PER_PAGE) * ROW;
                    row.draw(sheet, index, y);
                    sheet.line(LEFT, y + 2.3f, RIGHT, y + 2.3f, 0.1f);
                }
                sheet.line(LEFT, 280, LEFT + 70, 280, 0.3f);
                sheet.text(LEFT, 285, Weight.REGULAR, 9, "Người giao · Handed over by");
                sheet.line(RIGHT - 70, 280, RIGHT, 280, 0.3f);
                sheet.text(RIGHT - 70, 285, Weight.REGULAR, 9, "Người nhận · Received by");
            }
        }
    }
}
