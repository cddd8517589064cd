package io.giaovan.routingengine.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.RoadSource;
import io.giaovan.routingengine.network.TestRoads;
import io.giaovan.routingengine.network.VehicleProfile;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemonstrationPlacesTest {
    private static final RoadSource CITY = new RoadSource.Generated(TestRoads.SEED);
    private static final RoadSource EXTRACT = new RoadSource.Extract("some.osm.pbf");

    private final RoadGraph roads = TestRoads.city();

    @Test
    void theCityLendsItsHousesAndDepots() {
        DemonstrationPlaces places = DemonstrationPlaces.of(CITY, roads, 200, 3);

        assertThat(places.addresses()).hasSize(200).doesNotHaveDuplicates();
        assertThat(places.depots()).isEqualTo(TestRoads.plan().depots());
        assertThat(DemonstrationPlaces.of(CITY, roads, 200, 3)).isEqualTo(places);
    }

    @Test
    void anyOtherRoadDataLendsPointsAlongNamedStreets() {
        DemonstrationPlaces places = DemonstrationPlaces.of(EXTRACT, roads, 10_000, 3);

        assertThat(places.addresses()).hasSize(10_000);
        assertThat(places.addresses().stream().map(Address::point).distinct().count())
                .isGreaterThan(9_990);
        assertThat(places.addresses())
                .allMatch(address ->
                        address.ward().startsWith("Phường") || address.ward().isEmpty());
        assertThat(places.depots()).hasSize(3);
        assertThat(DemonstrationPlaces.of(EXTRACT, roads, 10_000, 3)).isEqualTo(places);
    }

    @Test
    void everyPlaceIsReachedFromEveryDepot() {
        DemonstrationPlaces places = DemonstrationPlaces.of(EXTRACT, roads, 30, 4);

        for (Address address : places.addresses()) {
            GeoPoint door = Objects.requireNonNull(address.point());
            assertThat(places.depots())
                    .allSatisfy(depot -> assertThat(roads.path(VehicleProfile.VAN, depot.point(), door))
                            .isInstanceOf(RoadPath.Found.class));
        }
    }
}
