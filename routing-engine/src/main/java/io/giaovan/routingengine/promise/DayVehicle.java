package io.giaovan.routingengine.promise;

import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.network.VehicleProfile;

/**
 * A courier on one day.
 *
 * @param courier who
 * @param kind which roads
 * @param gramsMax most weight per trip
 * @param cubicCentimetresMax most volume per trip
 * @param startSeconds earliest departure, from the day's midnight
 * @param endSeconds latest return
 * @param perHour đồng for an hour
 * @param perKilometre đồng for a kilometre
 */
record DayVehicle(
        CourierId courier,
        VehicleProfile kind,
        int gramsMax,
        int cubicCentimetresMax,
        int startSeconds,
        int endSeconds,
        long perHour,
        long perKilometre) {
    DayVehicle startingAt(int seconds) {
        return new DayVehicle(
                courier,
                kind,
                gramsMax,
                cubicCentimetresMax,
                Math.max(startSeconds, seconds),
                endSeconds,
                perHour,
                perKilometre);
    }
}
