package io.giaovan.routingengine.dispatch;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static io.giaovan.routingengine.dispatch.TestDay.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.routingengine.dispatch.day.DayProblem;
import io.giaovan.routingengine.dispatch.day.DriversOfDay;
import io.giaovan.routingengine.dispatch.day.PlanOrder;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.routingengine.fleet.Fleet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A depot's plans and promises drive at the average speed of its opening hours, 07:00 to 21:00. */
class SpeedOfDayIT {
    private static final String LAST_SLOT = "d1.2026-11-24.0800-1100";

    @Test
    void plansAndPromisesTakeTheSameTimes() {
        // Free flow but for seven of fourteen hours at half speed: times are half as long again.
        try (TestEngine free = new TestEngine();
                TestEngine slow = new TestEngine("giaovan.travel.speed-motorbike", "7-14=0.5, 22-24=0.1")) {
            int usual = secondsToTheDoor(free);

            assertThat(secondsToTheDoor(slow)).isEqualTo((int) Math.round(usual * 1.5));
            assertThat(held(free)).isEqualTo(4);
            assertThat(held(slow)).as("trips take longer").isEqualTo(3);
        }
    }

    private static int secondsToTheDoor(TestEngine engine) {
        TestDay day = new TestDay(engine).withDepot().withCourier(1, "08:00", "11:00", 1_500);
        ok(day.request("GV-1", 10.775, 106.70, "14:00", "17:00", 0));
        Depot depot = engine.bean(Fleet.class).getDepot(new DepotId("d1"));
        LocalDate date = LocalDate.parse("2026-11-24");
        DriversOfDay drivers = engine.bean(DriversOfDay.class);
        DayProblem problem = DayProblem.of(
                depot,
                new PlanOrder(date, null, null, null, null, null),
                engine.now(),
                drivers.list(depot, date, List.of()),
                engine.bean(DeliveryDesk.class).list(List.of(new DeliveryId("GV-1"))),
                engine.bean(FakeRoads.class),
                drivers.settings());
        return problem.problem()
                .travelOf(problem.problem().vehicles().getFirst())
                .seconds(0, 1);
    }

    private static int held(TestEngine engine) {
        int held = 0;
        while (engine.house(
                                "/internal/last-mile/hold",
                                "{'query':" + query(10.80, 106.72, 1_000) + ",'slotId':'" + LAST_SLOT
                                        + "','holdId':{'value':'h" + held + "'},'timeToLive':'PT15M'}")
                        .status()
                == 200) {
            held++;
        }
        return held;
    }
}
