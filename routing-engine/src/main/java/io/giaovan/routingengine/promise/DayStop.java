package io.giaovan.routingengine.promise;

/**
 * A place on the day's routes, in seconds from the day's midnight.
 *
 * @param key hold or delivery
 * @param location in {@link DayTravel}
 * @param earliest first second at which work may begin
 * @param latest last second at which work may begin, so that it ends inside the window
 * @param serviceSeconds time at the door
 * @param releaseSeconds the trip leaves no earlier
 * @param grams weight
 * @param cubicCentimetres volume
 */
record DayStop(
        String key,
        int location,
        int earliest,
        int latest,
        int serviceSeconds,
        int releaseSeconds,
        int grams,
        int cubicCentimetres) {
    DayStop named(String newKey) {
        return new DayStop(newKey, location, earliest, latest, serviceSeconds, releaseSeconds, grams, cubicCentimetres);
    }
}
