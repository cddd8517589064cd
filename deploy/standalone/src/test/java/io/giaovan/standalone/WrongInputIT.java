package io.giaovan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.CastSetUp;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.start.House;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.OneProcessHouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a request, the answer names field, value and limit, and nothing has changed. */
class WrongInputIT {
    private static final String LINES = "\"lines\":[{\"sku\":\"A1-01\",\"name\":\"Sách\",\"quantity\":1,"
            + "\"unitPrice\":{\"amount\":85000,\"currency\":\"VND\"}}]";
    private static final String BUYER = "\"buyer\":{\"name\":\"Lan\",\"phone\":\"0901234567\"}";
    private static final String ADDRESS = "\"address\":{\"line\":\"1 Lê Lợi\",\"ward\":\"\",\"province\":\"\","
            + "\"country\":\"VN\",\"point\":{\"lat\":10.79,\"lon\":106.70}}";
    private static final String FAR = "\"address\":{\"line\":\"1 Tràng Tiền\",\"ward\":\"\",\"province\":\"\","
            + "\"country\":\"VN\",\"point\":{\"lat\":21.02,\"lon\":105.85}}";

    @TempDir
    private static Path folder;

    private static House house;
    private static Cast cast;
    private static HouseApi api;
    private static String before;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void start() {
        Instant begin = Instant.parse("2026-12-01T01:00:00Z");
        house = OneProcessHouse.start(HousePlan.at(folder)
                .withClock(new HousePlan.SimulatedTime(begin, 0))
                .throwAway());
        api = new HouseApi(house.addresses(), house.keys().house(), Duration.ZERO);
        cast = new CastSetUp(api, house.keys(), 7).enter(2, 20);
        before = state();
    }

