package io.giaovan.routingengine.travel;

import io.giaovan.routingengine.network.VehicleProfile;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Map;

/** Reads from the settings how fast each vehicle kind gets on at each hour. */
@Factory
final class SpeedFactory {
    @Singleton
    SpeedByHour speedByHour(TravelSettings settings) {
        return SpeedByHour.of(Map.of(
                VehicleProfile.MOTORBIKE, settings.speedMotorbike(),
                VehicleProfile.VAN, settings.speedVan(),
                VehicleProfile.TRUCK, settings.speedTruck()));
    }
}
