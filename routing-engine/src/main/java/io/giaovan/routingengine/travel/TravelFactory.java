package io.giaovan.routingengine.travel;

import io.giaovan.routingengine.network.RoadGraph;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Puts travel times on the roads that are open. */
@Requires(property = "giaovan.network.enabled", notEquals = "false", defaultValue = "true")
@Factory
final class TravelFactory {
    @Singleton
    TravelTimes travelTimes(RoadGraph roads, TravelSettings settings) {
        return new RoadTravelTimes(roads, settings.pointsRemembered(), settings.pointsMax());
    }
}
