package io.giaovan.routingengine.network.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.network.TestRoads;
import io.giaovan.store.document.TestMongo;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TileControllerIT {
    private TestMongo mongo;
    private EmbeddedServer server;

    @BeforeAll
    void start() {
        TestRoads.city();
        mongo = TestMongo.start();
        server = ApplicationContext.run(
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
                        mongo.databaseName()));
    }

    @AfterAll
    void stop() {
        server.close();
        mongo.close();
    }

    @Test
    void aTileComesAsAVectorTile() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/tiles/12/3262/1924.mvt");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/vnd.mapbox-vector-tile");
        assertThat(answer.body()).contains("roads", "water");
    }

    @Test
    void aZoomThatIsNotDrawnIsRefusedWithTheLimit() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/tiles/9/1/1.mvt");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("INVALID_FIELD", "10 to 18");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.getURL() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
