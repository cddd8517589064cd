package io.giaovan.orderservice.packing;

import com.google.zxing.common.BitMatrix;
import io.giaovan.orderservice.packing.LabelFonts.Weight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** One page to draw on, in millimetres from its top left corner; black ink only, as thermal printers have. */
final class Sheet implements AutoCloseable {
    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final float LINE_SPACING = 1.22f;

    private final PDPageContentStream ink;
    private final LabelFonts fonts;
    private final float heightMm;

    Sheet(PDDocument document, LabelFonts fonts, float widthMm, float heightMm) throws IOException {
        PDPage page = new PDPage(new PDRectangle(widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM));
        document.addPage(page);
        this.ink = new PDPageContentStream(document, page);
        this.fonts = fonts;
        this.heightMm = heightMm;
    }

    /** Writes a line whose letters stand on {@code yMm}. */
    void text(float xMm, float yMm, Weight weight, float points, String text) throws IOException {
        write(xMm * POINTS_PER_MM, yMm, weight, points, fonts.printable(text));
    }

    /** Writes a line that ends at {@code rightMm}. */
    void textEndingAt(float rightMm, float yMm, Weight weight, float points, String text) throws IOException {
        String printable = fonts.printable(text);
        write(rightMm * POINTS_PER_MM - fonts.width(printable, weight, points), yMm, weight, points, printable);
    }

    /** Writes a line around the middle {@code middleMm}. */
    void textAround(float middleMm, float yMm, Weight weight, float points, String text) throws IOException {
        String printable = fonts.printable(text);
        write(middleMm * POINTS_PER_MM - fonts.width(printable, weight, points) / 2, yMm, weight, points, printable);
    }

    /**
     * Writes text broken into lines; what does not fit ends in an ellipsis.
     *
     * @return where the next line would stand
     */
    float paragraph(float xMm, float yMm, float widthMm, int linesMax, Weight weight, float points, String text)
            throws IOException {
        float y = yMm;
        for (String line : lines(fonts.printable(text), widthMm * POINTS_PER_MM, linesMax, weight, points)) {
            write(xMm * POINTS_PER_MM, y, weight, points, line);
            y += points * LINE_SPACING / POINTS_PER_MM;
        }
        return y;
    }

    void line(float fromXMm, float fromYMm, float toXMm, float toYMm, float thicknessMm) throws IOException {
        ink.setLineWidth(thicknessMm * POINTS_PER_MM);
        ink.moveTo(fromXMm * POINTS_PER_MM, up(fromYMm));
        ink.lineTo(toXMm * POINTS_PER_MM, up(toYMm));
        ink.stroke();
    }

    void frame(float xMm, float yMm, float widthMm, float heightMm, float thicknessMm) throws IOException {
        ink.setLineWidth(thicknessMm * POINTS_PER_MM);
        ink.addRect(xMm * POINTS_PER_MM, up(yMm + heightMm), widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM);
        ink.stroke();
    }

    /** Draws a bar code's modules as black boxes that touch, so that it stays sharp at any resolution. */
    void modules(float xMm, float yMm, float widthMm, float heightMm, BitMatrix matrix) throws IOException {
        float moduleWidth = widthMm * POINTS_PER_MM / matrix.getWidth();
        float moduleHeight = heightMm * POINTS_PER_MM / matrix.getHeight();
        for (int row = 0; row < matrix.getHeight(); row++) {
            float bottom = up(yMm) - (row + 1) * moduleHeight;
            for (int column = 0; column < matrix.getWidth(); ) {
                int end = column;
                while (end < matrix.getWidth() && matrix.get(end, row)) {
                    end++;
                }
                if (end > column) {
                    ink.addRect(
                            xMm * POINTS_PER_MM + column * moduleWidth,
                            bottom,
                            (end - column) * moduleWidth,
                            moduleHeight);
                }
                column = end + 1;
            }
        }
        ink.fill();
    }

    @Override
    public void close() throws IOException {
        ink.close();
    }

    private void write(float x, float yMm, Weight weight, float points, String printable) throws IOException {
        ink.beginText();
        ink.setFont(fonts.get(weight), points);
        ink.newLineAtOffset(x, up(yMm));
        ink.showText(printable);
        ink.endText();
    }

    private List<String> lines(String text, float width, int linesMax, Weight weight, float points) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || fonts.width(longer, weight, points) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        if (lines.size() > linesMax) {
            String last = lines.get(linesMax - 1) + "…";
            lines = new ArrayList<>(lines.subList(0, linesMax - 1));
            lines.add(last);
        }
        List<String> fitting = new ArrayList<>();
        for (String candidate : lines) {
            fitting.add(cut(candidate, width, weight, points));
        }
        return fitting;
    }

    private String cut(String line, float width, Weight weight, float points) throws IOException {
        String cut = line;
        while (cut.length() > 1 && fonts.width(cut, weight, points) > width) {
            cut = cut.substring(0, cut.length() - 2) + "…";
        }
        return cut;
    }

    private float up(float yMm) {
        return (heightMm - yMm) * POINTS_PER_MM;
    }
}
