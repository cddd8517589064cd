package io.giaovan.routingengine.dispatch;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.dispatch.day.DayProblem;
import io.giaovan.routingengine.dispatch.day.DriversOfDay;
import io.giaovan.routingengine.dispatch.day.PlanOrder;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.ZoneBan;
import io.giaovan.routingengine.network.zone.Fuel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZoneTraitsIT {
    private final TestEngine engine = new TestEngine();
    private final TestDay day = new TestDay(engine).withDepot();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aLowEmissionZoneKeepsOutThePetrolVanAndLetsTheElectricOneIn() {
        ok(van("c1", 1, ""));
        ok(van("c2", 2, "'fuel':'ELECTRIC','grossKilograms':3500,"));
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 0));
        Depot depot = engine.bean(Fleet.class).getDepot(new DepotId("d1"));
        DayProblem.Settings usual = engine.bean(DriversOfDay.class).settings();
        LocalDate date = LocalDate.parse("2026-11-24");
        TimeWindow morning = new TimeWindow(TestEngine.MORNING, TestEngine.MORNING.plusSeconds(4 * 3_600));

        DayProblem problem = DayProblem.of(
                depot,
                new PlanOrder(date, null, null, null, null, null),
                engine.now(),
                engine.bean(DriversOfDay.class).list(depot, date, List.of()),
                engine.bean(DeliveryDesk.class).list(List.of(new DeliveryId("GV-1"))),
                engine.bean(FakeRoads.class),
                new DayProblem.Settings(
                        usual.fleet(),
                        usual.promise(),
                        usual.dispatch(),
                        (_, vehicle, _) -> vehicle.fuel() == Fuel.ELECTRIC ? List.of() : List.of(morning),
                        usual.speeds()));

        List<Vehicle> vans = problem.problem().vehicles();
        List<ZoneBan> bans = problem.problem().stops().getFirst().zoneBans();
        assertThat(vans).extracting(Vehicle::type).containsExactly("van petrol 3000", "van electric 3500");
        assertThat(bans).hasSize(1);
        assertThat(bans.getFirst().appliesTo(vans.getFirst().type())).isTrue();
        assertThat(bans.getFirst().appliesTo(vans.getLast().type())).isFalse();
        assertThat(van("c3", 3, "'grossKilograms':90000,").text("/detail"))
                .contains("grossKilograms", "90000", "60000");
    }

    private TestEngine.Reply van(String id, int phone, String traits) {
        return engine.house(
                "/internal/couriers",
                "{'courierId':'" + id + "','name':'Tài xế','phone':'" + TestDay.phone(phone)
                        + "','pin':'1234','depot':'d1','vehicle':'VAN'," + traits
                        + "'gramsMax':600000,'cubicCentimetresMax':3000000,'shiftStart':'07:00','shiftEnd':'20:00',"
                        + "'cashLimit':{'amount':5000000,'currency':'VND'}}");
    }
}
