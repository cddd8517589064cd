package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Problems;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A limit on the way of a vehicle that ends elsewhere than it starts: the way from start to end counts once. */
class OpenWayLimitTest {
    private static final TravelMatrix LINE = Problems.line(5);

    @Test
    void aPairOnTheWayFitsExactlyAtTheLimit() {
        assertThat(plan(LINE.metres(0, 4)).unplanned()).isEmpty();
        assertThat(plan(LINE.metres(0, 4) - 1).unplanned()).hasSize(3);
    }

    private static Plan plan(int metresMax) {
        RouteLimits limits =
                new RouteLimits(RouteLimits.NONE, metresMax, RouteLimits.NONE, 1, RouteLimits.NO_CASH_LIMIT);
        Vehicle vehicle = Vehicle.of("v", 0, 1).withEnds(0, 4).withLimits(limits, null);
        PlanningProblem problem = PlanningProblem.of(
                        List.of(vehicle), List.of(Stop.of("from", 1), Stop.of("to", 2), Stop.of("lone", 3)), LINE)
                .withShipments(List.of(new Shipment(new StopId("from"), new StopId("to"), List.of(1))));
        return new Planner().solve(problem, SolveLimits.rounds(100, 1));
    }
}
