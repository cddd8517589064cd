package io.giaovan.routingengine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.routingengine.dispatch.TestEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanEventsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = """
            {'vehicles':[{'id':'v1','start':{'lat':10.77,'lon':106.69},'end':{'lat':10.77,'lon':106.69},
                          'shift':{'start':'2026-11-24T08:00:00+07:00','end':'2026-11-24T12:00:00+07:00'}}],
             'stops':[{'id':'a','point':{'lat':10.775,'lon':106.70},'service':'PT5M'},
                      {'id':'b','point':{'lat':10.765,'lon':106.68},'windows':[{'start':'2026-11-24T02:00:00Z','end':'2026-11-24T03:00:00Z'}]}],
             LIMIT}
            """;

    private final TestEngine engine =
            new TestEngine("giaovan.plan.listeners-max", "2", "giaovan.plan.heartbeat", "PT0.3S");
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        engine.close();
        http.close();
    }

    /** An event as it came over the wire. */
    private record Heard(String name, String id, String data) {
        JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }
    }

    @Test
    void progressIsToldAndThenOneEnd() throws Exception {
        String id = ask("told", "'seconds':1");

        HttpResponse<String> reply = listen(id, null);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        List<Heard> heard = events(reply.body());
        List<Heard> progress =
                heard.stream().filter(event -> event.name().equals("progress")).toList();
        assertThat(progress).isNotEmpty();
        assertThat(progress.getLast().json().at("/rounds").asLong()).isPositive();
        assertThat(progress.getLast().json().at("/cost").asLong()).isPositive();
        assertThat(progress.getLast().json().at("/unplanned").asLong()).isZero();
        assertThat(progress.getLast().json().at("/elapsed").asText()).startsWith("PT");
        assertThat(progress.stream().map(event -> Long.parseLong(event.id()))).isSorted();
        assertThat(heard.getLast().name()).isEqualTo("done");
        assertThat(heard.stream().filter(event -> event.id().equals("end"))).hasSize(1);
        assertThat(heard.getLast().json().at("/status").asText()).isEqualTo("DONE");
    }

    @Test
    void whoComesBackIsNotToldAgain() throws Exception {
        String id = ask("back", "'seconds':1");
        List<Heard> all = events(listen(id, null).body());
        String before = all.getFirst().id();

        assertThat(events(listen(id, before).body()))
                .singleElement()
                .satisfies(event -> assertThat(event.name()).isEqualTo("done"));
        assertThat(listen(id, "end").statusCode()).isEqualTo(204);
        assertThat(events(listen(id, "what a stranger says").body())).hasSize(1);
    }

    @Test
    void aCancelledPlanEndsItsStream() throws Exception {
        String id = ask("cancelled", "'seconds':60");
        var later = http.sendAsync(request(id, null), HttpResponse.BodyHandlers.ofString());
        engine.await(() -> engine.bean(PlanEvents.class).listening() == 1);

        engine.send("DELETE", "/plans/v1/" + id, TestEngine.HOUSE_KEY, null, null);

        List<Heard> heard = events(later.join().body());
        assertThat(heard.getLast().name()).isEqualTo("cancelled");
    }

    @Test
    void aListenerThatGoesIsForgottenAndTooManyAreRefused() throws Exception {
        String id = ask("many", "'seconds':60");
        try (Socket one = open(id);
                Socket other = open(id)) {
            assertThat(one.isConnected() && other.isConnected()).isTrue();
            engine.await(() -> engine.bean(PlanEvents.class).listening() == 2);

            HttpResponse<String> third = listen(id, null);

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).contains("TOO_MANY_REQUESTS", "2 listen");
            assertThat(firstEvent(one)).contains("event:");
        }
        engine.await(() -> engine.bean(PlanEvents.class).listening() == 0);
        engine.send("DELETE", "/plans/v1/" + id, TestEngine.HOUSE_KEY, null, null);
    }

    @Test
    void aJobThatWaitsShowsSignsOfLife() throws Exception {
        List<String> before = List.of(ask("busy1", "'seconds':60"), ask("busy2", "'seconds':60"));
        String id = ask("waits", "'seconds':1");
        try (Socket waiting = open(id)) {
            assertThat(firstEvent(waiting)).contains("heartbeat");
        }
        before.forEach(busy -> engine.send("DELETE", "/plans/v1/" + busy, TestEngine.HOUSE_KEY, null, null));
    }

    @Test
    void strangersAndUnknownPlansAreRefused() throws Exception {
        assertThat(listen("j-none", null).statusCode()).isEqualTo(404);
        HttpResponse<String> stranger = http.send(
                HttpRequest.newBuilder(URI.create(engine.uri() + "/plans/v1/j-none/events"))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.body()).contains("UNAUTHENTICATED");
    }

    private String ask(String key, String limit) {
        return engine.send("POST", "/plans/v1", TestEngine.HOUSE_KEY, key, PROBLEM.replace("LIMIT", limit))
                .text("/planId");
    }

    private HttpResponse<String> listen(String id, @Nullable String lastId) throws IOException, InterruptedException {
        return http.send(request(id, lastId), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String id, @Nullable String lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(engine.uri() + "/plans/v1/" + id + "/events"))
                .header("Authorization", "Bearer " + TestEngine.HOUSE_KEY)
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(30));
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        return request.build();
    }

    private Socket open(String id) throws IOException {
        Socket socket = new Socket("127.0.0.1", engine.uri().getPort());
        socket.setSoTimeout(10_000);
        OutputStream out = socket.getOutputStream();
        out.write(("GET /plans/v1/" + id
                        + "/events HTTP/1.1\r\nHost: here\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                        + TestEngine.HOUSE_KEY + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static String firstEvent(Socket socket) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith("event:")) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    private static List<Heard> events(String body) {
        List<Heard> events = new ArrayList<>();
        for (String block : body.strip().split("\n\n")) {
            String name = "";
            String id = "";
            String data = "";
            for (String line : block.split("\n")) {
                String value = line.substring(line.indexOf(':') + 1).strip();
                if (line.startsWith("event:")) {
                    name = value;
                } else if (line.startsWith("id:")) {
                    id = value;
                } else if (line.startsWith("data:")) {
                    data = value;
                }
            }
            events.add(new Heard(name, id, data));
        }
        return events;
    }
}
