package io.giaovan.routingengine.travel;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Settings of travel times, under {@code giaovan.travel}.
 *
 * @param pointsRemembered points per vehicle kind whose rows are kept, 8 bytes for each pair of them
 * @param pointsMax most points in one matrix
 */
@ConfigurationProperties("giaovan.travel")
public record TravelSettings(
        @Bindable(defaultValue = "1500") int pointsRemembered,
        @Bindable(defaultValue = "5000") int pointsMax) {
    public TravelSettings {
        if (pointsRemembered < 0 || pointsRemembered > 10_000) {
            throw new IllegalArgumentException(
                    "giaovan.travel.points-remembered: " + pointsRemembered + " is outside 0 to 10000");
        }
        if (pointsMax < 1 || pointsMax > TravelMatrix.SIZE_MAX) {
            throw new IllegalArgumentException(
                    "giaovan.travel.points-max: " + pointsMax + " is outside 1 to " + TravelMatrix.SIZE_MAX);
        }
    }
}
