package io.giaovan.routingengine.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Prices;
import io.giaovan.routingengine.model.Problems;
import io.giaovan.routingengine.model.Reloading;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Places on a straight road, the depot at its beginning. */
class StayingTest {
    private static final int PLACES = 10;
    private static final VehicleId ONE = new VehicleId("one");
    private static final VehicleId OTHER = new VehicleId("other");

    private final TravelMatrix road = Problems.line(PLACES);

    @Test
    void everyTripStaysAsItIsAndTheNewStopGoesWhereItCostsTheLeast() {
        PlanningProblem problem = problem(stop(2), stop(4), stop(7), stop(8), stop(3));

        Plan plan = Staying.plan(
                        problem,
                        Map.of(
                                ONE, List.of(ids(4), ids(2)),
                                OTHER, List.of(ids(7, 8))))
                .orElseThrow();

        assertThat(row(plan, ONE)).isIn(List.of("3", "4", "reload", "2"), List.of("4", "3", "reload", "2"));
        assertThat(row(plan, OTHER)).containsExactly("7", "8");
        assertThat(plan.unplanned()).isEmpty();
    }

    @Test
    void aStopThatIsWithdrawnLeavesAGapAndNothingElse() {
        Plan plan = Staying.plan(
                        problem(stop(2), stop(8)),
                        Map.of(
                                ONE, List.of(ids(4), ids(2)),
                                OTHER, List.of(ids(7, 8))))
                .orElseThrow();

        assertThat(row(plan, ONE)).containsExactly("2");
        assertThat(row(plan, OTHER)).containsExactly("8");
    }

    @Test
    void aStopThatCannotStayGoesToAnotherAndTheRestOfItsRouteStays() {
        PlanningProblem problem = problem(stop(2), stop(3).withAllowedVehicles(Set.of(OTHER)), stop(4), stop(7));

        Plan plan = Staying.plan(problem, Map.of(ONE, List.of(ids(2, 3, 4)), OTHER, List.of(ids(7))))
                .orElseThrow();

        assertThat(row(plan, ONE)).containsExactly("2", "4");
        assertThat(row(plan, OTHER)).containsExactlyInAnyOrder("3", "7");
    }

    @Test
    void aStopThatNoRoadReachesIsLeftOutWithoutASearch() {
        road.seconds()[9] = TravelMatrix.UNREACHABLE;
        road.metres()[9] = TravelMatrix.UNREACHABLE;
        for (int from = 0; from < PLACES - 1; from++) {
            road.seconds()[from * PLACES + 9] = TravelMatrix.UNREACHABLE;
            road.metres()[from * PLACES + 9] = TravelMatrix.UNREACHABLE;
        }

        Plan plan = Staying.plan(problem(stop(2), stop(9)), Map.of(ONE, List.of(ids(2, 9))))
                .orElseThrow();

        assertThat(row(plan, ONE)).containsExactly("2");
        assertThat(plan.unplanned()).containsExactly(new StopId("9"));
    }

    @Test
    void aStopForWhichOthersWouldHaveToMoveNeedsASearch() {
        Stop large = Stop.of("5", 5, 2).withAllowedVehicles(Set.of(ONE));
        PlanningProblem full = problem(stop(1), stop(2), stop(3), stop(4), stop(6), stop(7), large);

        Optional<Plan> plan = Staying.plan(full, Map.of(ONE, List.of(ids(1, 2), ids(3, 4)), OTHER, List.of(ids(6, 7))));

        assertThat(plan).isEmpty();
    }

    /** Two vehicles that carry two at once, twice. */
    private PlanningProblem problem(Stop... stops) {
        RouteLimits twoTrips =
                new RouteLimits(RouteLimits.NONE, RouteLimits.NONE, RouteLimits.NONE, 2, RouteLimits.NO_CASH_LIMIT);
        List<Vehicle> vehicles = new ArrayList<>();
        for (VehicleId id : List.of(ONE, OTHER)) {
            vehicles.add(Vehicle.of(id.value(), 0, 2)
                    .withPrices(new Prices(0, 0, 1_000))
                    .withLimits(twoTrips, new Reloading(0, 60)));
        }
        return PlanningProblem.of(vehicles, Arrays.asList(stops), road);
    }

    private static Stop stop(int place) {
        return Stop.of(Integer.toString(place), place, 1);
    }

    private static List<StopId> ids(int... places) {
        return Arrays.stream(places)
                .mapToObj(place -> new StopId(Integer.toString(place)))
                .toList();
    }

    private static List<String> row(Plan plan, VehicleId vehicle) {
        List<String> row = new ArrayList<>();
        for (PlannedRoute route : plan.routes()) {
            for (Visit visit : route.vehicle().equals(vehicle) ? route.visits() : List.<Visit>of()) {
                row.add(visit instanceof Visit.AtStop at ? at.stop().value() : "reload");
            }
        }
        return row;
    }
}
