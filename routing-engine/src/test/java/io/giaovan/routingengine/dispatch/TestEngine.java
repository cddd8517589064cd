package io.giaovan.routingengine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.edge.time.SimulatedClock;
import io.giaovan.store.document.TestMongo;
import io.giaovan.store.outbox.Backlog;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A routing engine over HTTP on a free port, with a store of its own, a clock that is moved by hand, and no roads. */
public final class TestEngine implements AutoCloseable {
    public static final String HOUSE_KEY = "0123456789abcdef0123456789abcdef";
    public static final String DISPATCHER_KEY = "dispatcher-key-of-depot-one";
    /** 07:00 in Vietnam. */
    public static final Instant MORNING = Instant.parse("2026-11-24T00:00:00Z");

    private static final ObjectMapper JSON = HouseJson.newMapper();

    private final TestMongo mongo = TestMongo.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedServer server;

    /** What was answered. */
    public record Reply(int status, JsonNode body) {
        /** Text under a path such as {@code /stops/0/stopId}. */
        public String text(String path) {
            return body.at(path).asText();
        }
    }

    public TestEngine(String... settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "micronaut.server.port",
                -1,
                "micronaut.server.host",
                "127.0.0.1",
                "giaovan.store.uri",
                mongo.uri(),
                "giaovan.store.database",
                mongo.databaseName(),
                "giaovan.house.key",
                HOUSE_KEY,
                "giaovan.clock.simulated",
                "true",
                "giaovan.clock.start",
                MORNING.toString(),
                "giaovan.network.enabled",
                "false",
                "test.fake-roads",
                "true"));
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i], settings[i + 1]);
        }
        server = ApplicationContext.run(EmbeddedServer.class, properties);
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public URI uri() {
        return server.getURI();
    }

    public TestMongo mongo() {
        return mongo;
    }

    public Instant now() {
        return bean(SimulatedClock.class).instant();
    }

    public void moveTo(String localTime) {
        bean(SimulatedClock.class).moveTo(Instant.parse("2026-11-24T" + localTime + ":00+07:00"));
    }

    public void moveTo(Instant instant) {
        bean(SimulatedClock.class).moveTo(instant);
    }

    public Reply house(String path, String body) {
        return send("POST", path, HOUSE_KEY, null, body);
    }

    public Reply dispatcher(String path, String body) {
        return send("POST", path, DISPATCHER_KEY, null, body);
    }

    public Reply send(
            String method, String path, @Nullable String key, @Nullable String idempotencyKey, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURI() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            return new Reply(
                    response.statusCode(),
                    text.isEmpty() || !text.startsWith("{") && !text.startsWith("[")
                            ? JSON.createObjectNode().put("text", text)
                            : JSON.readTree(text));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Waits until every event has been heard. */
    public void awaitQuiet() {
        await(() -> bean(Backlog.class).unfinished() == 0);
    }

    public void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        server.close();
        mongo.close();
        http.close();
    }
}
