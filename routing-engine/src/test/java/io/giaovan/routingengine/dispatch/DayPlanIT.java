package io.giaovan.routingengine.dispatch;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DayPlanIT {
    private final List<TestEngine> engines = new ArrayList<>();

    @AfterEach
    void stop() {
        engines.forEach(TestEngine::close);
    }

    @Test
    void oneSeedGivesOnePlanWhateverTheParcelsAreCalledAndInWhichOrderTheyCame() {
        List<String> forwards = shape(day(engine(), "GVA", false).plan("k1"), "GVA");
        List<String> backwards = shape(day(engine(), "GVB", true).plan("other-key"), "GVB");

        assertThat(forwards).isNotEmpty().isEqualTo(backwards);
    }

    @Test
    void whatCannotBePlannedSaysWhy() {
        TestEngine engine = engine();
        TestDay day = new TestDay(engine).withDepot().withCourier(1, "08:00", "12:00", 1_500);
        ok(day.request("GV-OK", 10.775, 106.70, "08:00", "11:00", 0));
        ok(day.request("GV-CASH", 10.765, 106.68, "08:00", "11:00", 9_000_000));
        ok(day.request("GV-LATE", 10.765, 106.68, "17:00", "20:00", 0));
        ok(engine.house(
                "/internal/last-mile/request",
                "{'request':"
                        + TestDay.deliveryRequest("GV-BIG", 10.765, 106.68, "08:00", "11:00", 0)
                                .replace("'grams':1000", "'grams':9000")
                        + "}"));

        TestEngine.Reply plan = day.plan("k1");

        Map<String, String> reasons = new TreeMap<>();
        for (JsonNode left : plan.body().at("/unplanned")) {
            reasons.put(left.at("/deliveryId").asText(), left.at("/reason").asText());
        }
        assertThat(reasons)
                .isEqualTo(Map.of("GV-CASH", "CASH_LIMIT", "GV-LATE", "OUTSIDE_SHIFTS", "GV-BIG", "LOAD_TOO_LARGE"));
        ok(engine.dispatcher("/dispatch/v1/plans/" + plan.text("/planId") + "/release", "{}"));
        TestEngine.Reply board = day.get("/dispatch/v1/depots/d1/board");
        assertThat(board.body().at("/waiting")).hasSize(3);
        assertThat(board.text("/waiting/0/reason")).isIn("CASH_LIMIT", "LOAD_TOO_LARGE");
    }

    @Test
    void aPlanIsReleasedOnceAndTwoPlansNeverShareAParcel() {
        TestEngine engine = engine();
        TestDay day = day(engine, "GV", false);
        TestEngine.Reply first = day.plan("k1");
        TestEngine.Reply second = day.plan("k2");
        for (int time = 0; time < 2; time++) {
            ok(engine.dispatcher("/dispatch/v1/plans/" + first.text("/planId") + "/release", "{}"));
        }
        ok(engine.dispatcher("/dispatch/v1/plans/" + second.text("/planId") + "/release", "{}"));

        TestEngine.Reply board = day.get("/dispatch/v1/depots/d1/board");
        List<String> onRoutes = new ArrayList<>();
        for (JsonNode route : board.body().at("/routes")) {
            route.at("/stops")
                    .forEach(stop -> onRoutes.add(stop.at("/deliveryId").asText()));
        }
        assertThat(onRoutes).hasSize(12).doesNotHaveDuplicates();
        assertThat(engine.dispatcher("/dispatch/v1/plans/" + first.text("/planId") + "/discard", "{}")
                        .text("/code"))
                .isEqualTo("OUT_OF_SEQUENCE");
    }

    @Test
    void manyWhoReleaseOnePlanAtOnceGiveEachTripOnce() throws Exception {
        TestEngine engine = engine();
        TestDay day = day(engine, "GV", false);
        TestEngine.Reply plan = day.plan("k1");
        String path = "/dispatch/v1/plans/" + plan.text("/planId") + "/release";

        try (ExecutorService dispatchers = Executors.newFixedThreadPool(6)) {
            List<Future<TestEngine.Reply>> replies =
                    dispatchers.invokeAll(Collections.nCopies(6, () -> engine.dispatcher(path, "{}")));
            for (Future<TestEngine.Reply> reply : replies) {
                ok(reply.get());
            }
        }

        assertThat(day.get("/dispatch/v1/depots/d1/board").body().at("/routes"))
                .hasSize(plan.body().at("/routes").size());
        assertThat(engine.mongo().database().getCollection("routes").countDocuments())
                .isEqualTo(plan.body().at("/routes").size());
    }

    @Test
    void aRouteGivenUpBeforeItLeavesCanBePlannedAgain() {
        TestEngine engine = engine();
        TestDay day = new TestDay(engine).withDepot().withCourier(1, "08:00", "20:00");
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 0));
        day.planAndRelease("k1");

        ok(engine.dispatcher("/dispatch/v1/routes/c1.2026-11-24.1/give-up", "{}"));

        assertThat(day.planAndRelease("k2").body().at("/routes")).hasSize(1);
    }

    @Test
    void aPlanThatADeadProcessLeftIsTakenUp() {
        TestEngine engine = engine();
        TestDay day = new TestDay(engine).withDepot().withCourier(1, "08:00", "20:00");
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 0));
        TestEngine.Reply plan = day.plan("k1");
        engine.mongo()
                .database()
                .getCollection("plans")
                .updateOne(
                        new Document(),
                        new Document("$set", new Document("status", "RELEASING").append("process", null)));

        engine.await(() -> day.get("/dispatch/v1/plans/" + plan.text("/planId"))
                .text("/status")
                .equals("RELEASED"));

        assertThat(day.get("/dispatch/v1/depots/d1/board").body().at("/routes")).hasSize(1);
    }

    private TestEngine engine() {
        TestEngine engine = new TestEngine();
        engines.add(engine);
        return engine;
    }

    private static TestDay day(TestEngine engine, String prefix, boolean reversed) {
        TestDay day = new TestDay(engine)
                .withDepot()
                .withCourier(1, "08:00", "20:00", 5_000)
                .withCourier(2, "08:00", "20:00", 5_000);
        for (int i = 0; i < 12; i++) {
            int n = reversed ? 11 - i : i;
            String[] window = n % 2 == 0 ? new String[] {"08:00", "11:00"} : new String[] {"11:00", "14:00"};
            ok(day.request(prefix + (reversed ? 50 - n : n), lat(n), 106.66 + n * 0.006, window[0], window[1], 0));
        }
        return day;
    }

    private static double lat(int n) {
        return 10.74 + n * 7 % 12 * 0.006;
    }

    /** The plan with each parcel named by the place it goes to. */
    private static List<String> shape(TestEngine.Reply plan, String prefix) {
        List<String> shape = new ArrayList<>();
        for (JsonNode route : plan.body().at("/routes")) {
            StringBuilder line = new StringBuilder(route.at("/courierId").asText() + " "
                    + route.at("/departAt").asText());
            for (JsonNode stop : route.at("/stops")) {
                int number = Integer.parseInt(stop.at("/deliveryId").asText().substring(prefix.length()));
                int place = prefix.equals("GVB") ? 50 - number : number;
                line.append(' ')
                        .append(place)
                        .append('@')
                        .append(stop.at("/eta").asText());
            }
            shape.add(line.toString());
        }
        return shape;
    }
}
