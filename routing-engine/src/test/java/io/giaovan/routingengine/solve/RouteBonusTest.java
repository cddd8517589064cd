package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Problems;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Vehicle;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteBonusTest {
    private static final double STRING = Ruin.STRING_MAX;

    private final RouteBonus bonus = new RouteBonus(FlatProblem.of(PlanningProblem.of(
            List.of(Vehicle.of("v", 0, 40)),
            IntStream.range(1, 41).mapToObj(i -> Stop.of("s" + i, i, 1)).toList(),
            Problems.town(new Random(1), 41))));

    @Test
    void routesNoLongerThanAStringHaveNoneAndThoseOfTwoHaveItAll() {
        bonus.begin(STRING);
        assertThat(bonus.at(0)).isZero();
        bonus.leave();
        bonus.begin(2 * STRING);
        long all = bonus.at(0);
        assertThat(all).isPositive();
        bonus.leave();
        bonus.begin(3 * STRING);
        assertThat(bonus.at(0)).isEqualTo(all);
        bonus.leave();
        bonus.begin(1.5 * STRING);
        assertThat((double) bonus.at(0)).isCloseTo(all / 2.0, within(1.0));
    }

    @Test
    void itFadesAndIsGoneBeforeTheEnd() {
        bonus.begin(2 * STRING);
        long all = bonus.at(0);
        assertThat((double) bonus.at(0.3)).isCloseTo(all / 2.0, within(1.0));
        assertThat(bonus.at(0.6)).isZero();
        assertThat(bonus.at(1)).isZero();
    }

    @Test
    void everyOtherFallHasHalfOfIt() {
        bonus.begin(2 * STRING);
        long all = bonus.at(0);

        bonus.begin(2 * STRING);

        assertThat((double) bonus.at(0)).isCloseTo(all / 2.0, within(1.0));
    }

    @Test
    void aFallWithoutItHasNone() {
        assertThat(bonus.at(0)).isZero();
        bonus.begin(2 * STRING);

        bonus.leave();

        assertThat(bonus.at(0)).isZero();
    }
}
