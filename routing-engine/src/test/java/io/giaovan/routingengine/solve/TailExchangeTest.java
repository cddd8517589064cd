package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Problems;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class TailExchangeTest {
    private static final int LANE = 40;
    private static final int EXCHANGES = 2_000;

    /** Two lanes lead away from the depot, and each vehicle changes to the other one half-way. */
    @Test
    void twoLongRoutesThatCrossAreUncrossed() {
        int[][] places = new int[2 * LANE + 1][];
        places[0] = new int[] {0, 0};
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < 2 * LANE; i++) {
            places[i + 1] = new int[] {1_000 + 100 * (i % LANE), i < LANE ? 0 : 300};
            stops.add(Stop.of("s" + i, i + 1));
        }
        FlatProblem flat = FlatProblem.of(
                PlanningProblem.of(List.of(Vehicle.of("a", 0, LANE), Vehicle.of("b", 0, LANE)), stops, matrix(places)));
        Routes routes = new Routes(flat);
        routes.fill(routes.active[0], lanes(0, LANE + LANE / 2), LANE);
        routes.fill(routes.active[1], lanes(LANE, LANE / 2), LANE);
        long crossed = routes.units;

        TailExchange tails = new TailExchange(routes, new Neighbours(flat, 10).byFit, new Dice(1));
        for (int i = 0; i < EXCHANGES && routes.units == crossed; i++) {
            if (tails.run(0)) {
                routes.commit();
            }
        }

        assertThat(routes.units).isLessThan(crossed);
        assertThat(onOneLane(routes.active[0])).isTrue();
        assertThat(onOneLane(routes.active[1])).isTrue();
    }

    /** From one stop on to the middle of its lane, and from the other stop on to that lane's end. */
    private static int[] lanes(int from, int then) {
        return IntStream.concat(IntStream.range(from, from + LANE / 2), IntStream.range(then, then + LANE / 2))
                .toArray();
    }

    private static boolean onOneLane(RouteState route) {
        return Arrays.stream(route.node, 1, route.length + 1)
                        .map(node -> node / LANE)
                        .distinct()
                        .count()
                == 1;
    }

    private static TravelMatrix matrix(int[][] places) {
        int size = places.length;
        int[] metres = new int[size * size];
        for (int i = 0; i < size * size; i++) {
            int[] from = places[i / size];
            int[] to = places[i % size];
            metres[i] = (int) Math.hypot(from[0] - to[0], from[1] - to[1]);
        }
        return new TravelMatrix(size, metres.clone(), metres);
    }

    static LongStream seeds() {
        return LongStream.range(500, 540);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anExchangeKeepsEveryRuleAndLosesNoStop(long seed) {
        FlatProblem flat = FlatProblem.of(Problems.everything(seed, 30));
        Search search = new Search(flat, seed);
        search.construct(new int[0][]);
        Routes routes = search.routes;
        int[] before = routes.routeOf.clone();
        TailExchange tails = new TailExchange(routes, new Neighbours(flat, 30).byFit, new Dice(seed));
        for (int i = 0; i < EXCHANGES; i++) {
            if (tails.run(1e15)) {
                routes.commit();
            }
        }

        long units = 0;
        int[] seen = new int[flat.stops];
        for (RouteState route : routes.active) {
            assertThat(route.lawful).isTrue();
            units += route.units;
            for (int p = 1; p <= route.length; p++) {
                int node = route.node[p];
                if (node < flat.stops) {
                    seen[node]++;
                    assertThat(routes.routeOf[node]).isEqualTo(route.vehicle);
                    assertThat(flat.fits[flat.groupOf[route.vehicle]][node]).isTrue();
                } else {
                    assertThat(node).isEqualTo(flat.reloadNode(route.vehicle));
                }
            }
        }
        assertThat(routes.units).isEqualTo(units);
        for (int node = 0; node < flat.stops; node++) {
            assertThat(seen[node]).as("stop %d", node).isEqualTo(before[node] < 0 ? 0 : 1);
            int other = flat.partner[node];
            if (other >= 0) {
                assertThat(routes.routeOf[node]).isEqualTo(routes.routeOf[other]);
            }
        }
    }
}
