package io.giaovan.routingengine.travel;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * Settings of travel times, under {@code giaovan.travel}.
 *
 * @param pointsRemembered points per vehicle kind whose rows are kept, 8 bytes for each pair of them
 * @param pointsMax most points in one matrix
 * @param speedMotorbike share of free-flow speed by hour, for instance {@code 7-9=0.75, 16-19=0.65}; the default is free flow
 * @param speedVan the same for vans
 * @param speedTruck the same for trucks
 * @param zone time zone of these hours where no depot says another
 */
@ConfigurationProperties("giaovan.travel")
public record TravelSettings(
        @Bindable(defaultValue = "1500") int pointsRemembered,
        @Bindable(defaultValue = "5000") int pointsMax,
        @Bindable(defaultValue = "0-24=1") String speedMotorbike,
        @Bindable(defaultValue = "0-24=1") String speedVan,
        @Bindable(defaultValue = "0-24=1") String speedTruck,
        @Bindable(defaultValue = "Asia/Ho_Chi_Minh") String zone) {
    public TravelSettings {
        if (pointsRemembered < 0 || pointsRemembered > 10_000) {
            throw new IllegalArgumentException(
                    "giaovan.travel.points-remembered: " + pointsRemembered + " is outside 0 to 10000");
        }
        if (pointsMax < 1 || pointsMax > TravelMatrix.SIZE_MAX) {
            throw new IllegalArgumentException(
                    "giaovan.travel.points-max: " + pointsMax + " is outside 1 to " + TravelMatrix.SIZE_MAX);
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "giaovan.travel.zone: '" + zone + "' is no time zone; try Asia/Ho_Chi_Minh", unknown);
        }
    }

    /** Whose hours the speeds are. */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
