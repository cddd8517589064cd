package io.giaovan.orderservice.packing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.giaovan.orderservice.packing.LabelFonts.Weight;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Prints labels for A6 thermal printers, one per page, with the code as Code 128 for hand scanners and as QR for
 * phones. The same contents give the same bytes. Safe for concurrent use.
 */
@Singleton
final class LabelPrinter {
    private static final float WIDTH_MM = 105;
    private static final float HEIGHT_MM = 148;
    private static final float LEFT = 5;
    private static final float RIGHT = WIDTH_MM - 5;
    private static final float QR_MM = 30;
    private static final float BARS_WIDTH_MM = 86;

    /**
     * Prints labels into one document.
     *
     * @param labels 1 to {@link Parcels#BATCH_MAX}, in the order of the pages
     */
    byte[] print(List<LabelContent> labels) {
        if (labels.isEmpty() || labels.size() > Parcels.BATCH_MAX) {
            throw new IllegalArgumentException(
                    "labels: " + labels.size() + " labels, allowed are 1 to " + Parcels.BATCH_MAX);
        }
        return PaperDocument.of("Giaovan labels", labels.getFirst().packedAt(), (document, fonts) -> {
            for (LabelContent label : labels) {
                try (Sheet sheet = new Sheet(document, fonts, WIDTH_MM, HEIGHT_MM)) {
                    draw(sheet, label);
                }
            }
        });
    }

    private static void draw(Sheet sheet, LabelContent label) throws IOException {
        sheet.text(LEFT, 11, Weight.BOLD, 15, "GIAOVAN");
        sheet.textEndingAt(RIGHT, 11, Weight.BOLD, 15, label.depot());
        sheet.line(LEFT, 14, RIGHT, 14, 0.6f);

        sheet.modules(
                (WIDTH_MM - BARS_WIDTH_MM) / 2,
                17,
                BARS_WIDTH_MM,
                17,
                bars(label.code().value()));
        sheet.textAround(WIDTH_MM / 2, 39, Weight.BOLD, 13, label.code().spaced());
        sheet.line(LEFT, 42, RIGHT, 42, 0.3f);

        drawRecipient(sheet, label);
        drawCash(sheet, label);
        drawFoot(sheet, label);
    }

    private static void drawRecipient(Sheet sheet, LabelContent label) throws IOException {
        float textWidth = RIGHT - LEFT - QR_MM - 3;
        sheet.text(LEFT, 47, Weight.REGULAR, 7.5f, "NGƯỜI NHẬN · TO");
        float y = sheet.paragraph(
                LEFT, 53, textWidth, 2, Weight.BOLD, 14, label.recipient().name());
        y = sheet.paragraph(LEFT, y, textWidth, 5, Weight.REGULAR, 11, Wording.address(label.address()));
        sheet.text(LEFT, y + 0.5f, Weight.BOLD, 11, "ĐT " + label.recipient().maskedPhone());
        sheet.modules(RIGHT - QR_MM, 45, QR_MM, QR_MM, square(label.code().value()));
    }

    private static void drawCash(Sheet sheet, LabelContent label) throws IOException {
        float top = 93;
        sheet.frame(LEFT, top, RIGHT - LEFT, 23, label.cashToCollect().isPositive() ? 1 : 0.3f);
        if (label.cashToCollect().isPositive()) {
            sheet.text(LEFT + 3, top + 6, Weight.BOLD, 9, "THU TIỀN MẶT · COLLECT CASH");
            sheet.textAround(WIDTH_MM / 2, top + 19, Weight.BOLD, 33, Wording.money(label.cashToCollect()));
        } else {
            sheet.text(LEFT + 3, top + 6, Weight.REGULAR, 9, "ĐÃ THANH TOÁN · PAID");
            sheet.textAround(WIDTH_MM / 2, top + 18, Weight.BOLD, 20, "KHÔNG THU TIỀN");
        }
    }

    private static void drawFoot(Sheet sheet, LabelContent label) throws IOException {
        float middle = WIDTH_MM / 2 + 8;
        caption(sheet, LEFT, 122, "GIAO TRONG KHUNG GIỜ · DELIVER WITHIN");
        sheet.text(LEFT, 127.5f, Weight.BOLD, 12, Wording.window(label.promised()));
        caption(sheet, middle + 9, 122, "KHỐI LƯỢNG · WEIGHT");
        sheet.text(middle + 9, 127.5f, Weight.BOLD, 12, Wording.weight(label.grams()));
        caption(sheet, LEFT, 133, "NGƯỜI GỬI · FROM");
        sheet.paragraph(LEFT, 138, middle + 9 - LEFT - 3, 1, Weight.BOLD, 10, label.sender());
        caption(sheet, middle + 9, 133, "ĐƠN HÀNG · ORDER");
        sheet.paragraph(middle + 9, 138, RIGHT - middle - 9, 1, Weight.BOLD, 10, label.orderNumber());
        sheet.text(LEFT, 144, Weight.REGULAR, 7.5f, "Đóng gói " + Wording.moment(label.packedAt()));
    }

    private static void caption(Sheet sheet, float xMm, float yMm, String text) throws IOException {
        sheet.text(xMm, yMm, Weight.REGULAR, 6.5f, text);
    }

    private static BitMatrix bars(String code) {
        return new Code128Writer().encode(code, BarcodeFormat.CODE_128, 1, 1, Map.of(EncodeHintType.MARGIN, 0));
    }

    private static BitMatrix square(String code) {
        try {
            return new QRCodeWriter()
                    .encode(
                            code,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(EncodeHintType.MARGIN, 2, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q));
        } catch (WriterException tooLong) {
            throw new IllegalStateException("a parcel code always fits a QR symbol", tooLong);
        }
    }
}
