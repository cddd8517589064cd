package io.giaovan.routingengine.dispatch;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.routingengine.dispatch.day.LostVehicles;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.live.LiveWatch;
import io.giaovan.routingengine.fleet.CourierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class LivePlanIT {
    private final TestEngine engine = new TestEngine("giaovan.dispatch.replan-millis", "150");
    private final TestDay day =
            new TestDay(engine).withDepot().withCourier(1, "08:00", "20:00").withCourier(2, "08:00", "20:00");

    @AfterEach
    void stop() {
        engine.close();
    }

    /** Twelve parcels round the depot at 10.77, 106.69, half of them beyond the bridge, too many for one courier. */
    private void released() {
        for (int i = 0; i < 12; i++) {
            double lat = 10.75 + 0.004 * i;
            double lon = i % 2 == 0 ? 106.68 : 106.705;
            ok(day.request("GV-" + i, lat, lon, "08:00", i < 6 ? "09:15" : "11:00", 0));
        }
        day.planAndRelease("morning");
    }

    @Test
    void aNewParcelIsTakenInAndNothingElseChangesHands() {
        released();
        Map<String, String> before = couriers();
        ok(day.request("GV-NEW", 10.772, 106.684, "08:00", "12:00", 0));

        JsonNode outcome = replan("new", "{}");

        assertThat(outcome.path("added").asInt()).isEqualTo(1);
        assertThat(outcome.path("moved").asInt()).isZero();
        assertThat(outcome.path("left")).isEmpty();
        Map<String, String> after = couriers();
        assertThat(after).containsKey("GV-NEW").containsAllEntriesOf(before);
        assertThat(view("GV-NEW")).isEqualTo("PLANNED");
        assertThat(replan("new", "{}")).as("the same key again").isEqualTo(outcome);
    }

    @Test
    void withoutWaitingParcelsTheyStayWhereTheyAre() {
        released();
        ok(day.request("GV-NEW", 10.772, 106.684, "08:00", "12:00", 0));

        JsonNode outcome = replan("no", "{'takeWaiting':false}");

        assertThat(outcome.path("added").asInt()).isZero();
        assertThat(couriers()).doesNotContainKey("GV-NEW");
        assertThat(view("GV-NEW")).isEqualTo("REQUESTED");
    }

    @Test
    void aWithdrawnParcelLeavesItsRouteAndTheRestStays() {
        released();
        Map<String, String> before = couriers();
        ok(engine.house("/internal/last-mile/cancel", "{'merchantId':{'value':'m1'},'id':{'value':'GV-3'}}"));

        JsonNode outcome = replan("withdrawn", "{}");

        before.remove("GV-3");
        assertThat(couriers()).containsExactlyInAnyOrderEntriesOf(before);
        assertThat(outcome.path("moved").asInt()).isZero();
        assertThat(outcome.path("kept").asInt()).isEqualTo(11);
    }

    @Test
    void aLostVehicleUnderWayHandsItsParcelsToTheOtherCourierAndGetsNoMore() {
        released();
        engine.moveTo("08:05");
        String token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));
        ok(day.courier(token, "/route/depart", "{}"));
        String route = day.route(token).text("/routeId");
        Set<String> mine = new HashSet<>();
        couriers().forEach((parcel, courier) -> {
            if (courier.equals("c1")) {
                mine.add(parcel);
            }
        });
        assertThat(mine).isNotEmpty();

        TestEngine.Reply lost =
                engine.send("POST", "/dispatch/v1/routes/" + route + "/lost", TestEngine.DISPATCHER_KEY, "lost", null);

        assertThat(lost.status()).as(lost.body().toString()).isEqualTo(200);
        assertThat(couriers().values()).containsOnly("c2");
        assertThat(couriers().keySet()).containsAll(mine);
        ok(day.request("GV-NEW", 10.772, 106.684, "08:00", "12:00", 0));
        replan("later", "{}");
        assertThat(couriers()).containsEntry("GV-NEW", "c2");
        ok(engine.dispatcher("/dispatch/v1/couriers/c1/back", "{}"));
        assertThat(engine.bean(LostVehicles.class).isLost(new CourierId("c1"), LocalDate.parse("2026-11-24")))
                .isFalse();
        assertThat(engine.dispatcher("/dispatch/v1/couriers/nobody/back", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void aClosedRoadChangesTheLivePlanByItselfAndWhatIsDrivenStays() {
        released();
        engine.moveTo("08:05");
        String token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));
        ok(day.courier(token, "/route/depart", "{}"));
        JsonNode before = day.route(token).body();
        String first = before.at("/stops/0/stopId").asText();
        ok(day.courier(token, "/stops/" + first + "/arrive", "{}"));
        Map<String, String> hands = couriers();
        engine.bean(LiveWatch.class).look();
        String back = backAt();
        int crossed = crossings(token);

        engine.bean(FakeRoads.class).closeBridge(true);
        long begin = System.nanoTime();
        engine.await(() -> !backAt().equals(back));

        assertThat((System.nanoTime() - begin) / 1e9).as("seconds").isLessThan(5);
        JsonNode after = day.route(token).body();
        assertThat(after.at("/stops/0/stopId").asText()).isEqualTo(first);
        assertThat(crossings(token)).isLessThanOrEqualTo(crossed);
        assertThat(ids(after)).containsExactlyInAnyOrderElementsOf(ids(before));
        Map<String, String> now = couriers();
        hands.forEach((parcel, courier) -> {
            if (courier.equals("c1")) {
                assertThat(now).as("on board").containsEntry(parcel, "c1");
            }
        });
    }

    /** How often the courier's route crosses the bridge after its first stop. */
    private int crossings(String token) {
        int crossings = 0;
        Boolean west = null;
        for (JsonNode stop : day.route(token).body().path("stops")) {
            boolean here = stop.at("/address/point/lon").asDouble() < 106.70;
            crossings += west != null && west != here ? 1 : 0;
            west = here;
        }
        return crossings;
    }

    private String backAt() {
        return day.get("/dispatch/v1/depots/d1/board").text("/routes/0/backAt");
    }

    private static List<String> ids(JsonNode route) {
        List<String> ids = new ArrayList<>();
        route.path("stops").forEach(stop -> ids.add(stop.path("stopId").asText()));
        return ids;
    }

    @Test
    void aCourierWhoStandsStillIsExpectedFromWhereThePhoneSaysTheyAre() {
        released();
        engine.moveTo("08:00");
        String token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));
        ok(day.courier(token, "/route/depart", "{}"));
        engine.moveTo("08:20");
        ok(day.courier(
                token, "/positions", "{'positions':[{'lat':10.72,'lon':106.66,'at':'2026-11-24T08:20:00+07:00'}]}"));

        replan("late", "{}");

        JsonNode next = day.route(token).body().at("/stops/0");
        assertThat(Instant.parse(next.path("eta").asText()))
                .as("fifteen minutes away and more")
                .isAfter(engine.now().plusSeconds(700));
    }

    @Test
    void anotherDepotsRouteDoesNotExist() {
        released();
        ok(
                engine.house(
                        "/internal/depots",
                        "{'depotId':'d2','name':'Kho 2','point':{'lat':10.77,'lon':106.69},'opens':'07:00','closes':'21:00','zone':'Asia/Ho_Chi_Minh'}"));
        ok(engine.house(
                "/internal/dispatchers", "{'dispatcherId':'other','depot':'d2','key':'dispatcher-key-of-depot-two'}"));

        assertThat(engine.send(
                                "POST",
                                "/dispatch/v1/routes/c1.2026-11-24.1/lost",
                                "dispatcher-key-of-depot-two",
                                "k",
                                null)
                        .status())
                .isEqualTo(404);
        assertThat(engine.send("POST", "/dispatch/v1/depots/d1/replan", "dispatcher-key-of-depot-two", "k", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(engine.bean(DeliveryDesk.class)
                        .get(new DeliveryId("GV-1"))
                        .state()
                        .status()
                        .name())
                .isEqualTo("PLANNED");
    }

    private JsonNode replan(String key, String body) {
        TestEngine.Reply reply =
                engine.send("POST", "/dispatch/v1/depots/d1/replan", TestEngine.DISPATCHER_KEY, key, body);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    private String view(String parcel) {
        return engine.house("/internal/last-mile/find", "{'merchantId':{'value':'m1'},'id':{'value':'" + parcel + "'}}")
                .text("/status");
    }

    /** Who has which parcel ahead, by the board; every parcel once. */
    private Map<String, String> couriers() {
        Map<String, String> couriers = new HashMap<>();
        for (JsonNode route : day.get("/dispatch/v1/depots/d1/board").body().path("routes")) {
            for (JsonNode stop : route.path("stops")) {
                String parcel = stop.path("deliveryId").asText();
                assertThat(couriers.put(parcel, route.path("courierId").asText()))
                        .as(parcel)
                        .isNull();
            }
        }
        return couriers;
    }
}
