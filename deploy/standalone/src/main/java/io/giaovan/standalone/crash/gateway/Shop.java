package io.giaovan.standalone.crash.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.standalone.crash.gateway.KillPoint.Moment;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A shop's software: calls the public API as the official client libraries do, and sends again under the same key what
 * was not answered. Safe for concurrent use.
 *
 * @param merchantId whose shop
 */
record Shop(URI gateway, String merchantId, String key, Ambush ambush) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = HouseJson.newMapper();
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Set<Integer> COME_BACK = Set.of(409, 429, 500, 502, 503, 504);
    private static final int PAGE = 100;

    /** What came back, whatever the status. */
    record Answer(int status, JsonNode body) {
        boolean fine() {
            return status == 200;
        }
    }

    Answer post(String path, String idempotencyKey, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = patiently(
                path,
                request(path)
                        .header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        ambush.strikesAt(Moment.SHOP_ANSWERED, path);
        return answer;
    }

    JsonNode get(String path) {
        Answer answer = patiently(path, request(path).build());
        if (!answer.fine()) {
            throw new IllegalStateException("GET " + path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    /** A whole list, page by page, newest first. */
    List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        @Nullable String after = null;
        boolean more = true;
        while (more) {
            JsonNode page = get(path + "?limit=" + PAGE
                    + (after == null ? "" : "&starting_after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)));
            page.path("data").forEach(all::add);
            more = page.path("has_more").asBoolean();
            after = all.isEmpty() ? null : all.getLast().path("id").asText();
        }
        return all;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(ANSWER).header("Authorization", "Bearer " + key);
    }

    private static Answer patiently(String path, HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> got = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (!COME_BACK.contains(got.statusCode())) {
                    return new Answer(got.statusCode(), read(got.body()));
                }
                last = got.statusCode() + " " + got.body();
            } catch (IOException dead) {
                last = dead.toString();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted in " + path, stop);
            }
            pause();
        }
        throw new IllegalStateException(path + " was not answered within " + PATIENCE + ", but last " + last);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an answer is not JSON", broken);
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "Shop[" + merchantId + "]";
    }
}
