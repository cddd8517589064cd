package io.giaovan.paymentgateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.edge.time.SimulatedClock;
import io.giaovan.paymentgateway.ledger.Ledger;
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
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The whole gateway with its sandboxes on a free port, over a store of its own and a clock that only moves by hand. */
public final class TestGateway implements AutoCloseable {
    public static final String HOUSE_KEY = "0123456789abcdef0123456789abcdef";
    public static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestMongo mongo;
    private final EmbeddedServer server;
    private final ObjectMapper json = HouseJson.newMapper();

    private TestGateway(TestMongo mongo, Map<String, Object> more) {
        this.mongo = mongo;
        Map<String, Object> properties = new HashMap<>(Map.of(
                "micronaut.server.port",
                -1,
                "micronaut.server.host",
                "127.0.0.1",
                "giaovan.house.key",
                HOUSE_KEY,
                "giaovan.clock.simulated",
                true,
                "giaovan.clock.start",
                START.toString(),
                "giaovan.store.uri",
                mongo.uri(),
                "giaovan.store.database",
                mongo.databaseName(),
                "giaovan.store.sole-owner",
                true,
                "giaovan.charges.ask-after",
                "PT0.05S",
                "giaovan.charges.ask-after-max",
                "PT0.2S"));
        properties.putAll(more);
        this.server = ApplicationContext.run(EmbeddedServer.class, properties);
    }

    public static TestGateway start() {
        return start(Map.of());
    }

    public static TestGateway start(Map<String, Object> more) {
        return new TestGateway(TestMongo.start(), more);
    }

    /** A second life over the same store, after this one was closed without closing the store. */
    public TestGateway restart(Map<String, Object> more) {
        server.close();
        return new TestGateway(mongo, more);
    }

    public TestMongo mongo() {
        return mongo;
    }

    public URI address() {
        return server.getURI();
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public PaymentDesk desk() {
        return bean(PaymentDesk.class);
    }

    public Ledger ledger() {
        return bean(Ledger.class);
    }

    public Instant now() {
        return bean(SimulatedClock.class).instant();
    }

    public void pass(Duration time) {
        bean(SimulatedClock.class).moveTo(now().plus(time));
    }

    /** Waits until no worker has anything left to do. */
    public void awaitQuiet() {
        Backlog backlog = bean(Backlog.class);
        await(() -> backlog.unfinished() == 0, () -> "quiet, but " + backlog.byWorker());
    }

    public static void await(BooleanSupplier condition, java.util.function.Supplier<String> wish) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within 20 s: " + wish.get());
            }
            Thread.onSpinWait();
            try {
                Thread.sleep(5);
            } catch (InterruptedException stop) {
                throw new AssertionError("interrupted", stop);
            }
        }
    }

    /** Posts JSON with the house's key. */
    public HttpResponse<String> post(String path, Object body) {
        return send(HttpRequest.newBuilder(address().resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + HOUSE_KEY)
                .POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address().resolve(path)).header("Authorization", "Bearer " + HOUSE_KEY));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stop) {
            throw new AssertionError("interrupted", stop);
        }
    }

    public JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(response.body(), broken);
        }
    }

    /** A body as JSON; text is taken as it is. */
    public String text(Object body) {
        try {
            return body instanceof String given ? given : json.writeValueAsString(body);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The newest one-time password on a phone. */
    public String passwordOn(String phone) {
        var answer = get("/sandbox/telecom/phones/" + phone + "/messages");
        JsonNode messages = read(answer).path("messages");
        if (messages.isEmpty()) {
            throw new AssertionError("no message: " + answer.statusCode() + " " + answer.body());
        }
        return messages.get(messages.size() - 1).path("oneTimePassword").asText();
    }

    /** Text messages on a phone. */
    public List<String> messagesOn(String phone) {
        return read(get("/sandbox/telecom/phones/" + phone + "/messages"))
                .path("messages")
                .findValuesAsText("text");
    }

    @Override
    public void close() {
        server.close();
        mongo.close();
    }
}
