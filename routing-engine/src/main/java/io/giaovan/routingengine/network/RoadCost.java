package io.giaovan.routingengine.network;

/**
 * Time and distance packed into one {@code long}: milliseconds in the upper 32 bits, centimetres in the lower. Such costs add
 * with {@code +} and compare with {@code <}, time first, which lets the matrix search carry both in one array. Valid up to
 * 12 days and 42,000 km per way.
 */
public final class RoadCost {
    /** No way at all. Adding any real cost to it keeps it above every real cost and does not overflow. */
    public static final long NONE = 1L << 62;

    private RoadCost() {}

    public static long of(double seconds, double metres) {
        return Double.isFinite(seconds) ? (Math.round(seconds * 1000) << 32) + Math.round(metres * 100) : NONE;
    }

    /** Sum that stays {@link #NONE} when either part is. */
    public static long sum(long one, long other) {
        return one >= NONE || other >= NONE ? NONE : one + other;
    }

    /** Whole seconds, rounded half up. */
    public static int seconds(long cost) {
        return (int) (((cost >>> 32) + 500) / 1000);
    }

    /** Whole metres, rounded half up. */
    public static int metres(long cost) {
        return (int) (((cost & 0xFFFF_FFFFL) + 50) / 100);
    }
}
