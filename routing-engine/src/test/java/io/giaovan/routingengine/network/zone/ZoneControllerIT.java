package io.giaovan.routingengine.network.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.TestRoads;
import io.giaovan.store.document.TestMongo;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZoneControllerIT {
    private static final String KEY = "house-key-for-tests-0123456789-0123456789";
    private static final String FLOOD = """
            {"id":"flood","name":"Ngập nước","profiles":["MOTORBIKE","VAN","TRUCK"],"validFrom":"2026-01-01T00:00:00Z",
             "outline":[{"lat":10.79,"lon":106.69},{"lat":10.79,"lon":106.70},{"lat":10.80,"lon":106.70}]}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private TestMongo mongo;
    private EmbeddedServer server;

    @BeforeAll
    void start() {
        TestRoads.city();
        mongo = TestMongo.start();
        server = startServer();
    }

    @AfterAll
    void stop() {
        server.close();
        mongo.close();
        client.close();
    }

    @Test
    void aClosureIsOnTheRoadsWhenTheAnswerComesAndSurvivesARestart() throws IOException, InterruptedException {
        RoadGraph roads = server.getApplicationContext().getBean(RoadGraph.class);
        String open = roads.snapshotId();

        HttpResponse<String> answer = send("POST", "", FLOOD, KEY);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"closesRoads\":true", "Ngập nước");
        assertThat(roads.snapshotId()).isNotEqualTo(open);
        try (EmbeddedServer again = startServer()) {
            RestrictedZones zones = again.getApplicationContext().getBean(RestrictedZones.class);
            RoadGraph roadsAgain = again.getApplicationContext().getBean(RoadGraph.class);
            assertThat(zones.list()).extracting(zone -> zone.id().value()).containsExactly("flood");
            assertThat(roadsAgain.snapshotId()).isEqualTo(roads.snapshotId());
        }

        assertThat(send("DELETE", "/flood", "", KEY).statusCode()).isEqualTo(204);
        assertThat(roads.snapshotId()).isEqualTo(open);
        assertThat(send("DELETE", "/flood", "", KEY).statusCode()).isEqualTo(404);
    }

    @Test
    void aZoneWithTwoCornersIsRefusedByFieldAndChangesNothing() throws IOException, InterruptedException {
        String line = FLOOD.replace("flood", "line").replace(",{\"lat\":10.80,\"lon\":106.70}", "");

        HttpResponse<String> answer = send("POST", "", line, KEY);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("zone.outline", "3 to 500");
        assertThat(send("GET", "", "", KEY).body()).doesNotContain("line\"");
    }

    @Test
    void withoutTheHouseKeyNothingIsShown() throws IOException, InterruptedException {
        assertThat(send("GET", "", "", "guess").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> send(String method, String path, String body, String key)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.getURL() + "/internal/zones" + path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private EmbeddedServer startServer() {
        return ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "micronaut.server.host",
                        "127.0.0.1",
                        "micronaut.server.port",
                        "-1",
                        "giaovan.network.work-folder",
                        TestRoads.WORK.toString(),
                        "giaovan.network.seed",
                        TestRoads.SEED,
                        "giaovan.store.uri",
                        mongo.uri(),
                        "giaovan.store.database",
                        mongo.databaseName(),
                        "giaovan.house.key",
                        KEY));
    }
}
