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
 * @param movePrice đồng that taking a parcel from one courier to another must save when the live plan is changed
 * @param reorderPrice đồng that another order of a route under way must save
 * @param replanMillis search for a changed live plan
 * @param replanOn what makes the engine change the live plan by itself
 * @param positionFresh how old a courier's position may be to say when the next stop is reached
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
        @Min(0) @Bindable(defaultValue = "100000") long movePrice,

        @Min(0) @Bindable(defaultValue = "20000") long reorderPrice,

        @Min(50) @Max(60000) @Bindable(defaultValue = "1500")
        int replanMillis,

        @Bindable(defaultValue = "CLOSURES") ReplanOn replanOn,
        @Bindable(defaultValue = "PT10M") Duration positionFresh,
        @Bindable(defaultValue = "PT1M") Duration planLease) {

    /** What makes the engine change the live plan by itself. */
    public enum ReplanOn {
        /** Nothing; dispatchers ask for it. */
        NOTHING,
        /** Roads or zones that are closed or opened. */
        CLOSURES,
        /** Also new and withdrawn parcels, and routes that become late. */
        EVERYTHING
    }
}
