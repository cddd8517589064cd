package io.giaovan.routingengine.network.graph;

import io.giaovan.routingengine.network.zone.ZoneRegister;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Lets closures begin and end by the clock, well within the five seconds that a plan may be behind. */
@Requires(property = "giaovan.network.enabled", notEquals = "false", defaultValue = "true")
@Singleton
final class ClosureWatch {
    private final ZoneRegister zones;

    ClosureWatch(ZoneRegister zones) {
        this.zones = zones;
    }

    @Scheduled(fixedDelay = "2s")
    void look() {
        zones.refresh();
    }
}
