package io.giaovan.routingengine.solve.vrplib;

import java.util.StringTokenizer;

/** Numbers out of lines, with refusals that name the line. */
final class Lines {
    private Lines() {}

    static double[] numbers(String line, int lineNumber, int count) {
        StringTokenizer parts = new StringTokenizer(line);
        if (parts.countTokens() < count) {
            throw new IllegalArgumentException(
                    "line " + lineNumber + ": has " + parts.countTokens() + " numbers, " + count + " are needed");
        }
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            result[i] = number(parts.nextToken(), lineNumber);
        }
        return result;
    }

    static double number(String text, int lineNumber) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("line " + lineNumber + ": '" + text + "' is not a number", e);
        }
        if (!Double.isFinite(value) || Math.abs(value) > 1e9) {
            throw new IllegalArgumentException("line " + lineNumber + ": " + text + " is outside -1e9 to 1e9");
        }
        return value;
    }

    static int whole(double value, int lineNumber) {
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException("line " + lineNumber + ": " + value + " is not a whole number");
        }
        return (int) value;
    }
}
