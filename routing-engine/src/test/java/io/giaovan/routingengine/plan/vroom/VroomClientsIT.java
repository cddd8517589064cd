package io.giaovan.routingengine.plan.vroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.routingengine.dispatch.TestEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What three clients send, to which address and with which headers, and what they read from the answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VroomClientsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "the-planning-key";

    private final TestEngine engine =
            new TestEngine("giaovan.plan.key", KEY, "giaovan.plan.vroom-millis-default", "100");
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        engine.close();
        http.close();
    }

    /** Ids are hashes of their own names, amounts come in the deprecated field, the profile is of its own. */
    @Test
    void fleetbaseSendsHashedIdsAndItsKeyInTheAddress() throws Exception {
        HttpResponse<String> reply = post("/vroom/solve?api_key=" + KEY, """
                {"vehicles":[{"id":4294967295,"profile":"capacity_only","description":"driver_x","start":[106.69,10.77],
                              "capacity":[10],"time_window":[1790000000,1790028800],"skills":[1]}],
                 "jobs":[{"id":3735928559,"description":"order_a","location":[106.70,10.775],"amount":[3],"service":300,"priority":10},
                         {"id":0,"description":"order_b","location":[106.68,10.765],"amount":[4],"service":300}]}
                """);

        JsonNode answer = JSON.readTree(reply.body());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(answer.at("/routes/0/vehicle").asLong()).isEqualTo(4294967295L);
        assertThat(answer.at("/routes/0/amount/0").asInt()).isEqualTo(7);
        assertThat(answer.at("/routes/0/steps").findValuesAsText("id")).containsExactlyInAnyOrder("3735928559", "0");
        assertThat(answer.at("/routes/0/steps").findValuesAsText("description")).contains("order_a", "order_b");
        assertThat(answer.at("/routes/0/steps/0/arrival").asLong()).isGreaterThanOrEqualTo(1790000000L);
        assertThat(answer.at("/unassigned").isArray()).isTrue();
    }

    /** The key stands bare in the header, the profile is one of that server's. */
    @Test
    void openrouteserviceSendsItsKeyBareAndItsOwnProfiles() throws Exception {
        HttpResponse<String> reply = post(
                "/vroom/optimization", """
                {"jobs":[{"id":1,"service":300,"amount":[1],"location":[106.70,10.775],"skills":[1],"time_windows":[[32400,36000]]}],
                 "vehicles":[{"id":1,"profile":"driving-car","start":[106.69,10.77],"end":[106.69,10.77],"capacity":[4],"skills":[1,14],
                              "time_window":[28800,43200]}],"options":{"g":true}}
                """, "Authorization", KEY, "Accept", "application/geo+json,application/json");

        JsonNode answer = JSON.readTree(reply.body());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(answer.at("/code").asInt()).isZero();
        assertThat(PolylineReader.read(answer.at("/routes/0/geometry").asText()))
                .last()
                .isEqualTo(new double[] {10.77, 106.69});
        assertThat(answer.at("/summary/computing_times/loading").isNumber()).isTrue();
    }

    /** Asks from a browser, first whether it may. */
    @Test
    void vroomExpressIsAskedFromBrowsers() throws Exception {
        HttpResponse<String> may = http.send(
                HttpRequest.newBuilder(URI.create(engine.uri() + "/vroom"))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", "http://localhost:9966")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> reply = post("/vroom?api_key=" + KEY, """
                {"vehicles":[{"id":1,"start":[106.69,10.77],"steps":[{"type":"start"},{"type":"job","id":5},{"type":"end"}]}],
                 "jobs":[{"id":5,"location":[106.70,10.775]}],"options":{"g":false,"c":true,"t":4,"x":5,"l":1}}
                """);

        assertThat(may.statusCode()).as(may.body() + may.headers().map()).isEqualTo(204);
        assertThat(may.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(JSON.readTree(reply.body()).at("/routes/0/steps/1/id").asInt())
                .isEqualTo(5);
        assertThat(post("/vroom?api_key=wrong", "{}").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(engine.uri() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
