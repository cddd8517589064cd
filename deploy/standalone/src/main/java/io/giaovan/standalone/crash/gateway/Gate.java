package io.giaovan.standalone.crash.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.giaovan.standalone.crash.gateway.KillPoint.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the gateway and its providers, in one direction, and passes calls on past the killer. Its address is
 * known before whoever it leads to is started. Safe for concurrent use.
 */
final class Gate implements AutoCloseable {
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade", "http2-settings");
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int NOBODY_THERE = 502;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicReference<@Nullable URI> target = new AtomicReference<>();
    private final Ambush ambush;
    private final Moment before;
    private final Moment after;

    private Gate(HttpServer server, Ambush ambush, Moment before, Moment after) {
        this.server = server;
        this.ambush = ambush;
        this.before = before;
        this.after = after;
    }

    /**
     * Opens a gate on a free port.
     *
     * @param before what a call that has not been passed on yet is to the killer
     * @param after what a call is that has done its work
     */
    static Gate open(Ambush ambush, Moment before, Moment after) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Gate gate = new Gate(server, ambush, before, after);
            server.createContext("/", gate::pass);
            server.setExecutor(gate.threads);
            server.start();
            return gate;
        } catch (IOException broken) {
            throw new UncheckedIOException("no port for a gate", broken);
        }
    }

    /** Its address with a path. */
    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void leadTo(URI house) {
        target.set(house);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            URI asked = exchange.getRequestURI();
            boolean changes = !exchange.getRequestMethod().equals("GET")
                    || asked.getPath().contains("/callbacks/");
            if (changes && ambush.strikesAt(before, asked.getPath())) {
                return;
            }
            HttpResponse<byte[]> answer = sent(exchange, body);
            if (answer == null) {
                exchange.sendResponseHeaders(NOBODY_THERE, -1);
                return;
            }
            if (changes && answer.statusCode() / 100 == 2 && ambush.strikesAt(after, asked.getPath())) {
                return;
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** Null when nobody answered. */
    private @Nullable HttpResponse<byte[]> sent(HttpExchange exchange, byte[] body) {
        URI house = target.get();
        if (house == null) {
            return null;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        house.resolve(exchange.getRequestURI().toString()))
                .timeout(ANSWER)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException dead) {
            return null;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }
}
