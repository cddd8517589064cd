package io.giaovan.paymentgateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.Till;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Calls that did their work in a process that died before it remembered the answer. */
class BegunCallsIT {
    private static final String KEY = "sk_test_begun0123456789abcdef";

    @Test
    void aCallThatWasDoneIsAnsweredWhenItIsSentAgainAndMovesNothing() {
        try (TestGateway gateway = TestGateway.start()) {
            gateway.post("/internal/gateway-keys", Map.of("merchantId", "begun", "key", KEY));
            JsonNode open = gateway.read(
                    send(
                            gateway,
                            "/v1/payment_intents",
                            "open",
                            "amount=5000&currency=vnd&payment_method_types[0]=carrier_billing&payment_method=pm_carrier_billing"));
            String confirm = "/v1/payment_intents/" + open.path("id").asText() + "/confirm";
            assertThat(gateway.read(send(gateway, confirm, "confirm", ""))
                            .path("status")
                            .asText())
                    .isEqualTo("succeeded");

            forgetAnswers(gateway);
            HttpResponse<String> again = send(gateway, confirm, "confirm", "");

            assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
            assertThat(gateway.read(again).path("amount_received").asLong()).isEqualTo(5_000);
            assertThat(send(gateway, confirm, "confirm", "").body()).isEqualTo(again.body());
            assertThat(send(gateway, confirm, "another", "").statusCode()).isEqualTo(400);
            assertThat(gateway.ledger().audit().capturesPerChargeMax()).isEqualTo(1);
        }
    }

    @Test
    void aBuyerWhosePaymentWasFoundAgainCanStillTypeThePassword() {
        String phone = "+84900000005";
        try (TestGateway gateway = TestGateway.start()) {
            Till till = new Till(gateway, "found");
            ChargeView lost = till.open(ChargeMethod.CARRIER_BILLING, CaptureMode.AUTOMATIC, 5_000, phone);
            TestGateway.await(
                    () -> gateway.desk()
                                    .find(till.merchant(), lost.id())
                                    .orElseThrow()
                                    .status()
                            == ChargeStatus.REQUIRES_ACTION,
                    () -> "the payment is found again");

            gateway.desk().enterOneTimePassword(till.merchant(), lost.id(), gateway.passwordOn(phone));

            assertThat(till.owed()).isEqualTo(5_000);
        }
    }

    /** As a process leaves them that dies between its work and its answer. */
    private static void forgetAnswers(TestGateway gateway) {
        gateway.mongo()
                .database()
                .getCollection("idempotency_keys")
                .updateMany(
                        new Document(),
                        new Document(
                                "$set",
                                new Document("status", null)
                                        .append("body", null)
                                        .append("process", "dead")
                                        .append("claimedAt", new Date(0))));
    }

    private static HttpResponse<String> send(TestGateway gateway, String path, String key, String form) {
        return gateway.send(HttpRequest.newBuilder(gateway.address().resolve(path))
                .header("Authorization", "Bearer " + KEY)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
