package io.giaovan.routingengine.plan;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * Who may plan over HTTP and how much.
 *
 * @param key opens the planning API and the VROOM-compatible endpoint, beside the house's key; empty for none
 * @param open true to let anybody plan without a key, for a closed network
 * @param stopsMax most stops in one problem of the planning API
 * @param vehiclesMax most vehicles in one problem
 * @param secondsMax longest search
 * @param secondsDefault search when neither time nor iterations are stated
 * @param iterationsMax most iterations
 * @param jobsAtOnce searches running at the same time in this process, over both interfaces
 * @param jobsWaitingMax jobs of the planning API waiting for their turn
 * @param kept how long results can be fetched
 * @param listenersMax most listeners to the events of plans at the same time in this process
 * @param heartbeat how long a listener hears nothing before it gets a sign of life
 * @param vroomLocationsMax most locations of a VROOM request, a shipment counting twice
 * @param vroomVehiclesMax most vehicles of a VROOM request
 * @param vroomBytesMax longest VROOM request
 * @param vroomMillisDefault search for a VROOM request that states no limit
 * @param vroomSecondsMax longest search that a VROOM request may ask for
 */
@ConfigurationProperties("giaovan.plan")
public record PlanSettings(
        @Bindable(defaultValue = "") String key,
        @Bindable(defaultValue = "false") boolean open,
        @Min(1) @Max(15000) @Bindable(defaultValue = "5000") int stopsMax,
        @Min(1) @Max(15000) @Bindable(defaultValue = "500") int vehiclesMax,
        @Min(1) @Max(3600) @Bindable(defaultValue = "120") int secondsMax,
        @Min(1) @Max(600) @Bindable(defaultValue = "5") int secondsDefault,
        @Min(1) @Bindable(defaultValue = "100000000") long iterationsMax,
        @Min(1) @Max(256) @Bindable(defaultValue = "2") int jobsAtOnce,
        @Min(1) @Max(10000) @Bindable(defaultValue = "100") int jobsWaitingMax,
        @Bindable(defaultValue = "P1D") Duration kept,
        @Min(1) @Max(10000) @Bindable(defaultValue = "200") int listenersMax,
        @Bindable(defaultValue = "PT15S") Duration heartbeat,
        @Min(1) @Max(10000) @Bindable(defaultValue = "1000") int vroomLocationsMax,
        @Min(1) @Max(2000) @Bindable(defaultValue = "200") int vroomVehiclesMax,

        @Min(1000) @Max(100000000) @Bindable(defaultValue = "1048576")
        int vroomBytesMax,

        @Min(1) @Max(60000) @Bindable(defaultValue = "1000") int vroomMillisDefault,
        @Min(1) @Max(600) @Bindable(defaultValue = "30") int vroomSecondsMax) {
    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "PlanSettings[stopsMax=" + stopsMax + "]";
    }
}
