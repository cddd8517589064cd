package io.giaovan.routingengine.travel;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.TestRoads;
import io.giaovan.routingengine.network.VehicleProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TravelFanTest {
    @Test
    void aFanIsTheRowAndColumnThatTheMatrixGains() {
        List<GeoPoint> others = new ArrayList<>(TestRoads.plan().sample(30, new Random(5)).stream()
                .map(house -> house.address().point())
                .toList());
        GeoPoint point = others.removeFirst();
        List<GeoPoint> all = new ArrayList<>(others);
        all.add(point);
        TravelMatrix matrix = new RoadTravelTimes(TestRoads.city(), 500, 1_000).between(VehicleProfile.MOTORBIKE, all);

        for (int remembered : new int[] {500, 10}) {
            TravelFan fan = new RoadTravelTimes(TestRoads.city(), remembered, 1_000)
                    .fan(VehicleProfile.MOTORBIKE, point, others);

            assertThat(fan.outSeconds()).isEqualTo(TravelFan.ofLast(matrix).outSeconds());
            assertThat(fan.outMetres()).isEqualTo(TravelFan.ofLast(matrix).outMetres());
            assertThat(fan.backSeconds()).isEqualTo(TravelFan.ofLast(matrix).backSeconds());
            assertThat(fan.backMetres()).isEqualTo(TravelFan.ofLast(matrix).backMetres());
        }
    }
}
