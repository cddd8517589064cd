package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.model.Problems;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class RoutesTest {
    private static final int STOPS = 24;
    private static final int CHANGES = 300;

    static LongStream seeds() {
        return LongStream.range(300, 330);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRouteThatWasChangedIsAsIfItHadBeenWorkedOutAnew(long seed) {
        FlatProblem flat = FlatProblem.of(Problems.everything(seed, STOPS));
        Routes routes = new Routes(flat);
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < CHANGES; i++) {
            int v = random.nextInt(flat.vehicles);
            int first = flat.committed[v].length + 1;
            RouteState before = routes.touch(v);
            int position = first + random.nextInt(before.length + 2 - first);
            int stop = random.nextInt(flat.stops);
            if (routes.routeOf[stop] >= 0) {
                continue;
            }
            boolean reloads = flat.reloadsMax[v] > 0 && random.nextInt(5) == 0;
            if (reloads) {
                routes.insertBoth(before, position, stop, position + random.nextInt(2), flat.reloadNode(v));
            } else {
                routes.insert(before, position, stop);
            }
            if (before.lawful) {
                routes.commit();
                assertAsWorkedOutAnew(flat, before, "seed " + seed + " change " + i);
                compared++;
            } else {
                routes.rollback();
            }
        }

        assertThat(compared).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlanThatWasRuinedIsAsIfItHadBeenWorkedOutAnew(long seed) {
        FlatProblem flat = FlatProblem.of(Problems.everything(seed, STOPS));
        Search search = new Search(flat, seed);
        search.construct(new int[0][]);
        int compared = 0;
        for (int i = 0; i < CHANGES; i++) {
            search.round(1000);
            search.ruin.run(5, search.dice.below(flat.stops), i % 7 == 0);
            for (RouteState route : search.routes.active) {
                if (route.lawful && route.stopCount > 0) {
                    assertAsWorkedOutAnew(flat, route, "seed " + seed + " round " + i);
                    compared++;
                }
            }
            search.routes.rollback();
        }

        assertThat(compared).isPositive();
    }

    private static void assertAsWorkedOutAnew(FlatProblem flat, RouteState route, String what) {
        int[] nodes = Arrays.copyOfRange(route.node, 1, route.length + 1);
        RouteState anew = new Routes(flat).active[route.vehicle];
        new Routes(flat).fill(anew, nodes, nodes.length);

        assertThat(route.lawful).as(what).isEqualTo(anew.lawful);
        assertThat(route.units).as(what).isEqualTo(anew.units);
        assertThat(route.metres).as(what).isEqualTo(anew.metres);
        assertThat(route.reloadCount).as(what).isEqualTo(anew.reloadCount);
        assertThat(route.rich.seconds).as(what).isEqualTo(anew.rich.seconds);
        assertThat(route.rich.end).as(what).isEqualTo(anew.rich.end);
        for (int column : columns(flat, route)) {
            for (int p = 1; p <= route.length; p++) {
                assertThat(route.rich.cell[p * route.rich.width + column])
                        .as(what + " position " + p + " column " + column)
                        .isEqualTo(anew.rich.cell[p * route.rich.width + column]);
            }
        }
    }

    /** What is read of every position. */
    private static int[] columns(FlatProblem flat, RouteState route) {
        IntStream levels = IntStream.rangeClosed(0, route.rich.breaks)
                .map(k -> RichTimes.LEVELS + RichTimes.LEVEL * k)
                .flatMap(level ->
                        IntStream.of(level + RichTimes.READY, level + RichTimes.WORK, level + RichTimes.LATEST));
        IntStream chosen = flat.measuresTime
                ? IntStream.of(
                        RichTimes.BREAKS,
                        RichTimes.ELAPSED,
                        RichTimes.EARLIEST,
                        RichTimes.DEPART_BY,
                        RichTimes.AFTER,
                        RichTimes.EARLIEST_END,
                        RichTimes.STAY)
                : IntStream.of(RichTimes.STAY);
        return flat.richTime ? IntStream.concat(levels, chosen).toArray() : new int[0];
    }
}
