package io.giaovan.paymentgateway.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.Webhook;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import com.stripe.service.V1Services;
import com.sun.net.httpserver.HttpServer;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Endpoints that change, secrets that change, and events that are sent again. */
class WebhooksIT {
    private static TestGateway gateway;

    private final TestShop shop = TestShop.open(gateway);
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private record Delivery(String path, String signature, String body) {}

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(Map.of("giaovan.outgoing.allow-private-targets", true));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    WebhooksIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            deliveries.add(new Delivery(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopShop() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private WebhookEndpoint endpoint(String path, String apiVersion) throws StripeException {
        return shop.stripe()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl(url(path))
                        .putExtraParam("api_version", apiVersion)
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CHARGE__SUCCEEDED)
                        .build());
    }

    @Test
    void aPlatformHearsOfTheMerchantsItConnectedWhereItAskedTo() throws Exception {
        String stall = shop.stripe()
                .accounts()
                .create(AccountCreateParams.builder()
                        .setType(AccountCreateParams.Type.CUSTOM)
                        .build())
                .getId();
        WebhookEndpoint connected = shop.stripe()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl(url("/connected"))
                        .setConnect(true)
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CHARGE__SUCCEEDED)
                        .build());
        endpoint("/own", com.stripe.Stripe.API_VERSION);
        V1Services theirs =
                shop.clientBuilder(shop.key()).setStripeAccount(stall).build().v1();
        theirs.paymentIntents().create(TestShop.phone(3_000, "+84900000002").build());
        gateway.awaitQuiet();

        assertThat(deliveries).hasSize(1);
        Delivery heard = deliveries.getFirst();
        assertThat(heard.path()).isEqualTo("/connected");
        Event event = Webhook.constructEvent(heard.body(), heard.signature(), connected.getSecret());
        assertThat(event.getAccount()).isEqualTo(stall);
        assertThat(event.getPendingWebhooks()).isEqualTo(1);
        assertThat(theirs.events().retrieve(event.getId()).getPendingWebhooks()).isZero();

        shop.paid(2_000);
        gateway.awaitQuiet();
        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.getLast().path()).isEqualTo("/own");
        assertThat(deliveries.getLast().body()).doesNotContain("\"account\"");
    }

    @Test
    void anEventSaysHowManyEndpointsItHasNotReached() throws StripeException {
        endpoint("/", com.stripe.Stripe.API_VERSION);
        shop.stripe()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl("http://127.0.0.1:9/nobody")
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CHARGE__SUCCEEDED)
                        .build());
        shop.paid(4_000);
        gateway.awaitQuiet();

        Event event = shop.stripe().events().list().getData().stream()
                .filter(one -> one.getType().equals("charge.succeeded"))
                .findFirst()
                .orElseThrow();
        assertThat(event.getPendingWebhooks()).isEqualTo(1);
        assertThat(deliveries.getFirst().body()).contains("\"pending_webhooks\":2");
    }

    @Test
    void anEndpointIsSwitchedOffChangedAndSwitchedOnAgain() throws StripeException {
        WebhookEndpoint made = endpoint("/one", com.stripe.Stripe.API_VERSION);
        WebhookEndpoint off = shop.stripe()
                .webhookEndpoints()
                .update(
                        made.getId(),
                        WebhookEndpointUpdateParams.builder().setDisabled(true).build());
        shop.paid(1_000);
        gateway.awaitQuiet();

        assertThat(off.getStatus()).isEqualTo("disabled");
        assertThat(deliveries).isEmpty();

        WebhookEndpoint on = shop.stripe()
                .webhookEndpoints()
                .update(
                        made.getId(),
                        WebhookEndpointUpdateParams.builder()
                                .setDisabled(false)
                                .setUrl(url("/two"))
                                .setDescription("moved")
                                .addEnabledEvent(WebhookEndpointUpdateParams.EnabledEvent.PAYMENT_INTENT__CREATED)
                                .build());
        shop.paid(2_000);
        gateway.awaitQuiet();

        assertThat(on.getStatus()).isEqualTo("enabled");
        assertThat(on.getDescription()).isEqualTo("moved");
        assertThat(deliveries).hasSize(1).allMatch(one -> one.path().equals("/two"));
        assertThat(deliveries.getFirst().body()).contains("payment_intent.created");
        assertThatThrownBy(() -> shop.stripe()
                        .webhookEndpoints()
                        .update(
                                made.getId(),
                                WebhookEndpointUpdateParams.builder()
                                        .setUrl("ftp://x")
                                        .build()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void bothSecretsAreGoodForAWhileAfterAChange() throws Exception {
        WebhookEndpoint made = endpoint("/", com.stripe.Stripe.API_VERSION);
        JsonNode rotated = gateway.read(
                shop.post("/v1/webhook_endpoints/" + made.getId() + "/rotate_secret", "expires_in=3600", shop.key()));
        String fresh = rotated.path("secret").asText();
        shop.paid(1_000);
        gateway.awaitQuiet();

        assertThat(fresh).startsWith("whsec_").isNotEqualTo(made.getSecret());
        Delivery both = deliveries.getFirst();
        assertThat(both.signature().split("v1=", -1)).hasSize(3);
        for (String secret : List.of(fresh, made.getSecret())) {
            Event event = Webhook.constructEvent(both.body(), both.signature(), secret);
            assertThat(event.getDataObjectDeserializer().getObject().orElseThrow())
                    .isInstanceOf(Charge.class);
        }

        gateway.pass(Duration.ofHours(1));
        shop.paid(2_000);
        gateway.awaitQuiet();
        Delivery one = deliveries.getLast();
        assertThat(Webhook.constructEvent(one.body(), one.signature(), fresh).getType())
                .isEqualTo("charge.succeeded");
        assertThatThrownBy(() -> Webhook.constructEvent(one.body(), one.signature(), made.getSecret()))
                .isInstanceOf(SignatureVerificationException.class);
        assertThat(gateway.mongo()
                        .database()
                        .getCollection("idempotency_keys")
                        .find()
                        .into(new java.util.ArrayList<>())
                        .toString())
                .doesNotContain("whsec_");
    }

    @Test
    void anEventIsSentAgainWhenSomebodyAsks() throws Exception {
        WebhookEndpoint made = endpoint("/", com.stripe.Stripe.API_VERSION);
        shop.paid(1_000);
        gateway.awaitQuiet();
        String event = gateway.read(shop.get("/v1/events?type=charge.succeeded", shop.key()))
                .at("/data/0/id")
                .asText();

        var again = shop.post(
                "/v1/events/" + event + "/retry",
                "webhook_endpoint=" + made.getId(),
                shop.key(),
                "Idempotency-Key",
                "r1");
        shop.post(
                "/v1/events/" + event + "/retry",
                "webhook_endpoint=" + made.getId(),
                shop.key(),
                "Idempotency-Key",
                "r1");
        gateway.awaitQuiet();

        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.get(1).body()).isEqualTo(deliveries.get(0).body());
        assertThat(Webhook.constructEvent(
                                deliveries.get(1).body(), deliveries.get(1).signature(), made.getSecret())
                        .getId())
                .isEqualTo(event);
        assertThat(shop.post("/v1/events/evt_none/retry", "", shop.key()).statusCode())
                .isEqualTo(404);
        assertThat(shop.post(
                                "/v1/events/" + event + "/retry",
                                "",
                                TestShop.open(gateway).key())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void eachEndpointIsToldInItsOwnVersion() throws StripeException {
        shop.stripe()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl(url("/old"))
                        .putExtraParam("api_version", "2020-08-27")
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.PAYMENT_INTENT__SUCCEEDED)
                        .build());
        shop.stripe()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl(url("/new"))
                        .putExtraParam("api_version", "2023-10-16")
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.PAYMENT_INTENT__SUCCEEDED)
                        .build());
        shop.paid(7_000);
        gateway.awaitQuiet();

        assertThat(body("/old")).contains("\"charges\":{").contains("\"api_version\":\"2020-08-27\"");
        assertThat(body("/new")).contains("\"latest_charge\":\"ch_").doesNotContain("\"charges\":{");
    }

    private String body(String path) {
        return deliveries.stream()
                .filter(one -> one.path().equals(path))
                .map(Delivery::body)
                .findFirst()
                .orElseThrow();
    }
}
