package io.giaovan.paymentgateway.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever may change something is written down: who, what, when, about what, with what outcome. */
class AuditIT {
    private static final String LAN = "key-of-lan-0123456789";
    private static final String PHONE = "+84900000002";

    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = TestGateway.start(Map.of(
                "giaovan.outgoing.allow-private-targets",
                true,
                "giaovan.payouts.approval-above",
                50_000,
                "giaovan.payouts.operators",
                List.of("lan:" + Secrets.digest(LAN))));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void callsThatMoveMoneyOrChangeWhoMayAreWrittenDownWithoutSecrets() throws StripeException {
        TestShop shop = TestShop.open(gateway);
        String who = "key:" + Secrets.digest(shop.key()).substring(0, 12) + " of " + shop.merchant();
        PaymentIntent paid = shop.create(TestShop.phone(90_000, PHONE));
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("p-1").build();
        PayoutCreateParams wanted = PayoutCreateParams.builder()
                .setAmount(60_000L)
                .setCurrency("vnd")
                .build();
        String payout = shop.stripe().payouts().create(wanted, key).getId();
        shop.stripe().payouts().create(wanted, key);
        assertThat(gateway.send(HttpRequest.newBuilder(
                                        gateway.address().resolve("/internal/payouts/" + payout + "/approve"))
                                .header("Authorization", "Bearer " + TestGateway.HOUSE_KEY)
                                .header("X-Operator-Key", LAN)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(shop.post("/v1/payouts/po_nobodys/cancel", "", shop.key()).statusCode())
                .isEqualTo(404);
        var endpoint = shop.stripe()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl("http://127.0.0.1:9/secret-path")
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.PAYOUT__PAID)
                        .build());
        assertThat(shop.post("/v1/payouts", "amount=1&currency=vnd", "sk_test_nobodys0123456789")
                        .statusCode())
                .isEqualTo(401);
        gateway.awaitQuiet();

        String all = gateway.get("/internal/audit").body();
        assertThat(lines())
                .containsSubsequence(
                        "house|POST /internal/gateway-keys|" + shop.merchant() + "|200",
                        who + "|POST /v1/payment_intents|" + paid.getId() + "|200",
                        who + "|POST /v1/payouts|" + payout + "|200",
                        who + "|POST /v1/payouts|" + payout + "|200 replayed",
                        "operator:lan|POST /internal/payouts/{id}/approve|" + payout + "|200",
                        who + "|POST /v1/payouts/{id}/cancel|po_nobodys|404",
                        who + "|POST /v1/webhook_endpoints|" + endpoint.getId() + "|200")
                .noneMatch(line -> line.endsWith("401"));
        assertThat(all).doesNotContain(shop.key(), LAN, "900000002", "secret-path", "whsec_");
    }

    @Test
    void theLogIsReadInPagesAndAChangedOrMissingEntryIsFound() {
        for (int number = 0; number < 7; number++) {
            gateway.post(
                    "/internal/gateway-keys",
                    Map.of("merchantId", "m-" + number, "key", "sk_test_0123456789abcdef_" + number));
        }

        JsonNode first = gateway.read(gateway.get("/internal/audit?limit=4"));
        JsonNode second = gateway.read(gateway.get(
                "/internal/audit?limit=4&before=" + first.path("next").asLong()));
        assertThat(first.path("entries").findValuesAsText("object")).containsExactly("m-6", "m-5", "m-4", "m-3");
        assertThat(second.path("entries").findValuesAsText("object")).containsExactly("m-2", "m-1", "m-0");
        assertThat(second.path("next").isNull() || second.path("next").isMissingNode())
                .isTrue();
        assertThat(gateway.get("/internal/audit?limit=101").statusCode()).isEqualTo(422);
        assertThat(verdict().path("intact").asBoolean()).isTrue();
        assertThat(verdict().path("entries").asLong()).isEqualTo(7);

        var entries = gateway.mongo().database().getCollection("gateway_audit");
        entries.updateOne(new Document("_id", 3L), new Document("$set", new Document("who", "nobody")));
        entries.deleteOne(new Document("_id", 5L));

        assertThat(verdict().path("intact").asBoolean()).isFalse();
        assertThat(verdict().path("findings").toString())
                .contains("entry 3 was changed", "entry 4 does not follow 3", "entry 6 does not follow 4");
    }

