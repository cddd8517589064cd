package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Problems;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Vehicle;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SearchTest {
    private static final int ROUNDS = 300;
    private static final int TIMES = 4;

    static LongStream seeds() {
        return LongStream.range(700, 740);
    }

    /** Hot enough that the plan at hand is seldom the best. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aSearchThatBeginsAnewIsWhereTheBestPlanWas(long seed) {
        FlatProblem flat = FlatProblem.of(Problems.everything(seed, 30));
        Search search = new Search(flat, seed);
        search.construct(new int[0][]);
        double hot = 0.1 * search.units();
        for (int time = 0; time < TIMES; time++) {
            for (int i = 0; i < ROUNDS; i++) {
                search.round(hot);
            }
            long best = search.bestUnits;

            search.begin(true, true);
            search.soften(0);

            assertThat(search.units()).isEqualTo(best).isEqualTo(search.bestUnits);
            long units = 0;
            int served = 0;
            for (RouteState route : search.routes.active) {
                assertThat(Arrays.copyOfRange(route.node, 1, route.length + 1)).isEqualTo(search.best[route.vehicle]);
                assertThat(route.lawful || route.length == flat.committed[route.vehicle].length)
                        .isTrue();
                units += route.units;
                for (int node : search.best[route.vehicle]) {
                    if (node < flat.stops) {
                        assertThat(search.routes.routeOf[node]).isEqualTo(route.vehicle);
                        served++;
                    }
                }
            }
            assertThat(search.routes.units).isEqualTo(units);
            assertThat(Arrays.stream(search.routes.routeOf).filter(v -> v >= 0).count())
                    .isEqualTo(served);
            int absent = Arrays.stream(search.absent, 0, search.absentCount)
                    .map(node -> flat.partner[node] >= 0 ? 2 : 1)
                    .sum();
            assertThat(served + absent).isEqualTo(flat.stops);
        }
    }

    /** One vehicle could take them all, and with a long way to the depot that is cheapest. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whileUsedVehiclesCountLessThereAreMoreAndTheBestPlanIsOneThatPaysInFull(long seed) {
        FlatProblem flat = FlatProblem.of(PlanningProblem.of(
                IntStream.range(0, 8).mapToObj(v -> Vehicle.of("v" + v, 0, 40)).toList(),
                IntStream.range(1, 41).mapToObj(i -> Stop.of("s" + i, i, 1)).toList(),
                Problems.town(new Random(seed), 41)));
        Search search = new Search(flat, seed);
        search.construct(new int[0][]);
        cool(search);
        int inUse = search.routesInUse();
        long before = search.bestUnits;

        search.begin(false, true);
        search.soften(0);
        assertThat(search.routes.felt()).isLessThan(search.routes.units);
        cool(search);

        int many = search.routesInUse();
        assertThat(many).isGreaterThan(inUse);
        assertThat(search.bestUnits).isLessThanOrEqualTo(before);

        search.soften(1);
        assertThat(search.routes.felt()).isEqualTo(search.routes.units);
        cool(search);

        assertThat(search.routesInUse()).isLessThan(many);
        long units = 0;
        for (RouteState route : search.routes.active) {
            units += route.units;
        }
        assertThat(search.units()).isEqualTo(units).isGreaterThanOrEqualTo(search.bestUnits);
    }

    private static void cool(Search search) {
        double hot = 0.02 * search.units();
        for (int i = 0; i < ROUNDS; i++) {
            search.round(hot * (1 - (double) i / ROUNDS));
        }
    }

    /** Twenty times hot and cold, so that routes of many plans are known. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aPlanPutTogetherFromKnownRoutesIsLawfulAndNoDearer(long seed) {
        FlatProblem flat = FlatProblem.of(PlanningProblem.of(
                IntStream.range(0, 8).mapToObj(v -> Vehicle.of("v" + v, 0, 5)).toList(),
                IntStream.range(1, 31).mapToObj(i -> Stop.of("s" + i, i, 1)).toList(),
                Problems.town(new Random(seed), 31)));
        Search search = new Search(flat, seed);
        search.construct(new int[0][]);
        search.remember();
        double hot = 0.02 * search.units();
        for (int time = 0; time < TIMES; time++) {
            search.begin(false, false);
            for (int i = 0; i < ROUNDS; i++) {
                search.round(i % 20 < 10 ? hot : 1);
            }
            long before = search.bestUnits;

            search.recombine(() -> false, () -> false);

            assertThat(search.bestUnits).isLessThanOrEqualTo(before).isEqualTo(search.units());
            int served = 0;
            for (RouteState route : search.routes.active) {
                assertThat(route.lawful).isTrue();
                assertThat(Arrays.copyOfRange(route.node, 1, route.length + 1)).isEqualTo(search.best[route.vehicle]);
                assertThat(Arrays.stream(search.best[route.vehicle]))
                        .allMatch(node -> search.routes.routeOf[node] == route.vehicle);
                served += route.length;
            }
            assertThat(served).isEqualTo(flat.stops);
        }
    }
}
