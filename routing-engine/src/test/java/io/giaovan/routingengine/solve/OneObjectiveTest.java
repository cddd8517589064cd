package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Problems;
import io.giaovan.routingengine.model.RoutePlan;
import io.giaovan.routingengine.model.RouteVisit;
import io.giaovan.routingengine.model.VehicleRoute;
import io.giaovan.routingengine.rule.PlanScoring;
import io.giaovan.routingengine.rule.RouteFindings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class OneObjectiveTest {
    private static final PlanScoring SCORING = new PlanScoring();

    static LongStream seeds() {
        return LongStream.range(100, 140);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theKernelAndOptaPlannerPriceAPlanAlike(long seed) {
        PlanningProblem problem = Problems.everything(seed, 15 + (int) (seed % 4) * 8);

        Plan plan = new Planner().solve(problem, SolveLimits.rounds(100, seed));

        assertThat(SCORING.score(problem, plan)).as("seed " + seed).isEqualTo(plan.score());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anySequenceIsLawfulToBothOrNeitherAndCostsTheSame(long seed) {
        PlanningProblem problem = Problems.everything(seed, 20);
        FlatProblem flat = FlatProblem.of(problem);
        Routes routes = new Routes(flat);
        Random random = new Random(seed);
        int lawful = 0;

        for (int i = 0; i < 400; i++) {
            VehicleRoute route = randomRoute(RoutePlan.of(problem), random);
            int v = Arrays.asList(flat.vehicleOf).indexOf(route.vehicle());
            RouteState state = routes.active[v];
            int[] nodes = nodes(flat, v, route);
            routes.fill(state, nodes, nodes.length);
            RouteFindings findings = RouteFindings.of(route);
            long hard = Arrays.stream(Law.values())
                    .filter(law -> law.level() == Law.Level.HARD)
                    .filter(law -> law != Law.SHIPMENT && law != Law.SKILLS && law != Law.ALLOWED_VEHICLE)
                    .mapToLong(findings::amount)
                    .sum();
            assertThat(state.lawful)
                    .as("seed " + seed + " " + route + Arrays.toString(nodes))
                    .isEqualTo(hard == 0);
            if (hard == 0) {
                lawful++;
                long soft = Arrays.stream(Law.values())
                        .filter(law -> law.level() == Law.Level.SOFT)
                        .mapToLong(findings::amount)
                        .sum();
                assertThat(state.units).as("seed " + seed + " " + route).isEqualTo(soft);
            }
        }

        assertThat(lawful).isPositive();
    }

    private static VehicleRoute randomRoute(RoutePlan plan, Random random) {
        VehicleRoute route = plan.routes().get(random.nextInt(plan.routes().size() - 1));
        List<RouteVisit> visits = new ArrayList<>(plan.routes().getLast().getVisits());
        Collections.shuffle(visits, random);
        route.setVisits(new ArrayList<>(visits.subList(0, Math.min(visits.size(), random.nextInt(7)))));
        return route;
    }

    private static int[] nodes(FlatProblem flat, int v, VehicleRoute route) {
        Map<Object, Integer> nodeOf = new HashMap<>();
        for (int node = 0; node < flat.stops; node++) {
            nodeOf.put(flat.stopOf[node], node);
        }
        List<Integer> nodes = new ArrayList<>();
        route.committed().forEach(stop -> nodes.add(nodeOf.get(stop)));
        route.getVisits()
                .forEach(visit -> nodes.add(visit.stop() == null ? flat.reloadNode(v) : nodeOf.get(visit.stop())));
        return nodes.stream().mapToInt(Integer::intValue).toArray();
    }
}
