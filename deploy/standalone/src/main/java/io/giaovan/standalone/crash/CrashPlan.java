package io.giaovan.standalone.crash;

import io.giaovan.standalone.day.DayPlan;

/**
 * A day with kills.
 *
 * @param day what is played; its seed also draws the moments
 * @param kills how often the house is killed
 * @param roads {@code city} or an extract
 * @param citySeed of the made-up city
 */
record CrashPlan(DayPlan day, int kills, String roads, long citySeed) {
    private static final int CHANGES_PER_ORDER = 5;
    private static final int CHANGES_PER_COURIER = 15;

    /** About how many changing calls the play makes, rather too few than too many. */
    int changes() {
        return day.orders() * CHANGES_PER_ORDER + day.couriers() * CHANGES_PER_COURIER;
    }
}
