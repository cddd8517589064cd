package io.giaovan.routingengine.travel;

/**
 * Directed travel time and distance between all pairs of a list of points. Both arrays are row-major: the entry for going
 * from {@code i} to {@code j} is at {@code i * size + j}. The arrays are not copied, so that large matrices cost nothing to
 * hand on: whoever gets them must not write to them.
 *
 * @param size number of points, 0 to {@value #SIZE_MAX}
 * @param seconds driving time at free flow, {@link #UNREACHABLE} where no road leads
 * @param metres length of the quickest way, {@link #UNREACHABLE} where no road leads
 */
public record TravelMatrix(int size, int[] seconds, int[] metres) {
    public static final int UNREACHABLE = Integer.MAX_VALUE / 4;
    public static final int SIZE_MAX = 20_000;

    public TravelMatrix {
        if (size < 0 || size > SIZE_MAX) {
            throw new IllegalArgumentException("matrix.size: " + size + " is outside 0 to " + SIZE_MAX);
        }
        if (seconds.length != size * size) {
            throw new IllegalArgumentException(
                    "matrix.seconds: has " + seconds.length + " entries, " + size + " points need " + size * size);
        }
        if (metres.length != size * size) {
            throw new IllegalArgumentException(
                    "matrix.metres: has " + metres.length + " entries, " + size + " points need " + size * size);
        }
        for (int i = 0; i < seconds.length; i++) {
            if (seconds[i] < 0 || metres[i] < 0) {
                throw new IllegalArgumentException("matrix[" + i / size + "][" + i % size + "]: " + seconds[i] + " s, "
                        + metres[i] + " m is below 0");
            }
        }
    }

    public int seconds(int from, int to) {
        return seconds[from * size + to];
    }

    public int metres(int from, int to) {
        return metres[from * size + to];
    }

    public boolean isReachable(int from, int to) {
        return seconds[from * size + to] < UNREACHABLE;
    }
}
