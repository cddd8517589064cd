package io.giaovan.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.parcel.MarketplaceNews;
import io.giaovan.contracts.parcel.Marketplaces;
import io.giaovan.edge.access.Secrets;
import io.giaovan.edge.time.SimulatedClock;
import io.giaovan.store.document.TestMongo;
import io.giaovan.store.outbox.Backlog;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The integrations service on a free port with its sandboxes, a fake order room and a clock moved by hand. */
public final class House implements AutoCloseable {
    public static final String KEY = "0123456789abcdef0123456789abcdef";
    public static final String SHOP = "shop-1";
    public static final String SECRET = "a-secret-of-32-characters-length";
    public static final MerchantId MERCHANT = new MerchantId("m1");
    public static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public final FakeOrderIntake intake = new FakeOrderIntake();
    public final HeardTracking tracking = new HeardTracking();
    private final ObjectMapper json = new ObjectMapper();
    private final TestMongo mongo = TestMongo.start();
    private final Map<String, Object> properties = new HashMap<>();
    private EmbeddedServer server;

    private House(Map<String, Object> more) {
        properties.put("giaovan.house.key", KEY);
        properties.put("giaovan.store.uri", mongo.uri());
        properties.put("giaovan.store.database", mongo.databaseName());
        properties.put("giaovan.store.sole-owner", true);
        properties.put("giaovan.clock.simulated", true);
        properties.put("giaovan.clock.start", NOON.toString());
        properties.put("giaovan.sync.back-off-max", "PT0.2S");
        properties.put("micronaut.server.port", -1);
        properties.put("micronaut.server.host", "127.0.0.1");
        properties.putAll(more);
        server = open();
    }

    public static House start() {
        return new House(Map.of());
    }

    public static House start(Map<String, Object> more) {
        return new House(more);
    }

    /** Stops the process and starts another on the same data and port. */
    public void restart() {
        properties.put("micronaut.server.port", server.getPort());
        properties.put(
                "giaovan.clock.start", bean(SimulatedClock.class).instant().toString());
        int port = server.getPort();
        server.close();
        awaitFree(port);
        server = open();
    }

    /** The server gives its port back a moment after it says that it is closed. */
    private static void awaitFree(int port) {
        Instant limit = Instant.now().plusSeconds(10);
        while (true) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress("127.0.0.1", port));
                return;
            } catch (IOException taken) {
                if (Instant.now().isAfter(limit)) {
                    throw new UncheckedIOException("port " + port + " is not given back", taken);
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    /** Connects the usual shop on both sides. */
    public House withShop() {
        post("/sandbox/chogo/shops", Map.of("shopId", SHOP, "secret", SECRET, "webhookUrl", hook()));
        post(
                "/internal/channel-shops",
                Map.of("channel", "chogo", "shopId", SHOP, "merchantId", MERCHANT.value(), "secret", SECRET));
        return this;
    }

    public String hook() {
        return url("/hooks/chogo/" + SHOP).toString();
    }

    public void faults(Map<String, Object> faults) {
        post("/sandbox/chogo/faults", faults);
    }

    public String placeOrder() {
        return placeOrder("SKU-1");
    }

    public String placeOrder(String sku) {
        return post("/sandbox/chogo/shops/" + SHOP + "/orders", order(sku))
                .get("orderSn")
                .asText();
    }

    public static Map<String, Object> order(String sku) {
        return Map.of(
                "buyer", Map.of("name", "Nguyễn Thị Hoa", "phone", "0912345678"),
                "address",
                        Map.of(
                                "line", "12 Lê Lợi",
                                "ward", "Phường Bến Thành",
                                "province", "Thành phố Hồ Chí Minh",
                                "country", "VN",
                                "point", Map.of("lat", 10.772, "lon", 106.698)),
                "items",
                        List.of(Map.of(
                                "sku",
                                sku,
                                "name",
                                "Áo thun",
                                "quantity",
                                2,
                                "price",
                                Map.of("amount", 125_000, "currency", "VND"))),
                "payment", "COD");
    }

    public void tell(String orderSn, MarketplaceNews.Step step) {
        bean(Marketplaces.class)
                .tell(new MarketplaceNews(
                        MERCHANT,
                        "chogo",
                        orderSn,
                        step,
                        "P-" + orderSn,
                        bean(SimulatedClock.class).instant()));
    }

    /** The order in the sandbox marketplace's books. */
    public JsonNode marketOrder(String orderSn) {
        for (JsonNode order : get("/sandbox/chogo/shops/" + SHOP + "/orders").get("orders")) {
            if (order.get("orderSn").asText().equals(orderSn)) {
                return order;
            }
        }
        throw new AssertionError("no order " + orderSn);
    }

    public String marketStatus(String orderSn) {
        return marketOrder(orderSn).get("status").asText();
    }

    public List<String> parkedIds() {
        List<String> ids = new ArrayList<>();
        get("/internal/parked")
                .get("parked")
                .forEach(parked -> ids.add(parked.get("id").asText()));
        return ids;
    }

    public void advance(Duration time) {
        SimulatedClock clock = bean(SimulatedClock.class);
        clock.moveTo(clock.instant().plus(time));
    }

    public void awaitQuiet() {
        await("quiet", () -> bean(Backlog.class).unfinished() == 0);
    }

    public void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() ->
                            what + " within 20 s; left: " + bean(Backlog.class).byWorker())
                    .isLessThan(deadline);
            try {
                Thread.sleep(10);
            } catch (InterruptedException stop) {
                throw new AssertionError(stop);
            }
        }
    }

    /** A push as the marketplace would sign it. */
    public HttpResponse<String> push(String body, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hook()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(signature.isEmpty() ? request : request.header("Authorization", signature));
    }

    public String signature(String body) {
        return HexFormat.of()
                .formatHex(Secrets.hmacSha256(SECRET, (hook() + "|" + body).getBytes(StandardCharsets.UTF_8)));
    }

    public static String pushBody(String orderSn, String status, Instant at, long updateTime) {
        return "{\"shop_id\":\"%s\",\"code\":3,\"timestamp\":%d,\"data\":{\"ordersn\":\"%s\",\"status\":\"%s\",\"update_time\":%d}}"
                .formatted(SHOP, at.getEpochSecond(), orderSn, status, updateTime);
    }

    public JsonNode post(String path, Object body) {
        HttpResponse<String> response = postRaw(path, body);
        assertThat(response.statusCode())
                .as(path + " answered " + response.body())
                .isBetween(200, 299);
        return read(response.body());
    }

    public HttpResponse<String> postRaw(String path, Object body) {
        try {
            return send(HttpRequest.newBuilder(url(path))
                    .header("Authorization", "Bearer " + KEY)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    public JsonNode get(String path) {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + KEY));
        assertThat(response.statusCode())
                .as(path + " answered " + response.body())
                .isEqualTo(200);
        return read(response.body());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        server.close();
        mongo.close();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body.isEmpty() ? "null" : body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    private EmbeddedServer open() {
        return ApplicationContext.builder()
                .properties(properties)
                .singletons(intake, tracking)
                .run(EmbeddedServer.class);
    }
}
