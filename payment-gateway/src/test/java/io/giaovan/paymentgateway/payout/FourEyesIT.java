package io.giaovan.paymentgateway.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.rail.TestBuyer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FourEyesIT {
    private static final String LAN = "key-of-lan-0123456789";
    private static final String MINH = "key-of-minh-0123456789";
    private static TestGateway gateway;

    private final TestBuyer shop = new TestBuyer(gateway);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(Map.of(
                "giaovan.charges.poll-every",
                "PT0.1S",
                "giaovan.payouts.approval-above",
                100_000,
                "giaovan.payouts.operators",
                List.of("lan:" + Secrets.digest(LAN), "minh:" + Secrets.digest(MINH))));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aLargePayoutWaitsForASecondPersonWhoIsNotItsMaker() {
        earns(250_000);
        String id = asked(LAN, 100_001).path("payoutId").asText();
        gateway.awaitQuiet();
        assertThat(shop.balance()).isEqualTo(Money.vnd(250_000));
        assertThat(gateway.get("/internal/payouts/to-approve").body()).contains(id);

        assertThat(act(id, "approve", LAN).statusCode()).isEqualTo(403);
        assertThat(act(id, "approve", "nobody's").statusCode()).isEqualTo(401);
        assertThat(act(id, "approve", MINH).statusCode()).isEqualTo(200);
        assertThat(act(id, "approve", MINH).statusCode()).isEqualTo(200);
        TestGateway.await(() -> shop.balance().equals(Money.vnd(149_999)), () -> "the payout goes");
        gateway.awaitQuiet();

        assertThat(act(id, "decline", LAN).statusCode()).isEqualTo(409);
        assertThat(gateway.get("/internal/payouts/to-approve").body()).doesNotContain(id);
    }

    @Test
    void exactlyAtTheLimitNobodyIsAsked() {
        earns(150_000);

        asked(LAN, 100_000);

        TestGateway.await(() -> shop.balance().equals(Money.vnd(50_000)), () -> "the payout goes");
        gateway.awaitQuiet();
    }

    @Test
    void whatIsDeclinedMovesNothing() {
        earns(250_000);
        PayoutRequest request = new PayoutRequest("s-1", shop.merchant(), Money.vnd(200_000), Money.vnd(0));
        String id = gateway.desk().payOut(request).payoutId();

        assertThat(act(id, "decline", LAN).statusCode()).isEqualTo(200);
        assertThat(act(id, "approve", MINH).statusCode()).isEqualTo(409);
        gateway.awaitQuiet();

        assertThat(gateway.desk().payOut(request).status()).isEqualTo(PayoutStatus.CANCELED);
        assertThat(shop.balance()).isEqualTo(Money.vnd(250_000));
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    @Test
    void settingsThatWouldLockMoneyInOrShareAKeyStopTheStart() {
        String digest = Secrets.digest("k");

        assertThatThrownBy(() -> new PayoutSettings(1L, List.of())).hasMessageContaining("nobody could approve");
        assertThatThrownBy(() -> new PayoutSettings(1L, List.of("a:" + digest, "b:" + digest)))
                .hasMessageContaining("no key belongs to two names");
        assertThatThrownBy(() -> new PayoutSettings(-1L, null)).hasMessageContaining("below 0");
    }

    private void earns(long dong) {
        ChargeView paid = shop.pays(ChargeMethod.MOBILE_MONEY, dong, "+84910000002");
        shop.awaits(paid, ChargeStatus.SUCCEEDED);
    }

    private JsonNode asked(String key, long dong) {
        MerchantId merchant = shop.merchant();
        HttpResponse<String> answer = send(
                "/internal/payouts",
                key,
                gateway.text(Map.of("idempotencyKey", "k", "merchantId", merchant, "amount", Money.vnd(dong))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return gateway.read(answer);
    }

    private static HttpResponse<String> act(String id, String what, String key) {
        return send("/internal/payouts/" + id + "/" + what, key, "{}");
    }

    private static HttpResponse<String> send(String path, String key, String body) {
        return gateway.send(HttpRequest.newBuilder(gateway.address().resolve(path))
                .header("Authorization", "Bearer " + TestGateway.HOUSE_KEY)
                .header("X-Operator-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
