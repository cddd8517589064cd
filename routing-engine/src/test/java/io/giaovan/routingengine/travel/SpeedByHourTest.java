package io.giaovan.routingengine.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.routingengine.network.VehicleProfile;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeedByHourTest {
    private final SpeedByHour speed = new SpeedByHour(Map.of(VehicleProfile.VAN, halfSpeedFromFiveToSix()));

    @Test
    void rushHourTakesTwiceAsLong() {
        assertThat(speed.seconds(VehicleProfile.VAN, 600, LocalTime.of(17, 10))).isEqualTo(1200);
        assertThat(speed.seconds(VehicleProfile.VAN, 600, LocalTime.of(12, 0))).isEqualTo(600);
        assertThat(speed.seconds(VehicleProfile.MOTORBIKE, 600, LocalTime.of(17, 10)))
                .isEqualTo(600);
    }

    @Test
    void aTripThatRunsIntoRushHourSlowsDownOnTheWay() {
        assertThat(speed.seconds(VehicleProfile.VAN, 600, LocalTime.of(16, 55))).isEqualTo(300 + 600);
    }

    @Test
    void settingOutLaterNeverArrivesEarlier() {
        int arrivedBefore = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            LocalTime departure = LocalTime.ofSecondOfDay(minute * 60L);
            int arrival = minute * 60 + speed.seconds(VehicleProfile.VAN, 1800, departure);
            assertThat(arrival).isGreaterThanOrEqualTo(arrivedBefore);
            arrivedBefore = arrival;
        }
    }

    @Test
    void noRoadStaysNoRoad() {
        TravelMatrix freeFlow = new TravelMatrix(
                2, new int[] {0, TravelMatrix.UNREACHABLE, 600, 0}, new int[] {0, TravelMatrix.UNREACHABLE, 5000, 0});

        TravelMatrix slow = speed.at(freeFlow, VehicleProfile.VAN, LocalTime.of(17, 0));

        assertThat(slow.isReachable(0, 1)).isFalse();
        assertThat(slow.seconds(1, 0)).isEqualTo(1200);
        assertThat(slow.metres(1, 0)).isEqualTo(5000);
    }

    @Test
    void settingsNameSpansOfHours() {
        SpeedByHour read = SpeedByHour.of(Map.of(
                VehicleProfile.VAN, "17-18=0.5", VehicleProfile.TRUCK, "", VehicleProfile.MOTORBIKE, "0-24=2, 8-9=1"));

        assertThat(read.shares().get(VehicleProfile.VAN)).isEqualTo(halfSpeedFromFiveToSix());
        assertThat(read.seconds(VehicleProfile.MOTORBIKE, 600, LocalTime.of(10, 0)))
                .isEqualTo(300);
        assertThat(read.shares()).doesNotContainKey(VehicleProfile.TRUCK);
        assertThatThrownBy(() -> SpeedByHour.of(Map.of(VehicleProfile.VAN, "9-7=0.5")))
                .hasMessageContaining("speed.van: '9-7=0.5'");
        assertThatThrownBy(() -> SpeedByHour.of(Map.of(VehicleProfile.VAN, "7-25=0.5")))
                .hasMessageContaining("hours from 0 to 24");
    }

    @Test
    void sharesOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new SpeedByHour(Map.of(VehicleProfile.VAN, List.of(1.0))))
                .hasMessageContaining("speed.van: has 1 shares");
        assertThatThrownBy(() -> new SpeedByHour(Map.of(VehicleProfile.VAN, Collections.nCopies(24, 0.01))))
                .hasMessageContaining("0.01 is outside 0.05 to 2");
    }

    private static List<Double> halfSpeedFromFiveToSix() {
        List<Double> shares = new ArrayList<>(Collections.nCopies(24, 1.0));
        shares.set(17, 0.5);
        return shares;
    }
}
