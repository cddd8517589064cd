package io.giaovan.routingengine.plan.vroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.routingengine.dispatch.TestEngine;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VroomIT {
    private static final String MATRIX =
            "'matrices':{'car':{'durations':[[0,2104,197,1299],[2103,0,2255,3152],[197,2256,0,1102],[1299,3153,1102,0]]}}";

    private final TestEngine engine =
            new TestEngine("giaovan.plan.key", "the-planning-key", "giaovan.plan.vroom-millis-default", "150");

    @AfterAll
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vroom", "/vroom/solve", "/vroom/optimization"})
    void aJobOnRoadsIsAnsweredAsVroomDoes(String path) {
        JsonNode answer = solve(path, """
                {'vehicles':[{'id':1,'start':[106.69,10.77],'end':[106.69,10.77],'capacity':[4],'skills':[1,14],'time_window':[28800,43200],'description':'bike'}],
                 'jobs':[{'id':7,'service':300,'delivery':[1],'location':[106.70,10.775],'skills':[1],'priority':5},
                         {'id':8,'service':300,'amount':[1],'location':[106.68,10.765],'time_windows':[[32400,36000]]},
                         {'id':9,'location':[106.68,10.765],'skills':[99],'description':'nobody can'}]}
                """);

        assertThat(answer.at("/code").asInt()).isZero();
        assertThat(answer.at("/summary/routes").asInt()).isEqualTo(1);
        assertThat(answer.at("/unassigned/0/id").asInt()).isEqualTo(9);
        assertThat(answer.at("/unassigned/0/type").asText()).isEqualTo("job");
        assertThat(answer.at("/unassigned/0/location/0").asDouble()).isEqualTo(106.68);
        JsonNode route = answer.at("/routes/0");
        assertThat(route.at("/vehicle").asInt()).isEqualTo(1);
        assertThat(route.at("/description").asText()).isEqualTo("bike");
        assertThat(route.at("/violations").isArray()).isTrue();
        assertThat(route.at("/steps/0/type").asText()).isEqualTo("start");
        assertThat(route.at("/steps/3/type").asText()).isEqualTo("end");
        assertThat(route.at("/steps/0/load/0").asInt()).isEqualTo(2);
        assertThat(route.at("/steps/3/load/0").asInt()).isZero();
        assertThat(route.at("/cost").asLong()).isEqualTo(route.at("/duration").asLong());
        assertThat(answer.at("/summary/service").asInt()).isEqualTo(600);
        assertThat(answer.at("/summary/priority").asInt()).isEqualTo(5);
        long sum = 0;
        for (JsonNode step : route.at("/steps")) {
            assertThat(step.at("/violations").isArray()).isTrue();
            sum += step.at("/service").asLong() + step.at("/waiting_time").asLong();
        }
        assertThat(route.at("/steps/3/arrival").asLong()
                        - route.at("/steps/0/arrival").asLong())
                .isEqualTo(sum + route.at("/duration").asLong());
    }

    @Test
    void ownMatricesNeedNoRoads() {
        JsonNode answer = solve(
                "/vroom",
                "{'vehicles':[{'id':0,'start_index':0,'end_index':3}],'jobs':[{'id':1414,'location_index':1},{'id':1515,'location_index':2}],"
                        + MATRIX + "}");

        // Both orders that VROOM's own definition allows, the cheaper being 0, 1, 2, 3.
        assertThat(answer.at("/summary/cost").asLong()).isEqualTo(2104 + 2255 + 1102);
        assertThat(answer.at("/routes/0/steps/1/id").asInt()).isEqualTo(1414);
        assertThat(answer.at("/routes/0/steps/1/location_index").asInt()).isEqualTo(1);
        assertThat(answer.at("/routes/0/steps/1").has("location")).isFalse();
    }

    @Test
    void aShipmentIsFetchedBeforeItIsBrought() {
        JsonNode answer = solve(
                "/vroom",
                "{'vehicles':[{'id':0,'start_index':0,'capacity':[1]}],'shipments':[{'amount':[1],'pickup':{'id':5,'location_index':3},'delivery':{'id':5,'location_index':1}}],"
                        + MATRIX + "}");

        assertThat(answer.at("/routes/0/steps/1/type").asText()).isEqualTo("pickup");
        assertThat(answer.at("/routes/0/steps/1/load/0").asInt()).isEqualTo(1);
        assertThat(answer.at("/routes/0/steps/2/type").asText()).isEqualTo("delivery");
        assertThat(answer.at("/routes/0/steps").size())
                .as("no end was asked for")
                .isEqualTo(3);
        assertThat(answer.at("/summary/cost").asLong()).isEqualTo(1299 + 3153);
    }

    @Test
    void everyTaskIsAnsweredOnceAndWindowsFarInTheFutureAreKept() {
        StringBuilder jobs = new StringBuilder();
        for (int id = 1; id <= 40; id++) {
            jobs.append(id == 1 ? "" : ",")
                    .append("{'id':" + id + ",'location':[" + (106.66 + id * 0.0015) + "," + (10.74 + id % 7 * 0.01)
                            + "],'service':60,'delivery':[1],'time_windows':[[1790000000,1790010800]]}");
        }

        JsonNode answer = solve(
                "/vroom",
                "{'vehicles':[{'id':1,'start':[106.69,10.77],'end':[106.69,10.77],'capacity':[15]},{'id':2,'start':[106.69,10.77],'end':[106.69,10.77],'capacity':[15]}],'jobs':["
                        + jobs + "]}");

        Set<Integer> seen = new HashSet<>();
        for (JsonNode route : answer.at("/routes")) {
            for (JsonNode step : route.at("/steps")) {
                if (step.at("/type").asText().equals("job")) {
                    assertThat(seen.add(step.at("/id").asInt())).isTrue();
                    assertThat(step.at("/arrival").asLong()
                                    + step.at("/waiting_time").asLong())
                            .isBetween(1790000000L, 1790010800L);
                }
            }
        }
        answer.at("/unassigned")
                .forEach(left -> assertThat(seen.add(left.at("/id").asInt())).isTrue());
        assertThat(seen).hasSize(40);
        assertThat(answer.at("/unassigned")).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'vehicles':[]}|400|2|please add vehicles and jobs or shipments",
                "{'vehicles':[{'id':1|400|2|broken",
                "{'vehicles':[{'id':1,'start':[106.69,10.77]},{'id':1,'start':[106.69,10.77]}],'jobs':[{'id':1,'location':[106.7,10.77]}]}|400|2|Duplicate vehicle id",
                "{'vehicles':[{'id':1}],'jobs':[{'id':1,'location':[106.7,10.77]}]}|400|2|No start or end",
                "{'vehicles':[{'id':1,'start':[106.69,10.77]}],'jobs':[{'id':-1,'location':[106.7,10.77]}]}|400|2|id for job",
                "{'vehicles':[{'id':1,'start':[10.77,106.69]}],'jobs':[{'id':1,'location':[106.7,10.77]}]}|400|2|outside -90 to 90",
                "{'vehicles':[{'id':1,'start':[106.69,10.77],'capacity':[1]}],'jobs':[{'id':1,'location':[106.7,10.77],'delivery':[1,2]}]}|400|2|Inconsistent capacity",
                "{'vehicles':[{'id':1,'start':[106.69,10.77]}],'jobs':[{'id':1,'location':[106.7,10.77],'time_windows':[[5,1]]}]}|400|2|time-window",
                "{'vehicles':[{'id':1,'start':[106.69,10.77]}],'jobs':[{'id':1,'location':[106.7,10.77]},{'id':1,'location':[106.7,10.77]}]}|400|2|Duplicate job id: 1",
                "{'vehicles':[{'id':1,'start':[106.69,10.77]}],'jobs':[{'id':1,'location':[106.7,10.77],'delivery':[-4]}]}|400|2|delivery value: -4, whole number from 0",
                "{'vehicles':[{'id':1,'start':[106.69,10.77]}],'jobs':[{'id':1,'location':[NaN,10.77]}]}|400|2|broken",
                "{'vehicles':[{'id':1,'start':[106.69,10.77]}],'jobs':[{'id':1,'location':[110.0,8.0]}]}|500|3|[110.0,8.0]",
                "{'vehicles':[{'id':1,'start_index':0}],'jobs':[{'id':1,'location_index':1}],'matrices':{'car':{'durations':[[0,1],[1]]}}}|400|2|row 1 of car durations has 1 entries",
                "{'vehicles':[{'id':1,'start_index':0}],'jobs':[{'id':1,'location_index':2}],'matrices':{'car':{'durations':[[0,1],[1,0]]}}}|400|2|exceeding matrix size",
                "{'vehicles':[{'id':1,'start_index':0}],'jobs':[{'id':1,'location_index':1}],'matrices':{'car':{'durations':[[0,-1],[1,0]]}}}|400|2|Invalid car durations matrix entry",
                "{'vehicles':[{'id':1,'start_index':0,'time_window':[0,100]}],'jobs':[{'id':1,'location_index':1,'time_windows':[[5000,6000]]}],'matrices':{'car':{'durations':[[0,1],[1,0]]}}}|400|2|outside every shift",
            })
    void wrongRequestsAreRefusedInVroomsWords(String body, int status, int code, String words) {
        TestEngine.Reply reply = engine.send("POST", "/vroom?api_key=the-planning-key", null, null, body);

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.body().at("/code").asInt()).isEqualTo(code);
        assertThat(reply.text("/error")).contains(words);
    }

    @Test
    void moreThanTheLimitIsTooLarge() {
        StringBuilder jobs = new StringBuilder("{'id':0,'location':[106.7,10.77]}");
        for (int id = 1; id <= 1000; id++) {
            jobs.append(",{'id':" + id + ",'location':[106.7,10.77]}");
        }

        TestEngine.Reply reply = engine.send(
                "POST",
                "/vroom?api_key=the-planning-key",
                null,
                null,
                "{'vehicles':[{'id':1,'start':[106.69,10.77]}],'jobs':[" + jobs + "]}");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body().at("/code").asInt()).isEqualTo(4);
        assertThat(reply.text("/error")).contains("1001", "1000");
    }

    @Test
    void theDoorIsLockedHealthIsNotAndErrorsLookLikeVrooms() {
        assertThat(engine.send("GET", "/vroom/health", null, null, null).status())
                .isEqualTo(200);
        TestEngine.Reply locked = engine.send("POST", "/vroom", "wrong", null, "{}");
        assertThat(locked.status()).isEqualTo(401);
        assertThat(locked.body().at("/code").asInt()).isEqualTo(2);
    }

    private JsonNode solve(String path, String body) {
        TestEngine.Reply reply = engine.send("POST", path, "the-planning-key", null, body);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }
}
