package io.giaovan.routingengine.plan.vroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.routingengine.dispatch.TestEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanModeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MATRICES =
            "'options':{'c':true},'matrices':{'car':{'durations':[[0,500,700],[500,0,400],[700,400,0]],'distances':[[0,5000,7000],[5000,0,4000],[7000,4000,0]]}}";

    private final TestEngine engine = new TestEngine();

    @AfterAll
    void stop() {
        engine.close();
    }

    /** Our own requests with what VROOM 1.15.2 answered to them. */
    static List<String> recorded() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PlanModeIT.class.getResourceAsStream("plan-mode.jsonl")),
                StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void givenRoutesAreTimedAndJudgedAsByVroom(String line) throws IOException {
        JsonNode pair = JSON.readTree(line);

        JsonNode answer = ask(pair.at("/request").toString());

        agrees(pair.at("/answer"), answer, "");
    }

    @Test
    void aRouteOnRoadsIsTimedWithCoordinates() {
        JsonNode answer = ask(
                "{'vehicles':[{'id':3,'start':[106.69,10.77],'end':[106.69,10.77],'time_window':[1790000000,1790003600],'steps':[{'type':'job','id':8},{'type':'job','id':7,'service_after':1790002000}]}],"
                        + "'jobs':[{'id':7,'location':[106.70,10.775],'service':300,'description':'seven'},{'id':8,'location':[106.68,10.765],'service':300,'time_windows':[[1789990000,1789990060]]},{'id':9,'location':[106.68,10.765]}],'options':{'c':true}}");

        assertThat(answer.at("/routes/0/steps/0/location/0").asDouble()).isEqualTo(106.69);
        assertThat(answer.at("/routes/0/steps/1/violations/0/cause").asText()).isEqualTo("delay");
        assertThat(answer.at("/routes/0/steps/1/violations/0/duration").asLong())
                .isEqualTo(answer.at("/routes/0/steps/1/arrival").asLong() - 1789990060);
        assertThat(answer.at("/routes/0/steps/2/description").asText()).isEqualTo("seven");
        JsonNode seven = answer.at("/routes/0/steps/2");
        assertThat(seven.at("/arrival").asLong() + seven.at("/waiting_time").asLong())
                .isEqualTo(1790002000);
        assertThat(answer.at("/unassigned/0/id").asInt()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'type':'job','id':1,'service_at':100}]|Infeasible route for vehicle 1.",
                "[{'type':'job','id':1,'service_after':900,'service_before':800}]|Infeasible route for vehicle 1.",
                "[{'type':'job','id':1,'service_at':-5}]|Invalid service_at value",
                "[{'type':'job','id':1},{'type':'job','id':1}]|Duplicate job id 1 in input steps for vehicle 1.",
                "[{'type':'job','id':77}]|Invalid job id 77 for vehicle 1.",
                "[{'type':'job'}]|Invalid or missing id for steps of vehicle 1",
                "[{'type':'walk','id':1}]|Invalid type in steps for vehicle 1.",
                "[{'type':'job','id':1},{'type':'start'}]|Unexpected start in input steps for vehicle 1.",
                "[{'type':'end'},{'type':'job','id':1}]|Unexpected end in input steps for vehicle 1.",
                "[{'type':'break','id':4},{'type':'job','id':1}]|Invalid break id 4 for vehicle 1.",
            })
    void wrongStepsAreRefusedInVroomsWords(String steps, String words) {
        TestEngine.Reply reply = engine.send(
                "POST",
                "/vroom",
                TestEngine.HOUSE_KEY,
                null,
                "{'vehicles':[{'id':1,'start_index':0,'steps':" + steps + "}],'jobs':[{'id':1,'location_index':1}],"
                        + MATRICES + "}");

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(400);
        assertThat(reply.body().at("/code").asInt()).isEqualTo(2);
        assertThat(reply.text("/error")).contains(words);
    }

    private JsonNode ask(String body) {
        TestEngine.Reply reply = engine.send("POST", "/vroom", TestEngine.HOUSE_KEY, null, body);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    /** What was recorded stands in the answer, which may say more; the order of violations means nothing. */
    private static void agrees(JsonNode expected, JsonNode actual, String path) {
        if (path.endsWith("/violations")) {
            assertThat(actual).as(path).containsExactlyInAnyOrderElementsOf(expected);
        } else if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            agrees(field.getValue(), actual.path(field.getKey()), path + "/" + field.getKey()));
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(path).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                agrees(expected.get(i), actual.get(i), path + "/" + i);
            }
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }
}
