package io.giaovan.routingengine.network.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.TestRoads;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.city.CityPlan;
import io.giaovan.routingengine.network.city.CityWay;
import io.giaovan.routingengine.network.zone.RestrictedZone;
import io.giaovan.routingengine.network.zone.RestrictedZoneId;
import io.giaovan.routingengine.network.zone.ShelfInMemory;
import io.giaovan.routingengine.network.zone.ZoneRegister;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoadClosureTest {
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    private final CityPlan plan = TestRoads.plan();
    private final RoadGraph roads = TestRoads.city();
    private final GeoPoint west = plan.depots().get(0).point();
    private final GeoPoint east = plan.depots().get(1).point();
    private Instant now = NOON;
    private final ZoneRegister zones = new ZoneRegister(new ShelfInMemory(), roads, clock());

    @AfterEach
    void openTheRoadsAgain() {
        roads.closeRoads(List.of());
    }

    @Test
    void aClosedBridgeIsDrivenAroundWithinFiveSeconds() {
        RoadPath.Found before = (RoadPath.Found) roads.path(VehicleProfile.VAN, west, east);
        String open = roads.snapshotId();
        GeoPoint bridge = bridgeOn(before);
        long begin = System.nanoTime();

        zones.put(closure("flood", bridge, EnumSet.allOf(VehicleProfile.class), NOON, null));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        RoadPath.Found around = (RoadPath.Found) roads.path(VehicleProfile.VAN, west, east);
        assertThat(around.seconds()).isGreaterThan(before.seconds());
        assertThat(passes(around, bridge)).isFalse();
        assertThat(roads.snapshotId()).isNotEqualTo(open);
    }

    @Test
    void takingTheClosureAwayBringsTheOldRoadsBack() {
        RoadPath before = roads.path(VehicleProfile.VAN, west, east);
        String open = roads.snapshotId();
        zones.put(closure("flood", bridgeOn((RoadPath.Found) before), EnumSet.allOf(VehicleProfile.class), NOON, null));

        boolean removed = zones.remove(new RestrictedZoneId("flood"));

        assertThat(removed).isTrue();
        assertThat(roads.snapshotId()).isEqualTo(open);
        assertThat(roads.path(VehicleProfile.VAN, west, east)).isEqualTo(before);
    }

    @Test
    void aClosureForTrucksLeavesMotorbikesAlone() {
        RoadPath.Found motorbike = (RoadPath.Found) roads.path(VehicleProfile.MOTORBIKE, west, east);

        zones.put(closure("trucks", bridgeOn(motorbike), Set.of(VehicleProfile.TRUCK), NOON, null));

        assertThat(roads.path(VehicleProfile.MOTORBIKE, west, east)).isEqualTo(motorbike);
    }

    @Test
    void aClosureBeginsAndEndsByTheClock() {
        RoadPath.Found before = (RoadPath.Found) roads.path(VehicleProfile.VAN, west, east);
        Instant from = NOON.plusSeconds(600);
        zones.put(
                closure("parade", bridgeOn(before), EnumSet.allOf(VehicleProfile.class), from, from.plusSeconds(3600)));
        assertThat(roads.path(VehicleProfile.VAN, west, east)).isEqualTo(before);

        now = from;
        zones.refresh();
        RoadPath.Found during = (RoadPath.Found) roads.path(VehicleProfile.VAN, west, east);
        now = from.plusSeconds(3600);
        zones.refresh();

        assertThat(during.seconds()).isGreaterThan(before.seconds());
        assertThat(roads.path(VehicleProfile.VAN, west, east)).isEqualTo(before);
    }

    @Test
    void aStopInsideAClosureIsUnreachable() {
        GeoPoint house = plan.houses().get(50).point();

        zones.put(closure("lockdown", house, EnumSet.allOf(VehicleProfile.class), NOON, null));

        assertThat(roads.path(VehicleProfile.MOTORBIKE, west, house)).isInstanceOf(RoadPath.Unreachable.class);
    }

    private static RestrictedZone closure(
            String id, GeoPoint centre, Set<VehicleProfile> profiles, Instant from, Instant to) {
        double half = 0.0005;
        List<GeoPoint> square = List.of(
                new GeoPoint(centre.lat() - half, centre.lon() - half),
                new GeoPoint(centre.lat() - half, centre.lon() + half),
                new GeoPoint(centre.lat() + half, centre.lon() + half),
                new GeoPoint(centre.lat() + half, centre.lon() - half));
        return RestrictedZone.closure(new RestrictedZoneId(id), "Ngập nước", square, profiles, from, to);
    }

    /** Middle of the bridge that the path uses. */
    private GeoPoint bridgeOn(RoadPath.Found path) {
        return plan.ways().stream()
                .filter(CityWay::bridge)
                .map(way -> plan.nodes().get(way.nodes().get(1)))
                .filter(middle -> passes(path, middle))
                .findFirst()
                .orElseThrow();
    }

    private static boolean passes(RoadPath.Found path, GeoPoint place) {
        RestrictedZone square = closure("x", place, Set.of(VehicleProfile.VAN), NOON, null);
        return IntStream.range(1, path.geometry().size())
                .anyMatch(i -> square.touches(
                        path.geometry().get(i - 1), path.geometry().get(i)));
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
