package io.giaovan.routingengine.fleet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How couriers sign in and what vehicles cost.
 *
 * @param triesMax wrong pins before a phone has to wait
 * @param triesWindow how long it has to wait, and how long wrong pins are remembered
 * @param session how long a courier stays signed in
 * @param motorbikePerHour đồng for an hour of a motorbike with its courier
 * @param motorbikePerKilometre đồng for a kilometre of a motorbike
 * @param vanPerHour đồng for an hour of a van with its courier
 * @param vanPerKilometre đồng for a kilometre of a van
 * @param vanFixed đồng for using a van at all
 */
@ConfigurationProperties("giaovan.fleet")
public record FleetSettings(
        @Min(1) @Max(100) @Bindable(defaultValue = "5") int triesMax,
        @Bindable(defaultValue = "PT15M") Duration triesWindow,
        @Bindable(defaultValue = "PT14H") Duration session,
        @Min(0) @Bindable(defaultValue = "35000") long motorbikePerHour,
        @Min(0) @Bindable(defaultValue = "1500") long motorbikePerKilometre,
        @Min(0) @Bindable(defaultValue = "60000") long vanPerHour,
        @Min(0) @Bindable(defaultValue = "4500") long vanPerKilometre,
        @Min(0) @Bindable(defaultValue = "50000") long vanFixed) {}
