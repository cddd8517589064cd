package io.giaovan.routingengine.promise;

import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.zone.VehicleTraits;

/**
 * A courier on one day.
 *
 * @param courier who
 * @param traits what zones need to know of the vehicle
 * @param gramsMax most weight per trip
 * @param cubicCentimetresMax most volume per trip
 * @param startSeconds earliest departure, from the day's midnight
 * @param endSeconds latest return
 * @param perHour đồng for an hour
 * @param perKilometre đồng for a kilometre
 */
record DayVehicle(
        CourierId courier,
        VehicleTraits traits,
        int gramsMax,
        int cubicCentimetresMax,
        int startSeconds,
        int endSeconds,
        long perHour,
        long perKilometre) {
    /** Which roads. */
    VehicleProfile kind() {
        return traits.profile();
    }

    DayVehicle startingAt(int seconds) {
        return new DayVehicle(
                courier,
                traits,
                gramsMax,
                cubicCentimetresMax,
                Math.max(startSeconds, seconds),
                endSeconds,
                perHour,
                perKilometre);
    }
}
