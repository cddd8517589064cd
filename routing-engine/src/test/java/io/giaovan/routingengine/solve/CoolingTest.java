package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoolingTest {
    private static final double TINY = 1e-9;

    @Test
    void withTimeForOneItFallsOnce() {
        for (long falls : new long[] {0, 1}) {
            Cooling cooling = new Cooling(100, 1, falls);

            assertThat(cooling.temperature(0)).isCloseTo(100, within(TINY));
            assertThat(cooling.temperature(0.5)).isCloseTo(10, within(TINY));
            assertThat(cooling.temperature(1)).isCloseTo(1, within(TINY));
            assertThat(cooling.fall(1)).isZero();
        }
    }

    @Test
    void eachFallIsAsLongAsTheOthersAndBeginsHot() {
        Cooling cooling = new Cooling(100, 1, 4);

        assertThat(cooling.fall(0.24)).isZero();
        assertThat(cooling.temperature(0.25 - TINY)).isCloseTo(1, within(1e-6));
        assertThat(cooling.fall(0.25)).isEqualTo(1);
        assertThat(cooling.within(0.25)).isZero();
        assertThat(cooling.temperature(0.25)).isCloseTo(100, within(TINY));
        assertThat(cooling.temperature(0.375)).isCloseTo(10, within(TINY));
        assertThat(cooling.fall(1)).isEqualTo(3);
        assertThat(cooling.within(1)).isEqualTo(1);
    }

    @Test
    void itFallsFiveTimesAtMostAndStaysColdPastTheEnd() {
        Cooling cooling = new Cooling(100, 1, Long.MAX_VALUE);

        assertThat(cooling.fall(0.99)).isEqualTo(4);
        assertThat(cooling.fall(1.5)).isEqualTo(4);
        assertThat(cooling.temperature(1.5)).isCloseTo(1, within(TINY));
    }
}