    @AfterEach
    void nothingHasChanged() {
        api.awaitQuiet(Duration.ofSeconds(20));
        assertThat(state()).isEqualTo(before);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void brokenJsonNamesThePlace() {
        Answer answer = place("{\"lines\": [");

        assertThat(answer.status).isEqualTo(400);
        assertThat(answer.type).startsWith("application/problem+json");
        assertThat(answer.body.path("code").asText()).isEqualTo("BAD_JSON");
        assertThat(answer.body.path("detail").asText()).contains("line 1");
    }

    @Test
    void anUnknownFieldIsNamedWithThoseThatAreKnown() {
        Answer answer = place("{" + LINES + "," + BUYER + "," + ADDRESS + ",\"payment\":\"CASH\",\"coupon\":\"X\"}");

        assertThat(answer.status).isEqualTo(422);
        assertThat(answer.field()).isEqualTo("coupon");
        assertThat(answer.limit()).contains("payment").contains("slotId");
    }

    @Test
    void anUnknownValueIsNamedWithThoseThatAreAllowed() {
        Answer answer = place("{" + LINES + "," + BUYER + "," + ADDRESS + ",\"payment\":\"BARTER\"}");

        assertThat(answer.status).isEqualTo(422);
        assertThat(answer.field()).isEqualTo("payment");
        assertThat(answer.body.path("errors").get(0).path("value").asText()).isEqualTo("BARTER");
        assertThat(answer.limit()).contains("VIETQR").contains("TELECOM").contains("CASH");
    }

    @Test
    void negativeMoneyIsRefused() {
        Answer answer = place("{" + LINES.replace("85000", "-85000") + "," + BUYER + "," + ADDRESS
                + ",\"payment\":\"CASH\",\"slotId\":\"kho-1.2026-12-01.1100-1400\"}");

        assertThat(answer.status).isEqualTo(422);
        assertThat(answer.field()).contains("unitPrice");
        assertThat(answer.body.path("detail").asText()).contains("-85000").contains("below 0");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        String order =
                "{\"order\":{\"channel\":\"chogo\",\"externalId\":\"X1\",\"merchantId\":{\"value\":\"seller-1\"},"
                        + LINES + "," + BUYER + "," + ADDRESS
                        + ",\"payment\":\"CASH\",\"placedAt\":\"2026-12-01T01:00:00Z\","
                        + "\"window\":{\"start\":\"2026-12-01T09:00:00Z\",\"end\":\"2026-12-01T08:00:00Z\"}}}";

        Answer answer = post("/internal/order-intake/accept", house.keys().house(), order);

        assertThat(answer.status).isEqualTo(422);
        assertThat(answer.field()).contains("window");
        assertThat(answer.limit()).contains("not after");
    }

    @Test
    void anAddressOutsideTheMapIsRefusedByTheEngine() {
        String query = "{\"query\":{\"depot\":\"" + cast.depots().getFirst().id() + "\"," + FAR
                + ",\"load\":{\"grams\":500,\"cubicCentimetres\":900,\"pieces\":1},\"readyAt\":\"2026-12-01T02:00:00Z\"}}";

        Answer answer = post("/internal/last-mile/offer-slots", house.keys().house(), query);

        assertThat(answer.status).isEqualTo(422);
        assertThat(answer.body.path("code").asText()).isEqualTo("OUTSIDE_MAP");
        assertThat(answer.body.toString()).doesNotContain("Tràng Tiền");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        Answer answer = place("{\"padding\":\"" + "x".repeat(5_000_000) + "\"}");

        assertThat(answer.status).isEqualTo(413);
        assertThat(answer.body.path("code").asText()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void aMissingAndAWrongKeyAreRefusedEverywhere() {
        for (String path : new String[] {
            "/checkout/v1/quotes",
            "/seller/v1/orders/pack",
            "/dispatch/v1/depots/kho-1/plans",
            "/courier/v1/positions",
            "/internal/depots",
            "/internal/clock"
        }) {
            for (String key : new String[] {null, "wrong-key-of-nobody"}) {
                Answer answer = post(path, key, body(path));

                assertThat(answer.status).as(path + " with key " + key).isEqualTo(401);
                assertThat(answer.body.path("code").asText()).isEqualTo("UNAUTHENTICATED");
            }
        }
    }

    @Test
    void aSellersKeyDoesNotOpenTheCheckoutAndAShopsKeyNotThePortal() {
        Cast.Seller seller = cast.sellers().getFirst();

        assertThat(post("/checkout/v1/quotes", seller.sellerKey(), "{" + LINES + "," + ADDRESS + "}").status)
                .isEqualTo(401);
        assertThat(post("/seller/v1/orders/pack", seller.shopKey(), "{\"orderIds\":[\"ord_x\"]}").status)
                .isEqualTo(401);
    }

    private static String body(String path) {
        return switch (path) {
            case "/checkout/v1/quotes" -> "{" + LINES + "," + ADDRESS + "}";
            case "/seller/v1/orders/pack" -> "{\"orderIds\":[\"ord_x\"]}";
            case "/dispatch/v1/depots/kho-1/plans" -> "{\"day\":\"2026-12-01\"}";
            case "/courier/v1/positions" -> "{\"positions\":[]}";
            default -> "{}";
        };
    }

    private static String state() {
        StringBuilder state = new StringBuilder();
        for (Cast.Seller seller : cast.sellers()) {
            state.append(api.mustGet(Service.ORDERS, "/seller/v1/orders", seller.sellerKey()));
            state.append(api.mustGet(Service.ORDERS, "/seller/v1/stock", seller.sellerKey()));
        }
        state.append(api.mustGet(Service.PAYMENTS, "/internal/ledger/audit", api.houseKey()));
        return state.toString();
    }

    private Answer place(String body) {
        return post("/checkout/v1/orders", cast.sellers().getFirst().shopKey(), body);
    }

    private Answer post(String path, String key, String body) {
        URI address = house.addresses().orders().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    json.readTree(response.body()));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private record Answer(int status, String type, JsonNode body) {
        String field() {
            return body.path("errors").path(0).path("field").asText();
        }

        String limit() {
            return body.path("errors").path(0).path("limit").asText();
        }
    }
}
