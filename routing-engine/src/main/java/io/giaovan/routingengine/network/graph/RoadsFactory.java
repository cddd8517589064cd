package io.giaovan.routingengine.network.graph;

import io.giaovan.routingengine.network.NetworkSettings;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.zone.RestrictedZones;
import io.giaovan.routingengine.network.zone.ZoneRegister;
import io.giaovan.routingengine.network.zone.ZoneShelf;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the roads once, at start-up. */
@Requires(property = "giaovan.network.enabled", notEquals = "false", defaultValue = "true")
@Factory
final class RoadsFactory {
    @Singleton
    @Bean(preDestroy = "close")
    RoadGraph roads(NetworkSettings settings) {
        return RoadNetworks.open(settings.roadSource(), Path.of(settings.workFolder()), settings.limits());
    }

    @Singleton
    @Bean(typed = {RestrictedZones.class, ZoneRegister.class})
    ZoneRegister zones(ZoneShelf shelf, RoadGraph roads, Clock clock) {
        return new ZoneRegister(shelf, roads, clock);
    }
}
