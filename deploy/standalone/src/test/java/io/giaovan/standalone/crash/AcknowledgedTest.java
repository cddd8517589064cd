package io.giaovan.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.giaovan.contracts.money.Money;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Answer;
import io.giaovan.standalone.cast.HouseApi.Call;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.start.House;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Losses are planted in a house that answers what it is told to. */
class AcknowledgedTest {
    private static final Cast.Seller SELLER = new Cast.Seller(
            "seller-1",
            "Tiệm sách",
            "kho-1",
            "sk_seller_1",
            "sk_shop_1",
            "9000",
            "chogo_1",
            List.of(new Cast.Article("A1", "Sách", 100, 100, Money.vnd(1_000))));
    private static final String ORDER = "/seller/v1/orders/o-1";
    private static final String TRANSFERS = "/sandbox/bank/transfers";
    private static final String DELIVERY = "/internal/last-mile/find";

    private final Map<String, Planted> answers = new LinkedHashMap<>();
    private final Acknowledged acknowledged = new Acknowledged(List.of(SELLER));
    private @Nullable HttpServer server;

    private record Planted(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        opened.createContext("/", exchange -> {
            Planted planted = answers.getOrDefault(
                    exchange.getRequestURI().getPath(), new Planted(404, "{\"code\":\"NOT_FOUND\"}"));
            byte[] body = planted.body().getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(planted.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        opened.start();
        server = opened;
        standsAsAcknowledged();
        everythingIsAcknowledged();
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void nothingIsLostWhenAllIsThere() {
        assertThat(acknowledged.count()).isEqualTo(new Acknowledged.Count(2, 1, 1, 0));
        assertThat(acknowledged.lookForLosses(api())).isEmpty();
        assertThat(acknowledged.lookForEnds(api())).isEmpty();
    }

    @Test
    void anOrderThatIsGoneIsFound() {
        answers.put("/seller/v1/orders", new Planted(200, "{\"orders\":[]}"));

        assertThat(acknowledged.lookForLosses(api())).containsExactly("order o-1 was accepted and is gone");
    }

    @Test
    void anOrderThatWentBackIsFound() {
        answers.put(ORDER, order("RECEIVED", "SUCCEEDED"));
        assertThat(acknowledged.lookForLosses(api())).containsExactly("order o-1 was PACKED and is RECEIVED");
    }

    @Test
    void aPaymentThatWentBackIsFound() {
        assertThat(acknowledged.lookForLosses(api())).isEmpty();

        answers.put(ORDER, order("DELIVERED", "REQUIRES_ACTION"));

        assertThat(acknowledged.lookForLosses(api()))
                .containsExactly("the payment of order o-1 went back to REQUIRES_ACTION");
        assertThat(acknowledged.lookForEnds(api()))
                .containsExactly("transfer-0 was sent, and the payment of its order is REQUIRES_ACTION");
    }

    @Test
    void heldMoneyThatIsBeingTakenHasNotGoneBackButForgottenMoneyHas() {
        answers.put(ORDER, order("PACKED", "AUTHORISED"));
        assertThat(acknowledged.lookForLosses(api())).isEmpty();

        answers.put(ORDER, order("DELIVERED", "PROCESSING"));
        assertThat(acknowledged.lookForLosses(api())).isEmpty();

        answers.put(ORDER, order("DELIVERED", "REQUIRES_ACTION"));
        assertThat(acknowledged.lookForLosses(api())).hasSize(1);

        answers.put(ORDER, order("DELIVERED", "SUCCEEDED"));
        assertThat(acknowledged.lookForLosses(api())).isEmpty();

        answers.put(ORDER, order("DELIVERED", "PROCESSING"));
        assertThat(acknowledged.lookForLosses(api()))
                .containsExactly("the payment of order o-1 went back to PROCESSING");
    }

    @Test
    void aMarketplacesOrderThatIsGoneIsFound() {
        answers.put("/sandbox/chogo/shops/9000/orders", new Planted(200, "{\"orders\":[]}"));

        assertThat(acknowledged.lookForLosses(api()))
                .containsExactly("the marketplace's order CG1 was accepted and is gone");
    }

    @Test
    void aTransferThatTheBankDoesNotKnowAnyMoreIsFound() {
        answers.put(TRANSFERS, new Planted(201, "{\"transferId\":\"7\"}"));

        assertThat(acknowledged.lookForLosses(api())).containsExactly("transfer-0 was taken as 7 and is now 201 7");
    }

    @Test
    void aDeliveryThatForgotItsProofIsFound() {
        answers.put(DELIVERY, new Planted(200, "{\"status\":\"ARRIVED\",\"attempt\":0}"));

        assertThat(acknowledged.lookForLosses(api()))
                .containsExactly("delivery GV1 had 1 attempts and a proof; it is ARRIVED with 0");
    }

    @Test
    void aProvenDeliveryWhoseOrderDidNotEndSoIsFound() {
        answers.put(ORDER, order("RETURNED", "SUCCEEDED"));

        assertThat(acknowledged.lookForEnds(api()))
                .containsExactly("delivery GV1 was proven and its order is RETURNED");
    }

    @Test
    void cashThatIsStillInHandsIsFound() {
        answers.put(
                "/internal/ledger/audit",
                new Planted(
                        200, "{\"balances\":[{\"account\":\"courier-cash:courier-001\",\"balance\":{\"amount\":9}}]}"));

        assertThat(acknowledged.lookForEnds(api()))
                .singleElement()
                .asString()
                .contains("courier-cash:courier-001 still holds");
    }

    private void standsAsAcknowledged() {
        answers.put("/seller/v1/orders", new Planted(200, "{\"orders\":[{\"orderId\":\"o-1\"}]}"));
        answers.put(ORDER, order("DELIVERED", "SUCCEEDED"));
        answers.put("/sandbox/chogo/shops/9000/orders", new Planted(200, "{\"orders\":[{\"orderSn\":\"CG1\"}]}"));
        answers.put(TRANSFERS, new Planted(200, "{\"transferId\":\"7\"}"));
        answers.put(DELIVERY, new Planted(200, "{\"status\":\"DELIVERED\",\"attempt\":1}"));
        answers.put("/internal/ledger/audit", new Planted(200, "{\"balances\":[]}"));
    }

    private void everythingIsAcknowledged() {
        acknowledge(
                "POST",
                "/checkout/v1/orders",
                Map.of(),
                "{\"orderId\":\"o-1\",\"status\":\"AWAITING_PAYMENT\",\"payment\":{\"qrData\":\"QR\",\"status\":\"REQUIRES_ACTION\"}}");
        acknowledge("POST", "/sandbox/chogo/shops/9000/orders", Map.of(), "{\"orderSn\":\"CG1\"}");
        acknowledge("POST", TRANSFERS, Map.of("qrData", "QR"), "{\"transferId\":\"7\"}");
        acknowledge(
                "POST",
                "/seller/v1/orders/pack",
                Map.of(),
                "{\"results\":[{\"orderId\":\"o-1\",\"parcelCode\":\"GV1\"}]}");
        acknowledge("GET", "/courier/v1/route", Map.of(), "{\"stops\":[{\"stopId\":\"s-1\",\"deliveryId\":\"GV1\"}]}");
        acknowledge(
                "POST",
                "/courier/v1/stops/s-1/deliver",
                Map.of("proof", Map.of("kind", "CODE", "content", "123456")),
                "{\"stopId\":\"s-1\"}");
        acknowledged.ended(new Call(Service.ORDERS, "POST", "/checkout/v1/orders", "sk", "k", Map.of()), null);
    }

    private void acknowledge(String method, String path, Object body, String answer) {
        acknowledged.ended(
                new Call(Service.ORDERS, method, path, "sk_shop_1", "transfer-0", body), new Answer(200, json(answer)));
    }

    private HouseApi api() {
        int port = server == null ? 0 : server.getAddress().getPort();
        return new HouseApi(House.Addresses.all(URI.create("http://127.0.0.1:" + port)), "house_key", Duration.ZERO);
    }

    private static Planted order(String status, String paid) {
        return new Planted(
                200,
                "{\"orderId\":\"o-1\",\"parcelCode\":\"GV1\",\"status\":\"" + status + "\",\"paymentStatus\":\"" + paid
                        + "\"}");
    }

    private static JsonNode json(String text) {
        try {
            return HouseJson.newMapper().readTree(text);
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
