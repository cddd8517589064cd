package io.giaovan.orderservice.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Makes PDF documents whose bytes depend on nothing but what is drawn, so that a reprint is the same document. */
final class PaperDocument {
    /** Draws the pages. */
    @FunctionalInterface
    interface Drawing {
        void draw(PDDocument document, LabelFonts fonts) throws IOException;
    }

    private PaperDocument() {}

    static byte[] of(String title, Instant createdAt, Drawing drawing) {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            information.setProducer("Giaovan");
            information.setCreationDate(GregorianCalendar.from(createdAt.atZone(ZoneOffset.UTC)));
            document.setDocumentInformation(information);
            document.setDocumentId(identity(title, createdAt));
            drawing.draw(document, new LabelFonts(document));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("the document '" + title + "' cannot be written", broken);
        }
    }

    private static long identity(String title, Instant createdAt) {
        CRC32 checksum = new CRC32();
        checksum.update((title + createdAt).getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
