package io.giaovan.paymentgateway.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.SetupIntent;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What keys open, how long and how fast. */
class KeysIT {
    private static TestGateway gateway;

    private final TestShop shop = TestShop.open(gateway);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(Map.of("giaovan.api.requests-per-second", 1, "giaovan.api.requests-at-once", 40));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private String key(String kind) {
        return kind + "_test_0123456789abcdef_" + shop.merchant();
    }

    @Test
    void aRestrictedKeyOpensItsResourcesOnly() throws StripeException {
        String key = key("rk");
        shop.grant(Map.of(
                "merchantId",
                shop.merchant(),
                "key",
                key,
                "resources",
                Map.of("payment_intents", "WRITE", "charges", "READ")));
        StripeClient restricted = shop.client(key);

        PaymentIntent made =
                restricted.v1().paymentIntents().create(TestShop.vietQr(1_000).build());
        assertThat(restricted.v1().paymentIntents().retrieve(made.getId()).getAmount())
                .isEqualTo(1_000);
        assertThat(restricted.v1().charges().list().getData()).isEmpty();
        assertThatThrownBy(() -> restricted.v1().customers().list()).isInstanceOf(PermissionException.class);
        assertThatThrownBy(() -> restricted.v1().balance().retrieve()).isInstanceOf(PermissionException.class);
        assertThat(gateway.post(
                                "/internal/gateway-keys",
                                Map.of(
                                        "merchantId",
                                        shop.merchant(),
                                        "key",
                                        key + "2",
                                        "resources",
                                        Map.of("moon", "READ")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aBuyersPageConfirmsTheIntentWhoseSecretItKnowsAndSeesLittle() throws StripeException {
        String key = key("pk");
        shop.grant(Map.of("merchantId", shop.merchant(), "key", key));
        PaymentIntent made = shop.create(
                TestShop.vietQr(30_000).putMetadata("margin", "secret").setReceiptEmail("a@example.vn"));
        PaymentIntent other = shop.create(TestShop.vietQr(30_000));
        String path = "/v1/payment_intents/" + made.getId();

        HttpResponse<String> seen = shop.get(path + "?client_secret=" + made.getClientSecret(), key);
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(gateway.read(seen).path("amount").asLong()).isEqualTo(30_000);
        assertThat(seen.body()).doesNotContain("margin").doesNotContain("a@example.vn");
        HttpResponse<String> confirmed = shop.post(path + "/confirm", "client_secret=" + made.getClientSecret(), key);
        JsonNode asked = gateway.read(confirmed);
        assertThat(asked.path("status").asText()).isEqualTo("requires_action");
        assertThat(asked.path("metadata")).isEmpty();

        assertThat(shop.get(path, key).statusCode()).isEqualTo(400);
        assertThat(shop.get(path + "?client_secret=" + other.getClientSecret(), key)
                        .statusCode())
                .isEqualTo(400);
        assertThat(shop.post(path + "/confirm", "client_secret=x", key).statusCode())
                .isEqualTo(400);
        assertThat(shop.get("/v1/payment_intents", key).statusCode()).isEqualTo(403);
        assertThat(shop.post(path + "/cancel", "client_secret=" + made.getClientSecret(), key)
                        .statusCode())
                .isEqualTo(403);
        SetupIntent setup = shop.stripe().setupIntents().create();
        JsonNode seti = gateway.read(
                shop.get("/v1/setup_intents/" + setup.getId() + "?client_secret=" + setup.getClientSecret(), key));
        assertThat(seti.path("status").asText()).isEqualTo("requires_payment_method");
        HttpResponse<String> method =
                shop.post("/v1/payment_methods", "type=carrier_billing&carrier_billing[phone]=0900000002", key);
        assertThat(gateway.read(method).path("id").asText()).startsWith("pm_");
    }

    @Test
    void aKeyIsReplacedWithAnOverlapAndThenEnds() throws StripeException {
        String fresh = key("sk") + "_fresh";
        HttpResponse<String> rotated = gateway.post(
                "/internal/gateway-keys/rotations",
                Map.of("merchantId", shop.merchant(), "oldKey", shop.key(), "newKey", fresh, "overlap", "PT1H"));
        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(200);

        assertThat(shop.stripe().paymentIntents().list().getData()).isEmpty();
        assertThat(shop.client(fresh).v1().paymentIntents().list().getData()).isEmpty();
        gateway.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> shop.stripe().paymentIntents().list())
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("Expired");
        assertThat(shop.client(fresh).v1().paymentIntents().list().getData()).isEmpty();
        assertThat(gateway.post(
                                "/internal/gateway-keys/rotations",
                                Map.of("merchantId", "someone-else", "oldKey", fresh, "newKey", fresh + "2"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aKeyThatIsUsedTooFastIsToldToTryAgain() throws StripeException {
        HttpResponse<String> last = shop.get("/v1/balance", shop.key());
        for (int i = 0; i < 60 && last.statusCode() == 200; i++) {
            last = shop.get("/v1/balance", shop.key());
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Stripe-Should-Retry")).contains("true");
        assertThat(gateway.read(last).at("/error/code").asText()).isEqualTo("rate_limit");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 5; i++) {
                        shop.stripe().balance().retrieve();
                    }
                })
                .isInstanceOf(RateLimitException.class);
        assertThat(TestShop.open(gateway).stripe().balance().retrieve().getAvailable())
                .hasSize(1);
    }

    @Test
    void anOldVersionSeesTheListOfChargesAndANewOneTheLatest() throws StripeException {
        PaymentIntent paid = shop.paid(12_000);
        String path = "/v1/payment_intents/" + paid.getId();

        JsonNode older = gateway.read(shop.get(path, shop.key(), "Stripe-Version", "2022-08-01"));
        JsonNode newer = gateway.read(shop.get(path, shop.key(), "Stripe-Version", "2022-11-15"));
        JsonNode list = gateway.read(shop.get("/v1/payment_intents", shop.key(), "Stripe-Version", "2020-08-27"));

        assertThat(older.has("latest_charge")).isFalse();
        assertThat(older.at("/charges/data/0/id").asText()).isEqualTo(paid.getLatestCharge());
        assertThat(newer.has("charges")).isFalse();
        assertThat(newer.path("latest_charge").asText()).isEqualTo(paid.getLatestCharge());
        assertThat(list.at("/data/0/charges/data/0/amount").asLong()).isEqualTo(12_000);
    }
}
