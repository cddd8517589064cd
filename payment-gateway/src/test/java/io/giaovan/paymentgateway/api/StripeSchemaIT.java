package io.giaovan.paymentgateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.paymentgateway.TestGateway;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of object that is answered fits the published schema. */
class StripeSchemaIT {
    private static final String KEY = "sk_test_0123456789abcdef_schema";
    private static TestGateway gateway;

    private final StripeShapes shapes = StripeShapes.shared();

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(Map.of("giaovan.outgoing.allow-private-targets", true));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void everyAnswerFits() {
        assumeTrue(shapes.present(), "SKIPPED: the file of schemas is absent");
        assertThat(gateway.post("/internal/gateway-keys", Map.of("merchantId", "schema", "key", KEY))
                        .statusCode())
                .isEqualTo(200);

        post("/v1/webhook_endpoints", "url=http://127.0.0.1:9/x&enabled_events[]=payout.paid&metadata[a]=b");
        String intent = post(
                        "/v1/payment_intents",
                        "amount=250000&currency=vnd&payment_method_types[]=vietqr&metadata[order]=DH-1")
                .path("id")
                .asText();
        JsonNode asked = post("/v1/payment_intents/" + intent + "/confirm", "expand[]=payment_method");
        assertThat(gateway.post(
                                "/sandbox/bank/transfers",
                                Map.of(
                                        "qrData",
                                        asked.at("/next_action/vietqr_display_qr_code/data")
                                                .asText()))
                        .statusCode())
                .isEqualTo(201);
        gateway.awaitQuiet();
        get("/v1/payment_intents/" + intent + "?expand[]=latest_charge");
        String refund = post("/v1/refunds", "payment_intent=" + intent + "&amount=1000")
                .path("id")
                .asText();
        gateway.awaitQuiet();
        get("/v1/refunds/" + refund);
        post(
                "/v1/payment_intents",
                "amount=90000&currency=vnd&confirm=true&payment_method_types[]=carrier_billing"
                        + "&payment_method_data[type]=carrier_billing&capture_method=manual"
                        + "&payment_method_data[carrier_billing][phone]=0901234577");
        JsonNode denied = post(
                "/v1/payment_intents",
                "amount=90000&currency=vnd&confirm=true&payment_method_types[]=carrier_billing"
                        + "&payment_method_data[type]=carrier_billing"
                        + "&payment_method_data[carrier_billing][phone]=0900000001");
        shapes.check(denied.at("/error/payment_intent"));
        gateway.desk().payOut(new PayoutRequest("po", new MerchantId("schema"), Money.vnd(200_000), Money.vnd(1_000)));
        TestGateway.await(() -> get("/v1/payouts").at("/data/0/status").asText().equals("paid"), () -> "a payout");
        gateway.awaitQuiet();
        for (String list : new String[] {
            "payment_intents", "refunds", "payouts", "balance_transactions", "events", "webhook_endpoints", "balance"
        }) {
            get("/v1/" + list);
        }

        assertThat(shapes.seen())
                .contains(
                        "payment_intent",
                        "charge",
                        "payment_method",
                        "refund",
                        "event",
                        "webhook_endpoint",
                        "balance",
                        "balance_transaction",
                        "payout");
    }

    @Test
    void aBrokenObjectDoesNotFit() {
        assumeTrue(shapes.present(), "SKIPPED: the file of schemas is absent");

        assertThat(shapes.schema("Refund").validate("{\"object\":\"refund\",\"amount\":\"1\"}", InputFormat.JSON))
                .hasSizeGreaterThan(3);
    }

    private JsonNode post(String path, String form) {
        String encoded = URLEncoder.encode(form, StandardCharsets.UTF_8)
                .replace("%3D", "=")
                .replace("%26", "&");
        return checked(gateway.send(HttpRequest.newBuilder(gateway.address().resolve(path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded))));
    }

    private JsonNode get(String path) {
        return checked(gateway.send(HttpRequest.newBuilder(
                        gateway.address().resolve(path.replace("[", "%5B").replace("]", "%5D")))
                .header("Authorization", "Bearer " + KEY)));
    }

    private JsonNode checked(HttpResponse<String> response) {
        shapes.check(response.body());
        return gateway.read(response);
    }
}
