package io.giaovan.routingengine.model;

/**
 * The most that one route may hold.
 *
 * @param stops stops, driven ones included; visits to reload and breaks do not count
 * @param metres distance, driven metres included
 * @param seconds time from departure to end
 * @param trips trips from the depot, 1 means never reload
 * @param cash minor units of cash on the courier at once; a visit to reload hands it in
 */
public record RouteLimits(int stops, int metres, int seconds, int trips, long cash) {
    public static final int NONE = Integer.MAX_VALUE / 4;
    public static final long NO_CASH_LIMIT = Long.MAX_VALUE / 4;
    public static final int TRIPS_MAX = 20;

    /** One trip and no other limit. */
    public static final RouteLimits ONE_TRIP = new RouteLimits(NONE, NONE, NONE, 1, NO_CASH_LIMIT);

    public RouteLimits {
        Checks.range("limits.stops", stops, 0, NONE);
        Checks.range("limits.metres", metres, 0, NONE);
        Checks.range("limits.seconds", seconds, 0, NONE);
        Checks.range("limits.trips", trips, 1, TRIPS_MAX);
        Checks.range("limits.cash", cash, 0, NO_CASH_LIMIT);
    }
}
