package io.giaovan.routingengine.network.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.network.VehicleProfile;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestrictedZoneTest {
    private static final GeoPoint INSIDE = new GeoPoint(10.78, 106.70);
    private static final GeoPoint OUTSIDE = new GeoPoint(10.82, 106.70);
    private static final ServiceDay TUESDAY = new ServiceDay(LocalDate.of(2026, 11, 24), ServiceDay.VIETNAM);
    private static final VehicleTraits TRUCK = new VehicleTraits(VehicleProfile.TRUCK, Fuel.DIESEL, 7_000);
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final List<List<RestrictedZone>> closed = new ArrayList<>();
    private final ZoneRegister zones =
            new ZoneRegister(new ShelfInMemory(), closed::add, Clock.fixed(TUESDAY.at(LocalTime.NOON), ZoneOffset.UTC));

    @Test
    void truckHoursBanTrucksInsideAtThoseHoursOnly() {
        zones.put(zone("truck-hours", LocalTime.of(6, 0), LocalTime.of(9, 0)));
        zones.put(zone("evening", LocalTime.of(16, 0), LocalTime.of(20, 0)));

        assertThat(zones.bans(INSIDE, TRUCK, TUESDAY))
                .containsExactly(
                        TUESDAY.between(LocalTime.of(6, 0), LocalTime.of(9, 0)),
                        TUESDAY.between(LocalTime.of(16, 0), LocalTime.of(20, 0)));
        assertThat(zones.bans(OUTSIDE, TRUCK, TUESDAY)).isEmpty();
        assertThat(zones.bans(INSIDE, new VehicleTraits(VehicleProfile.VAN, Fuel.DIESEL, 7_000), TUESDAY))
                .isEmpty();
        assertThat(closed).isEmpty();
    }

    @Test
    void hoursPastMidnightCountOnBothDays() {
        zones.put(zone("night", LocalTime.of(22, 0), LocalTime.of(5, 0)));

        assertThat(zones.bans(INSIDE, TRUCK, TUESDAY))
                .containsExactly(
                        TUESDAY.between(LocalTime.MIDNIGHT, LocalTime.of(5, 0)),
                        new TimeWindow(
                                TUESDAY.at(LocalTime.of(22, 0)), TUESDAY.next().at(LocalTime.MIDNIGHT)));
    }

    @Test
    void overlappingBansAreOne() {
        zones.put(zone("a", LocalTime.of(6, 0), LocalTime.of(9, 0)));
        zones.put(zone("b", LocalTime.of(8, 0), LocalTime.of(10, 0)));

        assertThat(zones.bans(INSIDE, TRUCK, TUESDAY))
                .containsExactly(TUESDAY.between(LocalTime.of(6, 0), LocalTime.of(10, 0)));
    }

    @Test
    void aWeightLimitSparesVehiclesExactlyAtIt() {
        RestrictedZone zone = zone("heavy", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of(), 7_000, LONG_AGO, null);

        assertThat(zone.appliesTo(TRUCK)).isFalse();
        assertThat(zone.appliesTo(new VehicleTraits(VehicleProfile.TRUCK, Fuel.DIESEL, 7_001)))
                .isTrue();
    }

    @Test
    void aLowEmissionZoneAsksForTheFuel() {
        RestrictedZone zone =
                zone("green", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of(Fuel.DIESEL), 0, LONG_AGO, null);

        assertThat(zone.appliesTo(TRUCK)).isTrue();
        assertThat(zone.appliesTo(new VehicleTraits(VehicleProfile.TRUCK, Fuel.ELECTRIC, 7_000)))
                .isFalse();
        assertThat(zone.closesRoads()).isFalse();
    }

    @Test
    void validityCutsTheHoursShort() {
        Instant seven = TUESDAY.at(LocalTime.of(7, 0));
        Instant eight = TUESDAY.at(LocalTime.of(8, 0));
        zones.put(zone("short", LocalTime.of(6, 0), LocalTime.of(9, 0), Set.of(), 0, seven, eight));

        assertThat(zones.bans(INSIDE, TRUCK, TUESDAY)).containsExactly(new TimeWindow(seven, eight));
        assertThat(zones.bans(INSIDE, TRUCK, TUESDAY.next())).isEmpty();
    }

    @Test
    void aZoneForAllAtAllHoursClosesRoads() {
        RestrictedZone closure = RestrictedZone.closure(
                new RestrictedZoneId("flood"), "Ngập", square(), Set.of(VehicleProfile.TRUCK), LONG_AGO, null);

        zones.put(closure);

        assertThat(closed).containsExactly(List.of(closure));
    }

    @Test
    void zonesThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> RestrictedZone.closure(
                        new RestrictedZoneId("x"),
                        "x",
                        square().subList(0, 2),
                        Set.of(VehicleProfile.VAN),
                        LONG_AGO,
                        null))
                .hasMessageContaining("zone.outline: has 2 corners");
        assertThatThrownBy(() -> zone("x", LocalTime.NOON, LocalTime.NOON, Set.of(), -1, LONG_AGO, null))
                .hasMessageContaining("zone.overKilograms: -1");
        assertThatThrownBy(() -> zone("x", LocalTime.NOON, LocalTime.NOON, Set.of(), 0, LONG_AGO, LONG_AGO))
                .hasMessageContaining("zone.validTo");
        assertThatThrownBy(() -> new RestrictedZoneId("a b")).hasMessageContaining("zone.id");
    }

    @Test
    void thereIsAMostOfZones() {
        for (int i = 0; i < RestrictedZones.ZONES_MAX; i++) {
            zones.put(zone("z" + i, LocalTime.of(6, 0), LocalTime.of(9, 0)));
        }

        assertThatThrownBy(() -> zones.put(zone("one-more", LocalTime.of(6, 0), LocalTime.of(9, 0))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("500");
        zones.put(zone("z0", LocalTime.of(7, 0), LocalTime.of(9, 0)));
        assertThat(zones.list()).hasSize(RestrictedZones.ZONES_MAX);
    }

    private static RestrictedZone zone(String id, LocalTime from, LocalTime to) {
        return zone(id, from, to, Set.of(), 0, LONG_AGO, null);
    }

    private static RestrictedZone zone(
            String id, LocalTime from, LocalTime to, Set<Fuel> fuels, int overKilograms, Instant valid, Instant until) {
        return new RestrictedZone(
                new RestrictedZoneId(id),
                "Zone " + id,
                square(),
                Set.of(VehicleProfile.TRUCK),
                fuels,
                overKilograms,
                Set.of(DayOfWeek.values()),
                from,
                to,
                valid,
                until);
    }

    private static List<GeoPoint> square() {
        return List.of(
                new GeoPoint(10.77, 106.69),
                new GeoPoint(10.77, 106.71),
                new GeoPoint(10.79, 106.71),
                new GeoPoint(10.79, 106.69));
    }
}
