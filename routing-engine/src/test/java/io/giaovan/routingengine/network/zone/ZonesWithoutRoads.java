package io.giaovan.routingengine.network.zone;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Zones that bind stops where the tests have no roads to close. */
@Factory
@Requires(property = "test.zones", value = "true")
final class ZonesWithoutRoads {
    @Singleton
    RestrictedZones zones(Clock clock) {
        return new ZoneRegister(new ShelfInMemory(), _ -> {}, clock);
    }
}