    @Test
    void manyAtOnceMakeOneChainAndOldEntriesAreForgotten() throws Exception {
        AuditLog log = gateway.bean(AuditLog.class);
        List<Callable<Boolean>> adds = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    log.add(gateway.now(), "house", "POST /x", "o-" + number, "200");
                    return true;
                })
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(adds)) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(log.verify()).isEqualTo(new AuditLog.Verdict(200, true, List.of()));

        gateway.pass(Duration.ofDays(1_826));
        log.add(gateway.now(), "house", "POST /x", "new", "200");
        gateway.bean(AuditPruner.class).prune();

        assertThat(log.list(Long.MAX_VALUE, 10)).extracting(AuditEntry::object).containsExactly("new");
        log.add(gateway.now(), "house", "POST /x", "newer", "200");
        assertThat(log.verify()).isEqualTo(new AuditLog.Verdict(2, true, List.of()));
    }

    @Test
    void aCallFromWithinTheProcessIsWrittenDownAsOneOverHttpAndOnlyOnce() {
        PaymentDesk desk = gateway.desk();
        MerchantId merchant = new MerchantId("lotus");
        PayoutRequest wanted = new PayoutRequest("day-1", merchant, Money.vnd(60_000), Money.vnd(0));
        String payout = desk.payOut(wanted).payoutId();
        ChargeId nobodys = new ChargeId("pi_nobodys");
        assertThat(desk.find(merchant, nobodys)).isEmpty();
        assertThatThrownBy(() -> desk.cancel(merchant, nobodys, "no_longer_wanted"))
                .isInstanceOf(ProblemException.class);
        assertThat(gateway.post("/internal/payment-desk/pay-out", Map.of("request", wanted))
                        .statusCode())
                .isEqualTo(200);

        String line = "house|POST /internal/payment-desk/pay-out|" + payout + "|200";
        assertThat(lines()).containsExactly(line, "house|POST /internal/payment-desk/cancel||404", line);
    }

    @Test
    void everyEndpointThatIsNoGetIsCoveredButThoseThatOnlyLook() {
        List<String> covered = new ArrayList<>();
        List<String> left = new ArrayList<>();
        gateway.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.GET
                        && route.getHttpMethod() != HttpMethod.HEAD
                        && route instanceof MethodBasedRouteInfo<?, ?> method
                        && AuditFilter.isOurs(
                                method.getTargetMethod().getDeclaringType().getName()))
                .forEach(route -> (AuditFilter.covers(route) ? covered : left)
                        .add(route.getHttpMethod() + " "
                                + route.getUriMatchTemplate().toPathString()));

        assertThat(left).containsOnly("POST /internal/payment-desk/find");
        assertThat(covered)
                .hasSizeGreaterThan(50)
                .contains(
                        "POST /v1/payouts",
                        "POST /v1/refunds",
                        "POST /v1/transfers/{id}/reversals",
                        "POST /internal/payment-desk/pay-out",
                        "DELETE /v1/webhook_endpoints/{id}",
                        "PUT /internal/payout-destinations/{merchantId}");
    }

    private JsonNode verdict() {
        return gateway.read(gateway.get("/internal/audit/verification"));
    }

    /** Oldest first. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        JsonNode entries =
                gateway.read(gateway.get("/internal/audit?limit=100")).path("entries");
        for (int place = entries.size() - 1; place >= 0; place--) {
            JsonNode entry = entries.get(place);
            lines.add(String.join(
                    "|",
                    entry.path("who").asText(),
                    entry.path("what").asText(),
                    entry.path("object").asText(),
                    entry.path("outcome").asText()));
        }
        return lines;
    }
}
