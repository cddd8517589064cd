package io.giaovan.orderservice.packing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.time.TimeWindow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LabelPrinterTest {
    /** What common thermal label printers resolve. */
    private static final int THERMAL_DOTS_PER_INCH = 203;

    private final LabelPrinter printer = new LabelPrinter();
    private final ParcelCode code = ParcelCode.random(new Random(7));

    @Test
    void bothCodesReadBackFromAPageAtAThermalPrintersResolution() throws Exception {
        BufferedImage page = rendered(printer.print(List.of(label("Nguyễn Thị Hồng Đào", Money.vnd(250_000)))));

        assertThat(decoded(page, BarcodeFormat.CODE_128)).isEqualTo(code.value());
        assertThat(decoded(page, BarcodeFormat.QR_CODE)).isEqualTo(code.value());
    }

    @Test
    void vietnameseTextCanBeReadAndCopied() throws Exception {
        String text = text(printer.print(List.of(label("Nguyễn Thị Hồng Đào", Money.vnd(1_250_000)))));

        assertThat(text)
                .contains("Nguyễn Thị Hồng Đào", "Phường Bến Thành", "1.250.000 ₫", "24/11/2026 09:00–12:00")
                .contains("2611A-77", "Tiệm Sách Ngõ Nhỏ", "1,25 kg");
    }

    @Test
    void thePhoneNumberIsNotPrintedInFull() throws Exception {
        String text = text(printer.print(List.of(label("An", Money.vnd(0)))));

        assertThat(text).contains("+84•••••678").doesNotContain("912345678");
    }

    @Test
    void aPaidParcelSaysSo() throws Exception {
        String text = text(printer.print(List.of(label("An", Money.vnd(0)))));

        assertThat(text).contains("KHÔNG THU TIỀN").doesNotContain("THU TIỀN MẶT");
    }

    @Test
    void aReprintIsTheSameDocument() {
        List<LabelContent> labels =
                List.of(label("Nguyễn Thị Hồng Đào", Money.vnd(250_000)), label("An", Money.vnd(0)));

        assertThat(printer.print(labels)).isEqualTo(new LabelPrinter().print(labels));
    }

    @Test
    void lettersTheFontLacksAndMarksApartFromTheirLetterDoNotStopThePrinter() throws Exception {
        String apart = java.text.Normalizer.normalize("Hồng", java.text.Normalizer.Form.NFD);

        assertThat(text(printer.print(List.of(label(apart + " 🐘\n梅", Money.vnd(0))))))
                .contains("Hồng ? ?");
    }

    @Test
    void aLongAddressIsCutAndNotPrintedOverTheRest() throws Exception {
        LabelContent longest = label("Nguyễn ".repeat(17).strip(), Money.vnd(999_999_999));

        String text = text(printer.print(List.of(new LabelContent(
                longest.code(),
                "X".repeat(64),
                longest.depot(),
                "Tiệm ".repeat(30),
                longest.recipient(),
                new Address("Ngõ ".repeat(60).strip(), "Phường", "Hà Nội", "VN", null),
                longest.cashToCollect(),
                longest.promised(),
                2_000_000,
                longest.packedAt()))));

        assertThat(text).contains("…", "999.999.999 ₫");
    }

    private LabelContent label(String name, Money cash) {
        return new LabelContent(
                code,
                "2611A-77",
                "SGN-01",
                "Tiệm Sách Ngõ Nhỏ",
                new Contact(name, "0912345678"),
                new Address("12/5 Lê Lợi", "Phường Bến Thành", "Thành phố Hồ Chí Minh", "VN", null),
                cash,
                new TimeWindow(Instant.parse("2026-11-24T02:00:00Z"), Instant.parse("2026-11-24T05:00:00Z")),
                1250,
                Instant.parse("2026-11-24T01:00:00Z"));
    }

    private static BufferedImage rendered(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, THERMAL_DOTS_PER_INCH, ImageType.GRAY);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String decoded(BufferedImage page, BarcodeFormat format) throws Exception {
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page))),
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
