package io.giaovan.paymentgateway.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes providers' news in the gateway's place and keeps them, to be brought late, twice, out of order or never. */
final class Postbag implements AutoCloseable {
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade", "http2-settings");
    private static final byte[] TAKEN = "{\"return_code\":1,\"RspCode\":\"00\"}".getBytes(StandardCharsets.UTF_8);
    private static final int KEPT_MAX = 200;

    private final HttpServer server;
    private final List<Letter> letters = new ArrayList<>();

    /** A piece of news as it came. */
    record Letter(String method, String path, Map<String, String> headers, String body) {
        /** The same to another house. */
        HttpRequest.Builder to(URI house) {
            HttpRequest.Builder request = HttpRequest.newBuilder(house.resolve(path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            return request;
        }
    }

    Postbag() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    headers.put(name, values.getFirst());
                }
            });
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            synchronized (letters) {
                letters.add(new Letter(
                        exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
                if (letters.size() > KEPT_MAX) {
                    letters.removeFirst();
                }
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, TAKEN.length);
            exchange.getResponseBody().write(TAKEN);
        }
    }

    /** News of one charge, oldest first. */
    List<Letter> of(String chargeId) {
        synchronized (letters) {
            return letters.stream()
                    .filter(letter -> letter.path().endsWith("/" + chargeId))
                    .toList();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
