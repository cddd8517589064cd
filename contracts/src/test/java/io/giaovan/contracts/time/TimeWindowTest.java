package io.giaovan.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final Instant NINE = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    @Test
    void bothEndsBelongToIt() {
        TimeWindow window = new TimeWindow(NINE, NOON);

        assertThat(window.contains(NINE)).isTrue();
        assertThat(window.contains(NOON)).isTrue();
        assertThat(window.contains(NINE.minusNanos(1))).isFalse();
        assertThat(window.contains(NOON.plusNanos(1))).isFalse();
        assertThat(window.length()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void anEndThatIsNotAfterTheStartIsRefused() {
        assertThat(new TimeWindow(NINE, NINE.plusNanos(1)).length()).isEqualTo(Duration.ofNanos(1));
        for (Instant wrong : new Instant[] {NINE, NINE.minusNanos(1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TimeWindow(NINE, wrong))
                    .withMessage("window.end: " + wrong + " is not after window.start " + NINE);
        }
    }

    @Test
    void aServiceDayMakesWindowsInItsOwnZone() {
        ServiceDay day = ServiceDay.of(Instant.parse("2026-11-23T17:30:00Z"), ServiceDay.VIETNAM);

        assertThat(day.between(LocalTime.of(9, 0), LocalTime.NOON)).isEqualTo(new TimeWindow(NINE, NOON));
        assertThat(day.next().at(LocalTime.of(9, 0))).isEqualTo(NINE.plus(Duration.ofDays(1)));
    }
}
