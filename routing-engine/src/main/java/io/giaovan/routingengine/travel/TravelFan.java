package io.giaovan.routingengine.travel;

/**
 * Directed travel between one point and a list of others, both ways. Entry {@code i} of each array belongs to the other
 * point {@code i}; {@link TravelMatrix#UNREACHABLE} where no road leads. The arrays are not copied.
 *
 * @param outSeconds driving time from the point to each other
 * @param outMetres length of that way
 * @param backSeconds driving time from each other to the point
 * @param backMetres length of that way
 */
public record TravelFan(int[] outSeconds, int[] outMetres, int[] backSeconds, int[] backMetres) {
    /** Takes the fan of the last point out of a matrix over all others and it. */
    static TravelFan ofLast(TravelMatrix matrix) {
        int last = matrix.size() - 1;
        TravelFan fan = new TravelFan(new int[last], new int[last], new int[last], new int[last]);
        for (int other = 0; other < last; other++) {
            fan.outSeconds[other] = matrix.seconds(last, other);
            fan.outMetres[other] = matrix.metres(last, other);
            fan.backSeconds[other] = matrix.seconds(other, last);
            fan.backMetres[other] = matrix.metres(other, last);
        }
        return fan;
    }
}
