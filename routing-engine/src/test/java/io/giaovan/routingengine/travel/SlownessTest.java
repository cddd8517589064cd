package io.giaovan.routingengine.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.VehicleProfile;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlownessTest {
    private static final SpeedByHour RUSH = SpeedByHour.of(Map.of(VehicleProfile.VAN, "7-9=0.5, 17-19=0.8"));

    @Test
    void everyMomentCountsAlike() {
        assertThat(slowness("07:00", "09:00")).isEqualTo(2);
        assertThat(slowness("07:30", "07:45")).isEqualTo(2);
        assertThat(slowness("10:00", "16:00")).isEqualTo(1);
        assertThat(slowness("08:30", "09:30")).isCloseTo(1.5, within(1e-9));
        assertThat(slowness("06:00", "18:00")).isCloseTo((9 + 2 * 2 + 1.25) / 12, within(1e-9));
        assertThat(slowness("18:00", "08:00")).as("over midnight").isCloseTo((1.25 + 12 + 2) / 14, within(1e-9));
        assertThat(slowness("00:00", "00:00")).as("a whole day").isCloseTo((20 + 4 + 2.5) / 24, within(1e-9));
    }

    @Test
    void waysTakeLongerAndStayAsLongAsTheyAre() {
        TravelTimes free = (_, points) -> new TravelMatrix(
                2, new int[] {0, 100, TravelMatrix.UNREACHABLE, 0}, new int[] {0, 900, TravelMatrix.UNREACHABLE, 0});
        GeoPoint point = new GeoPoint(10.7, 106.7);
        TravelTimes slow = RUSH.during(free, LocalTime.of(7, 0), LocalTime.of(9, 0));

        TravelMatrix van = slow.between(VehicleProfile.VAN, List.of(point, point));
        TravelFan fan = slow.fan(VehicleProfile.VAN, point, List.of(point));

        assertThat(van.seconds()).containsExactly(0, 200, TravelMatrix.UNREACHABLE, 0);
        assertThat(van.metres()).containsExactly(0, 900, TravelMatrix.UNREACHABLE, 0);
        assertThat(fan.backSeconds()).containsExactly(200);
        assertThat(fan.outSeconds()).containsExactly(TravelMatrix.UNREACHABLE);
        assertThat(slow.between(VehicleProfile.TRUCK, List.of(point, point)).seconds(0, 1))
                .isEqualTo(100);
        assertThat(SpeedByHour.freeFlow().during(free, LocalTime.NOON, LocalTime.NOON))
                .isSameAs(free);
    }

    private static double slowness(String from, String to) {
        return RUSH.slowness(VehicleProfile.VAN, LocalTime.parse(from), LocalTime.parse(to));
    }
}
