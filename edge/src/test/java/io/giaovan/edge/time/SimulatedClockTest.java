package io.giaovan.edge.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    private final SimulatedClock wall = new SimulatedClock(Clock.fixed(NOON, ZoneOffset.UTC), NOON, 0);

    @Test
    void itStandsStillUntilMovedAndNeverGoesBack() {
        SimulatedClock clock = new SimulatedClock(wall, NOON, 0);
        wall.moveTo(NOON.plusSeconds(10));

        assertThat(clock.instant()).isEqualTo(NOON);
        clock.moveTo(NOON.plusSeconds(5));
        clock.moveTo(NOON.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void itRunsSixtyTimesFaster() {
        SimulatedClock clock = new SimulatedClock(wall, NOON, 60);
        wall.moveTo(NOON.plusSeconds(10));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(600));
    }

    @Test
    void clocksOfProcessesThatStartOneAfterTheOtherAgree() {
        SimulatedClock first = new SimulatedClock(wall, NOON, 60, NOON);
        wall.moveTo(NOON.plusSeconds(10));
        SimulatedClock second = new SimulatedClock(wall, NOON, 60, NOON);

        assertThat(second.instant()).isEqualTo(first.instant()).isEqualTo(NOON.plusSeconds(600));
    }
}
