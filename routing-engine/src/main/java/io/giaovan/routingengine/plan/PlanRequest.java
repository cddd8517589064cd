package io.giaovan.routingengine.plan;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.network.VehicleProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planning problem in our own words.
 *
 * @param vehicles who can drive
 * @param stops what is to be done
 * @param objective cost by default
 * @param seconds longest search
 * @param iterations most iterations, which makes the plan independent of the machine
 * @param seed of the search, 1 by default
 */
record PlanRequest(
        List<VehicleBody> vehicles,
        List<StopBody> stops,
        @Nullable Objective objective,
        @Nullable Integer seconds,
        @Nullable Long iterations,
        @Nullable Long seed) {

    /**
     * A vehicle with its courier.
     *
     * @param id unique in the problem
     * @param profile motorbike by default
     * @param start where it begins, absent when at its first stop
     * @param end where it ends, absent when at its last stop
     * @param shift working hours
     * @param capacities most load per dimension
     * @param skills what it can do
     * @param breaks pauses
     * @param prices minor units; 1 per metre by default
     * @param stopsMax most stops
     * @param metresMax most metres
     * @param cashMax most cash at once, minor units
     */
    record VehicleBody(
            String id,
            @Nullable VehicleProfile profile,
            @Nullable GeoPoint start,
            @Nullable GeoPoint end,
            TimeWindow shift,
            @Nullable List<Integer> capacities,
            @Nullable List<String> skills,
            @Nullable List<BreakBody> breaks,
            @Nullable PricesBody prices,
            @Nullable Integer stopsMax,
            @Nullable Integer metresMax,
            @Nullable Long cashMax) {}

    /** A pause that begins between two instants. */
    record BreakBody(Instant earliest, Instant latest, Duration duration) {}

    /** Prices in minor units. */
    record PricesBody(long fixed, long perHour, long perKilometre) {}

    /**
     * A visit that is wanted.
     *
     * @param id unique in the problem
     * @param point where
     * @param windows when work may begin, any time when absent
     * @param service time at the stop
     * @param setup time spent first when coming from elsewhere
     * @param deliver load brought
     * @param collect load taken
     * @param skills what the vehicle must be able to do
     * @param priority 1 to 100, 1 by default
     * @param skipPrice minor units for leaving it out; absent means that it is required
     * @param readyAt when the goods are ready at the start
     * @param cash minor units collected
     * @param lateMax how much later than the last window work may begin
     * @param latePricePerHour minor units for an hour of that
     */
    record StopBody(
            String id,
            GeoPoint point,
            @Nullable List<TimeWindow> windows,
            @Nullable Duration service,
            @Nullable Duration setup,
            @Nullable List<Integer> deliver,
            @Nullable List<Integer> collect,
            @Nullable List<String> skills,
            @Nullable Integer priority,
            @Nullable Long skipPrice,
            @Nullable Instant readyAt,
            @Nullable Long cash,
            @Nullable Duration lateMax,
            @Nullable Long latePricePerHour) {}
}
