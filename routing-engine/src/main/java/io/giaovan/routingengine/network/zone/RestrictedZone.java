package io.giaovan.routingengine.network.zone;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.network.VehicleProfile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An area that some vehicles must keep out of at some hours.
 *
 * @param id chosen by whoever enters it; entering the same id again replaces the zone
 * @param name what dispatchers call it, 1 to 120 characters
 * @param outline corners in order, 3 to {@value #CORNERS_MAX}, not closed by repeating the first
 * @param profiles vehicle kinds it applies to, at least one
 * @param fuels fuels it applies to; empty means all
 * @param overKilograms applies to vehicles heavier than this; 0 means all
 * @param days days of the week on which its hours begin, at least one
 * @param from first moment of its hours; equal to {@code to} for the whole day
 * @param to end of its hours, not included; before {@code from} when they run past midnight
 * @param validFrom first instant at which it holds
 * @param validTo first instant at which it no longer holds, or null when open-ended
 */
public record RestrictedZone(
        RestrictedZoneId id,
        String name,
        List<GeoPoint> outline,
        Set<VehicleProfile> profiles,
        Set<Fuel> fuels,
        int overKilograms,
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime to,
        Instant validFrom,
        @Nullable Instant validTo) {
    public static final int CORNERS_MAX = 500;

    public RestrictedZone {
        outline = List.copyOf(outline);
        profiles = Set.copyOf(profiles);
        fuels = Set.copyOf(fuels);
        days = Set.copyOf(days);
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException(
                    "zone.name: has " + name.length() + " characters, allowed are 1 to 120 that are not all blank");
        }
        if (outline.size() < 3 || outline.size() > CORNERS_MAX) {
            throw new IllegalArgumentException(
                    "zone.outline: has " + outline.size() + " corners, allowed are 3 to " + CORNERS_MAX);
        }
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("zone.profiles: is empty, at least one vehicle kind is needed");
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("zone.days: is empty, at least one day is needed");
        }
        if (overKilograms < 0 || overKilograms > VehicleTraits.GROSS_KILOGRAMS_MAX) {
            throw new IllegalArgumentException(
                    "zone.overKilograms: " + overKilograms + " is outside 0 to " + VehicleTraits.GROSS_KILOGRAMS_MAX);
        }
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException(
                    "zone.validTo: " + validTo + " is not after zone.validFrom " + validFrom);
        }
    }

    /** A closure of roads to the given vehicle kinds, at all hours between the two instants. */
    public static RestrictedZone closure(
            RestrictedZoneId id,
            String name,
            List<GeoPoint> outline,
            Set<VehicleProfile> profiles,
            Instant validFrom,
            @Nullable Instant validTo) {
        return new RestrictedZone(
                id,
                name,
                outline,
                profiles,
                Set.of(),
                0,
                Set.of(DayOfWeek.values()),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                validFrom,
                validTo);
    }

    public boolean contains(GeoPoint point) {
        return Outline.contains(outline, point);
    }

    /** True when the straight line between the points enters or touches the zone. */
    public boolean touches(GeoPoint a, GeoPoint b) {
        return Outline.touches(outline, a, b);
    }

    public boolean appliesTo(VehicleTraits vehicle) {
        return profiles.contains(vehicle.profile())
                && (fuels.isEmpty() || fuels.contains(vehicle.fuel()))
                && vehicle.grossKilograms() > overKilograms;
    }

    /** True when the zone holds for all vehicles of its kinds at all hours, so that roads themselves are closed. */
    public boolean closesRoads() {
        return fuels.isEmpty() && overKilograms == 0 && days.size() == 7 && from.equals(to);
    }

    public boolean isValidAt(Instant instant) {
        return !instant.isBefore(validFrom) && (validTo == null || instant.isBefore(validTo));
    }

    /** The time on one day during which the zone holds, at most two windows (hours begun the evening before count). */
    public List<TimeWindow> hoursOn(ServiceDay day) {
        TimeWindow whole = new TimeWindow(day.at(LocalTime.MIDNIGHT), day.next().at(LocalTime.MIDNIGHT));
        ServiceDay before = new ServiceDay(day.date().minusDays(1), day.zone());
        return Stream.of(before, day)
                .flatMap(begin -> begunOn(begin).flatMap(hours -> overlap(hours, whole)).stream())
                .toList();
    }

    private Optional<TimeWindow> begunOn(ServiceDay day) {
        LocalDate date = day.date();
        if (!days.contains(date.getDayOfWeek())) {
            return Optional.empty();
        }
        ServiceDay endDay = to.isAfter(from) ? day : day.next();
        TimeWindow hours = new TimeWindow(day.at(from), endDay.at(to));
        Instant lastValid = validTo == null ? Instant.MAX : validTo;
        return validFrom.isBefore(lastValid) ? overlap(hours, new TimeWindow(validFrom, lastValid)) : Optional.empty();
    }

    private static Optional<TimeWindow> overlap(TimeWindow one, TimeWindow other) {
        Instant start = one.start().isAfter(other.start()) ? one.start() : other.start();
        Instant end = one.end().isBefore(other.end()) ? one.end() : other.end();
        return end.isAfter(start) ? Optional.of(new TimeWindow(start, end)) : Optional.empty();
    }
}
