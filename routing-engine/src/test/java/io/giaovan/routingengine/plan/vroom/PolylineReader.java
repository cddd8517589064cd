package io.giaovan.routingengine.plan.vroom;

import java.util.ArrayList;
import java.util.List;

/** Reads an encoded polyline of five decimals, as map clients do. */
final class PolylineReader {
    private PolylineReader() {}

    /** Latitude and longitude of each point. */
    static List<double[]> read(String encoded) {
        List<double[]> line = new ArrayList<>();
        int[] sum = new int[2];
        int at = 0;
        while (at < encoded.length()) {
            for (int axis = 0; axis < 2; axis++) {
                int value = 0;
                int shift = 0;
                int piece;
                do {
                    piece = encoded.charAt(at++) - 63;
                    value |= (piece & 31) << shift;
                    shift += 5;
                } while (piece >= 32);
                sum[axis] += (value & 1) == 1 ? ~(value >> 1) : value >> 1;
            }
            line.add(new double[] {sum[0] / 1e5, sum[1] / 1e5});
        }
        return line;
    }
}
