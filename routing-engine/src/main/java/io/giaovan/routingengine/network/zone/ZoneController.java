package io.giaovan.routingengine.network.zone;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.network.VehicleProfile;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Enters and lifts zones; a closure is on the roads when the answer comes. */
@Controller("/internal/zones")
@Requires(property = "giaovan.network.enabled", notEquals = "false", defaultValue = "true")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ZoneController {
    private final RestrictedZones zones;

    ZoneController(RestrictedZones zones) {
        this.zones = zones;
    }

    /** A zone on the wire: what is left out means all days, the whole day, all fuels, any weight, open-ended. */
    record ZoneBody(
            String id,
            String name,
            List<GeoPoint> outline,
            Set<VehicleProfile> profiles,
            @Nullable Set<Fuel> fuels,
            @Nullable Integer overKilograms,
            @Nullable Set<DayOfWeek> days,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Boolean closesRoads) {

        static ZoneBody of(RestrictedZone zone) {
            return new ZoneBody(
                    zone.id().value(),
                    zone.name(),
                    zone.outline(),
                    new TreeSet<>(zone.profiles()),
                    new TreeSet<>(zone.fuels()),
                    zone.overKilograms(),
                    new TreeSet<>(zone.days()),
                    zone.from(),
                    zone.to(),
                    zone.validFrom(),
                    zone.validTo(),
                    zone.closesRoads());
        }

        RestrictedZone zone() {
            return new RestrictedZone(
                    new RestrictedZoneId(id),
                    name,
                    outline,
                    profiles,
                    fuels == null ? Set.of() : fuels,
                    overKilograms == null ? 0 : overKilograms,
                    days == null ? Set.of(DayOfWeek.values()) : days,
                    from == null ? LocalTime.MIDNIGHT : from,
                    to == null ? LocalTime.MIDNIGHT : to,
                    validFrom,
                    validTo);
        }
    }

    record ZoneList(List<ZoneBody> zones) {}

    @Get
    ZoneList list() {
        return new ZoneList(zones.list().stream()
                .map(ZoneBody::of)
                .sorted(Comparator.comparing(ZoneBody::id))
                .toList());
    }

    @Post
    ZoneBody enter(@Body ZoneBody body) {
        RestrictedZone zone = body.zone();
        zones.put(zone);
        return ZoneBody.of(zone);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void lift(String id) {
        if (!zones.remove(new RestrictedZoneId(id))) {
            throw ProblemException.notFound("zone", id);
        }
    }
}
