package io.giaovan.routingengine.explain;

/**
 * What it weighs to change something for a stop's sake, in minor units of money; unlocks are ranked by these.
 *
 * @param windowPerHour asking a recipient to wait an hour longer
 * @param shiftPerHour an hour that a courier works longer, or that a break or the most seconds of a route are put off
 * @param readyPerHour goods that are ready an hour earlier
 * @param capacityDoubled a vehicle that carries twice as much; a share of it costs that share
 * @param cashDoubled a courier who may hold twice as much cash; a share of it costs that share
 * @param skill a skill that a courier learns
 * @param vehicleAllowed a stop that is given to a vehicle it was kept from
 * @param zonePermit a permit to stand in a closed zone
 * @param oneMore a stop or trip more than a route may have
 * @param perKilometre a kilometre more than a route may have
 * @param leftOut one point of priority of another stop that is left out instead
 * @param vehicle one more vehicle with its courier
 */
public record UnlockPrices(
        long windowPerHour,
        long shiftPerHour,
        long readyPerHour,
        long capacityDoubled,
        long cashDoubled,
        long skill,
        long vehicleAllowed,
        long zonePermit,
        long oneMore,
        long perKilometre,
        long leftOut,
        long vehicle) {
    /** Weights in đồng that put small delays before overtime, overtime before other vehicles. */
    public static final UnlockPrices USUAL = new UnlockPrices(
            40_000, 60_000, 30_000, 400_000, 100_000, 300_000, 50_000, 200_000, 10_000, 5_000, 150_000, 400_000);

    private static final long SECONDS_PER_HOUR = 3_600;

    /** The price of a share of an hour, at least 1. */
    static long hours(long perHour, long seconds) {
        return Math.max(1, perHour * seconds / SECONDS_PER_HOUR);
    }

    /** The price of a share of what there is, at least 1. */
    static long share(long doubled, long more, long present) {
        return Math.max(1, (long) ((double) doubled * more / Math.max(1, present)));
    }
}
