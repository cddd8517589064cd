package io.giaovan.routingengine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.dispatch.TestEngine;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansIT {
    private static final String SHIFT =
            "'shift':{'start':'2026-11-24T08:00:00+07:00','end':'2026-11-24T12:00:00+07:00'}";
    private static final String PROBLEM = """
            {'vehicles':[{'id':'v1','start':{'lat':10.77,'lon':106.69},'end':{'lat':10.77,'lon':106.69},SHIFT,'capacities':[5]}],
             'stops':[{'id':'a','point':{'lat':10.775,'lon':106.70},'service':'PT5M','deliver':[1]},
                      {'id':'b','point':{'lat':10.765,'lon':106.68},'deliver':[1],'windows':[{'start':'2026-11-24T02:00:00Z','end':'2026-11-24T03:00:00Z'}]},
                      {'id':'heavy','point':{'lat':10.765,'lon':106.68},'deliver':[9]}],
             'iterations':200,'seed':3}
            """.replace("SHIFT", SHIFT);

    private final TestEngine engine = new TestEngine();

    @AfterAll
    void stop() {
        engine.close();
    }

    @Test
    void aPlanIsAskedForOnceAndFetchedWhenDone() {
        TestEngine.Reply first = ask("k1", PROBLEM);
        TestEngine.Reply second = ask("k1", PROBLEM);
        TestEngine.Reply other = ask("k1", PROBLEM.replace("'seed':3", "'seed':4"));

        assertThat(first.status()).as(first.body().toString()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.text("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        TestEngine.Reply done = await(first.text("/planId"));
        assertThat(done.text("/status")).isEqualTo("DONE");
        assertThat(done.body().at("/result/routes/0/visits")).hasSize(2);
        assertThat(done.text("/result/routes/0/visits/0/kind")).isEqualTo("STOP");
        assertThat(done.text("/result/unplanned/0/stopId")).isEqualTo("heavy");
        assertThat(done.text("/result/unplanned/0/reason")).isEqualTo("LOAD_TOO_LARGE");
        assertThat(done.text("/result/unplanned/0/byVehicle/0/vehicleId")).isEqualTo("v1");
        assertThat(done.text("/result/unplanned/0/byVehicle/0/law")).isEqualTo("CAPACITY");
        assertThat(done.text("/result/unplanned/0/unlocks/0/changes/0/kind")).isEqualTo("ADD_CAPACITY");
        assertThat(done.text("/result/routes/0/visits/0/slack")).startsWith("PT");
        assertThat(done.body().at("/result/routes/0/visits/0/costShare").asLong())
                .isPositive();
    }

    @Test
    void aCancelledPlanLeavesNoResult() {
        TestEngine.Reply asked = ask("k2", PROBLEM.replace("'iterations':200", "'seconds':60"));
        String path = "/plans/v1/" + asked.text("/planId");

        TestEngine.Reply cancelled = engine.send("DELETE", path, TestEngine.HOUSE_KEY, null, null);

        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        engine.await(() -> engine.bean(PlanningJobs.class).unfinished() == 0);
        TestEngine.Reply after = engine.send("GET", path, TestEngine.HOUSE_KEY, null, null);
        assertThat(after.text("/status")).isEqualTo("CANCELLED");
        assertThat(after.body().has("result")).isFalse();
    }

    @Test
    void aJobWhoseProcessDiedIsSaidToHaveFailedAndHasNoResult() {
        Instant longAgo = Instant.now().minus(Duration.ofHours(2));
        engine.bean(PlanJobShelf.class).enter("j-lost", "f", longAgo, longAgo.plusSeconds(60));

        TestEngine.Reply lost = engine.send("GET", "/plans/v1/j-lost", TestEngine.HOUSE_KEY, null, null);

        assertThat(lost.text("/status")).isEqualTo("FAILED");
        assertThat(lost.body().has("result")).isFalse();
    }

    @Test
    void placesWithoutARoadBetweenThemAreNamedAndSnappedMetresTold() {
        String problem = PROBLEM.replace(
                        "{'id':'heavy','point':{'lat':10.765,'lon':106.68}",
                        "{'id':'island','point':{'lat':10.77,'lon':106.75}")
                .replace("'deliver':[9]", "'deliver':[1]");

        TestEngine.Reply done = await(ask("k-island", problem).text("/planId"));

        assertThat(done.text("/result/unplanned/0/stopId")).isEqualTo("island");
        assertThat(done.text("/result/unplanned/0/reason")).isEqualTo("UNREACHABLE");
        assertThat(done.text("/result/unplanned/0/detail"))
                .isEqualTo("No road leads from the start to stop island for motorbike");
        assertThat(done.body().at("/result/unplanned/0/snapped").isInt()).isTrue();
        assertThat(done.body().at("/result/unreachablePairs").asInt()).isEqualTo(6);
        assertThat(done.body().at("/result/unreachable")).hasSize(6);
        assertThat(done.text("/result/unreachable/0/profile")).isEqualTo("motorbike");
        assertThat(done.text("/result/unreachable/0/from")).isEqualTo("start of v1");
        assertThat(done.text("/result/unreachable/0/to")).isEqualTo("stop island");
        assertThat(done.body().at("/result/routes/0/visits/0/snapped").isInt()).isTrue();
        assertThat(done.body().at("/result/routes/0/startSnapped").asInt(-1)).isZero();
        assertThat(done.body().at("/result/routes/0/endSnapped").asInt(-1)).isZero();
    }

    @Test
    void theSpeedOfTheHoursOfTheShiftCounts() {
        try (TestEngine rush = new TestEngine("giaovan.travel.speed-motorbike", "8-12=0.5")) {
            long there = travelSeconds(engine, PROBLEM);
            long slow = travelSeconds(rush, PROBLEM);
            long later = travelSeconds(
                    rush,
                    PROBLEM.replace("T08:00:00+07:00", "T13:00:00+07:00")
                            .replace("T12:00:00+07:00", "T17:00:00+07:00")
                            .replace("'2026-11-24T02:00:00Z'", "'2026-11-24T07:00:00Z'")
                            .replace("'2026-11-24T03:00:00Z'", "'2026-11-24T08:00:00Z'"));

            assertThat(slow).isEqualTo(2 * there);
            assertThat(later).isEqualTo(there);
        }
    }

    /** From the last visit's departure to the route's end. */
    private static long travelSeconds(TestEngine engine, String problem) {
        String path = "/plans/v1/"
                + engine.send("POST", "/plans/v1", TestEngine.HOUSE_KEY, "hours" + problem.hashCode(), problem)
                        .text("/planId");
        engine.await(() -> !engine.send("GET", path, TestEngine.HOUSE_KEY, null, null)
                .text("/status")
                .equals("SOLVING"));
        TestEngine.Reply done = engine.send("GET", path, TestEngine.HOUSE_KEY, null, null);
        int last = done.body().at("/result/routes/0/visits").size() - 1;
        return Duration.between(
                        Instant.parse(done.text("/result/routes/0/visits/" + last + "/departAt")),
                        Instant.parse(done.text("/result/routes/0/backAt")))
                .toSeconds();
    }

    @Test
    void wrongProblemsNameFieldAndLimit() {
        assertThat(ask("e1", PROBLEM.replace("'deliver':[9]", "'deliver':[-9]")).text("/detail"))
                .contains("deliver", "-9");
        assertThat(ask("e2", PROBLEM.replace("'id':'b'", "'id':'a'")).text("/code"))
                .isEqualTo("INVALID_FIELD");
        assertThat(ask("e3", "{'vehicles':[],'stops':[]}").text("/code")).isEqualTo("LIMIT_REACHED");
        assertThat(ask("e4", PROBLEM.replace("'seed':3", "'seconds':99999")).text("/detail"))
                .contains("seconds", "120");
        assertThat(ask("e5", PROBLEM.replace("'lat':10.775", "'lat':'NaN'")).text("/detail"))
                .contains("lat", "NaN", "-90", "90");
        assertThat(ask("e6", PROBLEM.replace("'lat':10.775", "'lat':NaN")).status())
                .isEqualTo(400);
        assertThat(ask(
                                "e7",
                                PROBLEM.replace("'start':'2026-11-24T02:00:00Z'", "'start':'2026-11-25T02:00:00Z'")
                                        .replace("'end':'2026-11-24T03:00:00Z'", "'end':'2026-11-25T03:00:00Z'"))
                        .text("/detail"))
                .contains("stop b", "outside every shift");
        assertThat(ask(
                                "e8",
                                PROBLEM.replace("'start':'2026-11-24T02:00:00Z'", "'start':'2026-11-23T02:00:00Z'")
                                        .replace("'end':'2026-11-24T03:00:00Z'", "'end':'2026-11-23T03:00:00Z'"))
                        .text("/detail"))
                .contains("stops[1].windows", "before the first shift");
        assertThat(ask("e9", PROBLEM.replace("'lat':10.775,'lon':106.70", "'lat':8.0,'lon':110.0"))
                        .text("/detail"))
                .contains("stops[0].point", "(8.0, 110.0)", "road");
        assertThat(ask(null, PROBLEM).text("/code")).isEqualTo("MISSING_IDEMPOTENCY_KEY");
        assertThat(engine.send("POST", "/plans/v1", "wrong", "k", PROBLEM).status())
                .isEqualTo(401);
    }

    @Test
    void aHundredThousandStopsAreRefusedWithTheLimit() {
        StringBuilder stops = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            stops.append(i == 0 ? "" : ",").append("{'id':'s").append(i).append("','point':{'lat':10.7,'lon':106.6}}");
        }
        String problem = PROBLEM.substring(0, PROBLEM.indexOf("'stops'")) + "'stops':[" + stops + "],'iterations':1}";

        TestEngine.Reply refused = ask("many", problem);

        assertThat(refused.text("/code")).isEqualTo("LIMIT_REACHED");
        assertThat(refused.text("/detail")).contains("stops", "100000", "5000");
    }

    private TestEngine.Reply ask(String key, String body) {
        return engine.send("POST", "/plans/v1", TestEngine.HOUSE_KEY, key, body);
    }

    private TestEngine.Reply await(String planId) {
        String path = "/plans/v1/" + planId;
        engine.await(() -> !engine.send("GET", path, TestEngine.HOUSE_KEY, null, null)
                .text("/status")
                .equals("SOLVING"));
        return engine.send("GET", path, TestEngine.HOUSE_KEY, null, null);
    }
}
