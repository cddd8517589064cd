package io.giaovan.orderservice.packing;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans in two weights, embedded in a document as far as it is used. Letters that the font lacks are printed
 * as {@code ?}; marks that come apart from their letter are joined first.
 */
final class LabelFonts {
    /** A weight of the font. */
    enum Weight {
        REGULAR,
        BOLD
    }

    private final CmapLookup known;
    private final PDType0Font regular;
    private final PDType0Font bold;

    LabelFonts(PDDocument document) throws IOException {
        TrueTypeFont regularFile = parsed("Regular");
        this.known = regularFile.getUnicodeCmapLookup();
        this.regular = PDType0Font.load(document, regularFile, true);
        this.bold = PDType0Font.load(document, parsed("Bold"), true);
    }

    PDType0Font get(Weight weight) {
        return switch (weight) {
            case REGULAR -> regular;
            case BOLD -> bold;
        };
    }

    /** The text as it can be printed, on one line. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isISOControl(letter)) {
                printable.append(' ');
            } else {
                printable.appendCodePoint(known.getGlyphId(letter) == 0 ? '?' : letter);
            }
        });
        return printable.toString().strip();
    }

    /** Width of a printable text in points. */
    float width(String printable, Weight weight, float size) throws IOException {
        return get(weight).getStringWidth(printable) / 1000 * size;
    }

    private static TrueTypeFont parsed(String weight) throws IOException {
        String resource = "liberation/LiberationSans-" + weight + ".ttf";
        try (InputStream file = LabelFonts.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("the label font " + resource + " is missing from the class path");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
        }
    }
}
