package io.giaovan.routingengine.promise;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;

/**
 * Which slots are offered and what a stop takes.
 *
 * @param firstSlot local time at which the first slot of a day begins
 * @param lastSlot local time by which the last slot of a day has ended
 * @param slot length of a slot
 * @param daysAhead days after today for which slots are offered
 * @param notice how long before its beginning a slot can still be bought
 * @param handling time from a parcel being ready to its being on a vehicle
 * @param service time at the door
 * @param reload time at the depot between two trips
 * @param tripsMax trips a courier makes in a day
 * @param holdMax longest time to live of a hold
 * @param placesMax promises and parcels that one depot takes for one day
 */
@ConfigurationProperties("giaovan.promise")
public record PromiseSettings(
        @Bindable(defaultValue = "08:00") LocalTime firstSlot,
        @Bindable(defaultValue = "20:00") LocalTime lastSlot,
        @Bindable(defaultValue = "PT3H") Duration slot,
        @Min(0) @Max(14) @Bindable(defaultValue = "2") int daysAhead,
        @Bindable(defaultValue = "PT30M") Duration notice,
        @Bindable(defaultValue = "PT15M") Duration handling,
        @Bindable(defaultValue = "PT3M") Duration service,
        @Bindable(defaultValue = "PT10M") Duration reload,
        @Min(1) @Max(20) @Bindable(defaultValue = "4") int tripsMax,
        @Bindable(defaultValue = "PT2H") Duration holdMax,
        @Min(1) @Max(15000) @Bindable(defaultValue = "5000") int placesMax) {}
