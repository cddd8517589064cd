package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class PartitionTest {
    private static final int STOPS = 9;
    private static final int ROUTES = 60;
    private static final long DEAR = 3_000;
    private static final long NONE = Long.MAX_VALUE / 4;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatItFindsIsAPlanAndItFindsOneWhereThereIsOne(long seed) {
        Random random = new Random(seed);
        List<RoutePool.Known> known = new ArrayList<>();
        for (int i = 0; i < ROUTES; i++) {
            int[] nodes = IntStream.range(0, STOPS)
                    .filter(_ -> random.nextInt(4) == 0)
                    .toArray();
            if (nodes.length > 0) {
                known.add(new RoutePool.Known(random.nextInt(2), 100 + random.nextInt(60 * nodes.length), nodes));
            }
        }
        int[] vehiclesOf = {1 + random.nextInt(2), 1 + random.nextInt(3)};
        long cheapest = cheapest(known, vehiclesOf);
        long[] limits =
                cheapest == NONE ? new long[] {DEAR} : new long[] {cheapest, cheapest + 1, cheapest * 6 / 5, DEAR};
        for (long most : limits) {
            double[] prices = new double[STOPS];
            Arrays.fill(prices, (double) most / STOPS);

            List<RoutePool.Known> found =
                    new Partition(vehiclesOf, prices).below(most, known, () -> false, () -> false);

            assertThat(found.isEmpty())
                    .as("below %d, cheapest %d", most, cheapest)
                    .isEqualTo(cheapest >= most);
            if (!found.isEmpty()) {
                assertThat(found.stream().mapToLong(RoutePool.Known::units).sum())
                        .isBetween(cheapest, most - 1);
                assertThat(found.stream().flatMapToInt(route -> Arrays.stream(route.nodes())))
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, STOPS).boxed().toList());
                for (int g = 0; g < vehiclesOf.length; g++) {
                    int group = g;
                    assertThat(found.stream().filter(route -> route.group() == group))
                            .hasSizeLessThanOrEqualTo(vehiclesOf[g]);
                }
            }
        }
    }

    /** Over all sets of stops and numbers of vehicles used. */
    private static long cheapest(List<RoutePool.Known> known, int[] vehiclesOf) {
        int sets = 1 << STOPS;
        long[][][] best = new long[vehiclesOf[0] + 1][vehiclesOf[1] + 1][sets];
        for (long[][] rows : best) {
            for (long[] row : rows) {
                Arrays.fill(row, NONE);
            }
        }
        best[0][0][0] = 0;
        for (int a = 0; a <= vehiclesOf[0]; a++) {
            for (int b = 0; b <= vehiclesOf[1]; b++) {
                for (RoutePool.Known route : known) {
                    int fromA = a - (route.group() == 0 ? 1 : 0);
                    int fromB = b - (route.group() == 1 ? 1 : 0);
                    int mask =
                            Arrays.stream(route.nodes()).map(node -> 1 << node).sum();
                    for (int set = 0; fromA >= 0 && fromB >= 0 && set < sets; set++) {
                        if ((set & mask) == mask) {
                            long with = best[fromA][fromB][set & ~mask] + route.units();
                            best[a][b][set] = Math.min(best[a][b][set], with);
                        }
                    }
                }
            }
        }
        return Arrays.stream(best)
                .flatMap(Arrays::stream)
                .mapToLong(row -> row[sets - 1])
                .min()
                .orElse(NONE);
    }
}
