package io.giaovan.routingengine.plan.vroom;

import io.giaovan.contracts.place.GeoPoint;
import java.util.List;

/**
 * Writes a line as an encoded polyline of five decimals, the form in which routing servers answer geometry
 * (developers.google.com/maps/documentation/utilities/polylinealgorithm, read 2026-11-26).
 */
final class Polyline {
    private static final double STEPS_PER_DEGREE = 1e5;
    private static final int BITS = 5;
    private static final int MORE = 32;
    private static final int FIRST_CHARACTER = 63;

    private Polyline() {}

    static String of(List<GeoPoint> line) {
        StringBuilder written = new StringBuilder();
        long lat = 0;
        long lon = 0;
        for (GeoPoint point : line) {
            long newLat = Math.round(point.lat() * STEPS_PER_DEGREE);
            long newLon = Math.round(point.lon() * STEPS_PER_DEGREE);
            write(newLat - lat, written);
            write(newLon - lon, written);
            lat = newLat;
            lon = newLon;
        }
        return written.toString();
    }

    private static void write(long change, StringBuilder written) {
        long left = change < 0 ? ~(change << 1) : change << 1;
        for (; left >= MORE; left >>= BITS) {
            written.append((char) ((MORE | left & MORE - 1) + FIRST_CHARACTER));
        }
        written.append((char) (left + FIRST_CHARACTER));
    }
}
