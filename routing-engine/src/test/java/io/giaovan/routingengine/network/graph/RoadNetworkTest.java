package io.giaovan.routingengine.network.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadLimits;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.RoadSource;
import io.giaovan.routingengine.network.Snap;
import io.giaovan.routingengine.network.TestRoads;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.address.PlainName;
import io.giaovan.routingengine.network.city.CityHouse;
import io.giaovan.routingengine.network.city.CityPlan;
import io.giaovan.routingengine.network.city.CityRoadKind;
import io.giaovan.routingengine.network.city.CityWay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadNetworkTest {
    private final CityPlan plan = TestRoads.plan();
    private final RoadGraph roads = TestRoads.city();

    @Test
    void everyHouseIsNearARoadForAMotorbike() {
        assertThat(plan.houses())
                .allSatisfy(house -> assertThat(roads.snap(VehicleProfile.MOTORBIKE, house.point()))
                        .isInstanceOfSatisfying(
                                Snap.OnRoad.class,
                                snap -> assertThat(snap.metres()).isLessThan(60)));
    }

    @Test
    void aMotorbikeDrivesIntoAnAlleyWhereAVanHasToStopBefore() {
        GeoPoint deep = insideOfAnAlley();
        GeoPoint depot = plan.depots().getFirst().point();

        Snap motorbike = roads.snap(VehicleProfile.MOTORBIKE, deep);
        Snap van = roads.snap(VehicleProfile.VAN, deep);

        assertThat(motorbike)
                .isInstanceOfSatisfying(
                        Snap.OnRoad.class, snap -> assertThat(snap.metres()).isLessThan(1));
        assertThat(van)
                .isInstanceOfSatisfying(
                        Snap.OnRoad.class, snap -> assertThat(snap.metres()).isGreaterThan(10));
        assertThat(roads.path(VehicleProfile.MOTORBIKE, depot, deep)).isInstanceOf(RoadPath.Found.class);
    }

    @Test
    void aPointInTheSeaIsOutsideTheMap() {
        GeoPoint sea = new GeoPoint(9.5, 107.8);

        assertThat(roads.snap(VehicleProfile.VAN, sea)).isInstanceOf(Snap.OutsideBounds.class);
        assertThat(roads.path(VehicleProfile.VAN, sea, plan.depots().getFirst().point()))
                .isInstanceOf(RoadPath.OffRoad.class);
    }

    @Test
    void aPointFartherFromARoadThanTheLimitIsRefusedWithItsDistance() {
        RoadGraph strict =
                RoadNetworks.open(new RoadSource.Generated(TestRoads.SEED), TestRoads.WORK, new RoadLimits(1, 10, 1));
        GeoPoint house = plan.houses().getFirst().point();

        Snap snap = strict.snap(VehicleProfile.VAN, house);

        assertThat(snap).isInstanceOfSatisfying(Snap.TooFar.class, refusal -> {
            assertThat(refusal.metres()).isGreaterThan(1);
            assertThat(refusal.limitMetres()).isEqualTo(1);
        });
        strict.close();
    }

    @Test
    void aPathLeadsFromDoorToDoorAndAMotorbikeIsFasterThanATruck() {
        GeoPoint from = plan.depots().get(0).point();
        GeoPoint to = plan.depots().get(1).point();

        RoadPath.Found motorbike = (RoadPath.Found) roads.path(VehicleProfile.MOTORBIKE, from, to);
        RoadPath.Found truck = (RoadPath.Found) roads.path(VehicleProfile.TRUCK, from, to);

        assertThat(motorbike.geometry().getFirst().metresTo(from)).isLessThan(5);
        assertThat(motorbike.geometry().getLast().metresTo(to)).isLessThan(5);
        assertThat(motorbike.metres()).isBetween((int) from.metresTo(to), (int) (2.5 * from.metresTo(to)));
        assertThat(motorbike.seconds()).isLessThan(truck.seconds());
    }

    @Test
    void aPathFromAPointToItselfIsEmptyButFound() {
        GeoPoint house = plan.houses().getFirst().point();

        RoadPath path = roads.path(VehicleProfile.MOTORBIKE, house, house);

        assertThat(path)
                .isInstanceOfSatisfying(
                        RoadPath.Found.class,
                        found -> assertThat(found.metres()).isZero());
    }

    @Test
    void anAddressIsFoundWithoutItsMarks() {
        CityHouse house = plan.houses().get(100);

        assertThat(roads.locate(address(house.number() + " " + house.street(), house.ward())))
                .hasValueSatisfying(
                        point -> assertThat(point.metresTo(house.point())).isLessThan(1));
        assertThat(roads.locate(
                        address("Số " + house.number() + ", Đường " + house.street() + ", gần chợ", house.ward())))
                .hasValueSatisfying(
                        point -> assertThat(point.metresTo(house.point())).isLessThan(1));
        assertThat(roads.locate(address(
                        house.number() + " duong " + PlainName.fold(house.street()), PlainName.ward(house.ward()))))
                .hasValueSatisfying(
                        point -> assertThat(point.metresTo(house.point())).isLessThan(1));
    }

    @Test
    void aHouseNumberBetweenKnownOnesIsPlacedBetweenThem() {
        CityHouse house = plan.houses().stream()
                .filter(candidate -> !candidate.number().contains("/"))
                .filter(candidate -> Integer.parseInt(candidate.number()) > 40)
                .findFirst()
                .orElseThrow();
        int unknown = Integer.parseInt(house.number()) + 2;

        assertThat(roads.locate(address(unknown + " " + house.street(), "")))
                .hasValueSatisfying(
                        point -> assertThat(point.metresTo(house.point())).isLessThan(150));
    }

    @Test
    void anUnknownStreetIsNotGuessed() {
        assertThat(roads.locate(address("1 Đường Không Có Ở Đâu", ""))).isEmpty();
    }

    @Test
    void anAddressWithAPointKeepsIt() {
        GeoPoint point = new GeoPoint(10.8, 106.7);

        assertThat(roads.locate(address("1 Đường Không Có Ở Đâu", "").at(point)))
                .hasValue(point);
    }

    @Test
    void openingAgainLoadsTheSameRoads() {
        RoadGraph again =
                RoadNetworks.open(new RoadSource.Generated(TestRoads.SEED), TestRoads.WORK, RoadLimits.DEFAULT);

        assertThat(again.snapshotId()).isEqualTo(roads.snapshotId());
        assertThat(again.bounds()).isEqualTo(roads.bounds());
        assertThat(again.map().wards()).isEqualTo(roads.map().wards());
        again.close();
    }

    @Test
    void aFileThatIsNotRoadDataIsRefusedByName(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.osm"), "<osm version=\"0.6\"></osm>");
        Path text = Files.writeString(folder.resolve("roads.txt"), "no roads here");

        assertThatThrownBy(() -> open(empty.toString(), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty.osm");
        assertThatThrownBy(() -> open(text.toString(), folder)).hasMessageContaining("does not end in .osm.pbf");
        assertThatThrownBy(() -> open(folder.resolve("missing.osm.pbf").toString(), folder))
                .hasMessageContaining("there is no readable file");
        assertThat(folder.resolve("graphs")).isEmptyDirectory();
    }

    private static void open(String place, Path folder) {
        RoadNetworks.open(new RoadSource.Extract(place), folder, RoadLimits.DEFAULT);
    }

    private GeoPoint insideOfAnAlley() {
        CityWay alley = plan.ways().stream()
                .filter(way -> way.kind() == CityRoadKind.ALLEY && way.nodes().size() == 3)
                .findFirst()
                .orElseThrow();
        return plan.nodes().get(alley.nodes().getLast());
    }

    private static Address address(String line, String ward) {
        return new Address(line, ward, CityPlan.NAME, "VN", null);
    }
}
