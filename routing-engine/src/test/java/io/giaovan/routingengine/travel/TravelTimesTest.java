package io.giaovan.routingengine.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.TestRoads;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.city.CityHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TravelTimesTest {
    private static final GeoPoint SEA = new GeoPoint(9.5, 107.8);

    private final RoadGraph roads = TestRoads.city();
    private final RoadTravelTimes times = new RoadTravelTimes(roads, 300, 400);

    @ParameterizedTest
    @EnumSource(VehicleProfile.class)
    void everyPairTakesAsLongAsRoutingItAlone(VehicleProfile profile) {
        List<GeoPoint> points = houses(40, 1);

        TravelMatrix matrix = times.between(profile, points);

        for (int from = 0; from < points.size(); from++) {
            for (int to = 0; to < points.size(); to++) {
                assertSameAsAlone(roads, profile, points, matrix, from, to);
            }
        }
    }

    @Test
    void pointsOnOneStreetAreDrivenDirectlyInTheAllowedDirection() {
        List<GeoPoint> points = TestRoads.plan().houses().stream()
                .filter(house ->
                        house.street().equals(TestRoads.plan().houses().get(30).street()))
                .map(CityHouse::point)
                .toList();

        TravelMatrix matrix = times.between(VehicleProfile.MOTORBIKE, points);

        for (int from = 0; from < points.size(); from++) {
            for (int to = 0; to < points.size(); to++) {
                assertSameAsAlone(roads, VehicleProfile.MOTORBIKE, points, matrix, from, to);
            }
        }
    }

    @Test
    void aRealExtractGivesTheSameAsRoutingPairByPair() {
        RoadGraph extract = TestRoads.extract("hcmc-center-2025-12.osm.pbf");
        Random random = new Random(5);
        List<GeoPoint> points = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            points.add(new GeoPoint(10.745 + 0.065 * random.nextDouble(), 106.67 + 0.07 * random.nextDouble()));
        }

        TravelMatrix matrix = new RoadTravelTimes(extract, 100, 100).between(VehicleProfile.MOTORBIKE, points);

        for (int pair = 0; pair < 600; pair++) {
            assertSameAsAlone(
                    extract, VehicleProfile.MOTORBIKE, points, matrix, random.nextInt(60), random.nextInt(60));
        }
        extract.close();
    }

    @Test
    void rowsAddedLaterEqualTheMatrixMadeAtOnce() {
        List<GeoPoint> points = houses(60, 2);
        TravelTable grown = new TravelTable(roads.snapshot(), VehicleProfile.VAN);
        TravelTable atOnce = new TravelTable(roads.snapshot(), VehicleProfile.VAN);

        grown.add(points.subList(0, 20));
        for (GeoPoint point : points.subList(20, 40)) {
            grown.add(List.of(point));
        }
        grown.add(points);
        atOnce.add(points);

        TravelMatrix expected = atOnce.matrix(points);
        assertThat(grown.matrix(points).seconds()).isEqualTo(expected.seconds());
        assertThat(grown.matrix(points).metres()).isEqualTo(expected.metres());
    }

    @ParameterizedTest
    @EnumSource(VehicleProfile.class)
    void theFanOfAPointThatWasNeverAddedEqualsTheMatrix(VehicleProfile profile) {
        List<GeoPoint> points = new ArrayList<>(houses(50, 6));
        points.add(SEA);
        for (GeoPoint guest : List.of(houses(60, 7).getLast(), points.get(3), SEA)) {
            List<GeoPoint> all = new ArrayList<>(points);
            all.add(guest);
            TravelFan expected = TravelFan.ofLast(new RoadTravelTimes(roads, 300, 400).between(profile, all));

            TravelFan fan = times.fan(profile, guest, points);

            assertThat(fan.outSeconds()).isEqualTo(expected.outSeconds());
            assertThat(fan.outMetres()).isEqualTo(expected.outMetres());
            assertThat(fan.backSeconds()).isEqualTo(expected.backSeconds());
            assertThat(fan.backMetres()).isEqualTo(expected.backMetres());
        }
    }

    @Test
    void aPointOffTheMapIsUnreachableButForItself() {
        List<GeoPoint> points = List.of(houses(1, 3).getFirst(), SEA);

        TravelMatrix matrix = times.between(VehicleProfile.VAN, points);

        assertThat(matrix.isReachable(0, 1)).isFalse();
        assertThat(matrix.isReachable(1, 0)).isFalse();
        assertThat(matrix.metres(0, 1)).isEqualTo(TravelMatrix.UNREACHABLE);
        assertThat(matrix.seconds(1, 1)).isZero();
    }

    @Test
    void thePointsMayComeTwiceAndInAnyOrder() {
        List<GeoPoint> points = houses(5, 4);
        TravelMatrix forth = times.between(VehicleProfile.VAN, points);

        TravelMatrix back = times.between(VehicleProfile.VAN, List.of(points.get(4), points.get(0), points.get(4)));

        assertThat(back.seconds(0, 1)).isEqualTo(forth.seconds(4, 0));
        assertThat(back.seconds(0, 2)).isZero();
    }

    @Test
    void aFullMemoryStartsAfreshAndAnswersTheSame() {
        RoadTravelTimes forgetful = new RoadTravelTimes(roads, 30, 400);

        for (int seed = 10; seed < 15; seed++) {
            List<GeoPoint> points = houses(20, seed);
            assertThat(forgetful.between(VehicleProfile.VAN, points).seconds())
                    .isEqualTo(times.between(VehicleProfile.VAN, points).seconds());
        }
        List<GeoPoint> many = houses(50, 15);
        assertThat(forgetful.between(VehicleProfile.VAN, many).seconds())
                .isEqualTo(times.between(VehicleProfile.VAN, many).seconds());
    }

    @Test
    void tooManyPointsAreRefusedWithTheLimit() {
        List<GeoPoint> points = houses(401, 5);

        assertThatThrownBy(() -> times.between(VehicleProfile.VAN, points))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("400");
    }

    @Test
    void noPointsGiveAnEmptyMatrix() {
        assertThat(times.between(VehicleProfile.VAN, List.of()).size()).isZero();
    }

    private static void assertSameAsAlone(
            RoadGraph roads, VehicleProfile profile, List<GeoPoint> points, TravelMatrix matrix, int from, int to) {
        RoadPath path = roads.path(profile, points.get(from), points.get(to));
        if (path instanceof RoadPath.Found found) {
            assertThat(matrix.seconds(from, to)).isBetween(found.seconds() - 1, found.seconds() + 1);
            assertThat(matrix.metres(from, to)).isBetween(found.metres() - 5, found.metres() + 5);
        } else {
            assertThat(matrix.isReachable(from, to)).isFalse();
        }
    }

    private static List<GeoPoint> houses(int count, long seed) {
        return TestRoads.plan().sample(count, new Random(seed)).stream()
                .map(CityHouse::point)
                .toList();
    }
}
