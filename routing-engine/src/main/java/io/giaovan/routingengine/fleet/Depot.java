package io.giaovan.routingengine.fleet;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.ServiceDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Where parcels are loaded.
 *
 * @param id identifies it
 * @param name what people call it, 1 to 120 characters
 * @param point where it is
 * @param opens local time before which nobody leaves
 * @param closes local time by which everybody is back, after {@code opens}
 * @param zone time zone of the depot and of its promises
 */
public record Depot(DepotId id, String name, GeoPoint point, LocalTime opens, LocalTime closes, ZoneId zone) {
    public Depot {
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException(
                    "name: has " + name.length() + " characters, allowed are 1 to 120 that are not all blank");
        }
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("closes: " + closes + " is not after opens " + opens);
        }
    }

    /** The depot's local day at an instant. */
    public LocalDate dayAt(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public ServiceDay day(LocalDate date) {
        return new ServiceDay(date, zone);
    }
}
