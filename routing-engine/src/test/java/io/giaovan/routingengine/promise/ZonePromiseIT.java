package io.giaovan.routingengine.promise;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static io.giaovan.routingengine.dispatch.TestDay.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.dispatch.TestDay;
import io.giaovan.routingengine.dispatch.TestEngine;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.zone.RestrictedZone;
import io.giaovan.routingengine.network.zone.RestrictedZoneId;
import io.giaovan.routingengine.network.zone.RestrictedZones;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZonePromiseIT {
    private static final String EARLY = "d1.2026-11-24.0800-1100";
    private static final String NOON = "d1.2026-11-24.1100-1400";
    private static final List<GeoPoint> MARKET = List.of(
            new GeoPoint(10.772, 106.697),
            new GeoPoint(10.772, 106.703),
            new GeoPoint(10.778, 106.703),
            new GeoPoint(10.778, 106.697));

    private final TestEngine engine = new TestEngine("test.zones", "true");
    private final TestDay day = new TestDay(engine).withDepot().withCourier(1, "08:00", "14:00");

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aSlotInWhichNobodyMayEnterIsNotOffered() {
        assertThat(slots(10.775, 106.70)).contains(EARLY, NOON);

        zone(Set.of(VehicleProfile.MOTORBIKE), "07:00", "11:00");

        assertThat(slots(10.775, 106.70)).doesNotContain(EARLY).contains(NOON);
        assertThat(slots(10.765, 106.68)).as("outside the zone").contains(EARLY, NOON);
        assertThat(hold("h1", EARLY).text("/code")).isEqualTo("NO_SLOT");
        ok(hold("h2", NOON));

        engine.bean(RestrictedZones.class).remove(new RestrictedZoneId("market"));

        assertThat(slots(10.775, 106.70)).contains(EARLY);
        ok(hold("h1", EARLY));
    }

    @Test
    void aSlotThatIsClosedForAPartIsOfferedForTheRest() {
        zone(Set.of(VehicleProfile.MOTORBIKE), "07:00", "10:50");
        assertThat(slots(10.775, 106.70)).contains(EARLY);

        zone(Set.of(VehicleProfile.MOTORBIKE), "07:00", "10:59");

        assertThat(slots(10.775, 106.70))
                .as("one minute is too short for the stop")
                .doesNotContain(EARLY);
    }

    @Test
    void aZoneForOthersTakesNothingAway() {
        zone(Set.of(VehicleProfile.VAN, VehicleProfile.TRUCK), "00:00", "00:00");

        assertThat(slots(10.775, 106.70)).contains(EARLY, NOON);
    }

    private void zone(Set<VehicleProfile> kinds, String from, String to) {
        engine.bean(RestrictedZones.class)
                .put(new RestrictedZone(
                        new RestrictedZoneId("market"),
                        "Chợ",
                        MARKET,
                        kinds,
                        Set.of(),
                        0,
                        Set.of(DayOfWeek.values()),
                        LocalTime.parse(from),
                        LocalTime.parse(to),
                        TestEngine.MORNING.minusSeconds(86_400),
                        null));
    }

    private List<String> slots(double lat, double lon) {
        return StreamSupport.stream(
                        engine.house("/internal/last-mile/offer-slots", "{'query':" + query(lat, lon, 1_000) + "}")
                                .body()
                                .spliterator(),
                        false)
                .map(offer -> offer.at("/slotId").asText())
                .toList();
    }

    private TestEngine.Reply hold(String id, String slot) {
        return engine.house(
                "/internal/last-mile/hold",
                "{'query':" + query(10.775, 106.70, 1_000) + ",'slotId':'" + slot + "','holdId':{'value':'" + id
                        + "'},'timeToLive':'PT15M'}");
    }
}
