package io.giaovan.routingengine.promise;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.network.zone.RestrictedZone;
import io.giaovan.routingengine.network.zone.RestrictedZones;
import io.giaovan.routingengine.network.zone.VehicleTraits;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The zones in force, none where the engine runs without roads. Safe for use by many threads. */
@Singleton
final class DayZones {
    private final @Nullable RestrictedZones zones;

    DayZones(@Nullable RestrictedZones zones) {
        this.zones = zones;
    }

    List<RestrictedZone> list() {
        return zones == null ? List.of() : zones.list();
    }

    /** When on this day the vehicle must not be at the point. */
    List<TimeWindow> bans(GeoPoint point, VehicleTraits vehicle, ServiceDay day) {
        return zones == null ? List.of() : zones.bans(point, vehicle, day);
    }
}
