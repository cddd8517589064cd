package io.giaovan.routingengine.dispatch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How days are planned and news is told.
 *
 * @param attemptsMax attempts before a parcel goes back to the seller
 * @param secondsDefault planning time when the dispatcher states neither time nor iterations
 * @param secondsMax longest planning time
 * @param iterationsMax most iterations
 * @param latePricePerHour đồng for an hour after a promised window, so that promises are kept where they can be
 * @param etaEarly how much before the expected arrival the told range begins
 * @param etaLate how much after it the told range ends
 * @param etaNews how far an expected arrival moves before it is told again
 * @param plansAtOnce plans that this process searches for at the same time
 * @param planLease how long a planning job belongs to a process beyond its planning time
 */
@ConfigurationProperties("giaovan.dispatch")
public record DispatchSettings(
        @Min(1) @Max(10) @Bindable(defaultValue = "2") int attemptsMax,
        @Min(1) @Max(600) @Bindable(defaultValue = "5") int secondsDefault,
        @Min(1) @Max(3600) @Bindable(defaultValue = "120") int secondsMax,
        @Min(1) @Bindable(defaultValue = "100000000") long iterationsMax,
        @Min(0) @Bindable(defaultValue = "2000000") long latePricePerHour,
        @Bindable(defaultValue = "PT10M") Duration etaEarly,
        @Bindable(defaultValue = "PT20M") Duration etaLate,
        @Bindable(defaultValue = "PT10M") Duration etaNews,
        @Min(1) @Max(64) @Bindable(defaultValue = "1") int plansAtOnce,
        @Bindable(defaultValue = "PT1M") Duration planLease) {}
