package io.giaovan.benchmarks.matrix;

import java.util.Locale;
import java.util.Optional;

/**
 * What was measured for one number of points.
 *
 * @param points rows and columns
 * @param snapMillis bringing all points to roads for the first time
 * @param firstMillis the first search with this number of points
 * @param warmMillis the middle one of several searches after it
 * @param sampledPairs pairs that GraphHopper was asked for, one by one
 * @param sampledMillis how long it took for them
 * @param differing sampled pairs that only one of the two found a way for
 * @param secondsApart largest difference of times among the sampled pairs
 * @param metresApart largest difference of distances among them
 */
record MatrixRow(
        int points,
        double snapMillis,
        double firstMillis,
        double warmMillis,
        int sampledPairs,
        double sampledMillis,
        int differing,
        int secondsApart,
        int metresApart) {
    private static final String MARK = "matrix-row";

    long pairs() {
        return (long) points * points;
    }

    boolean isExtrapolated() {
        return sampledPairs < pairs();
    }

    /** What GraphHopper needs for all pairs, by the mean of the sampled ones. */
    double pairwiseMillis() {
        return sampledMillis * pairs() / sampledPairs;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%s %d %.3f %.3f %.3f %d %.3f %d %d %d",
                MARK,
                points,
                snapMillis,
                firstMillis,
                warmMillis,
                sampledPairs,
                sampledMillis,
                differing,
                secondsApart,
                metresApart);
    }

    static Optional<MatrixRow> read(String line) {
        String[] parts = line.split(" ");
        return parts[0].equals(MARK)
                ? Optional.of(new MatrixRow(
                        Integer.parseInt(parts[1]),
                        Double.parseDouble(parts[2]),
                        Double.parseDouble(parts[3]),
                        Double.parseDouble(parts[4]),
                        Integer.parseInt(parts[5]),
                        Double.parseDouble(parts[6]),
                        Integer.parseInt(parts[7]),
                        Integer.parseInt(parts[8]),
                        Integer.parseInt(parts[9])))
                : Optional.empty();
    }
}
