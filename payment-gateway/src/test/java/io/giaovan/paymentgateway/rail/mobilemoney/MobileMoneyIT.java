package io.giaovan.paymentgateway.rail.mobilemoney;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.paymentgateway.GsmaTraffic;
import io.giaovan.paymentgateway.OpenApi;
import io.giaovan.paymentgateway.RecordingProxy;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.TestBuyer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MobileMoneyIT {
    private static final String SANDBOX = "/sandbox/mobilemoney";
    private static final String PHONE = "+84912345678";
    private static final String APPROVES = "+84910000002";
    private static RecordingProxy proxy;
    private static TestGateway gateway;

    private final TestBuyer buyer = new TestBuyer(gateway);

    @BeforeAll
    static void start() {
        proxy = RecordingProxy.start();
        gateway = TestGateway.start(Map.of(
                "giaovan.rails.mobilemoney.base-url",
                proxy.address() + SANDBOX + "/v1.2/mm",
                "giaovan.charges.poll-every",
                "PT0.1S"));
        proxy.leadTo(gateway.address());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        proxy.close();
    }

    @AfterEach
    void theBooksAgree() {
        script(Map.of());
        gateway.awaitQuiet();
        assertThat(gateway.ledger().audit().findings()).isEmpty();
        long wallet =
                gateway.read(gateway.get(SANDBOX + "/books")).path("wallet").asLong();
        assertThat(buyer.clearing("mobile_money")).isEqualTo(Money.vnd(wallet));
    }

    @Test
    void anApprovedPushPaysTheSeller() {
        ChargeView open = buyer.pays(ChargeMethod.MOBILE_MONEY, 150_000, PHONE);

        assertThat(Objects.requireNonNull(open.nextAction()).type()).isEqualTo("mobile_money_await_approval");
        assertThat(answer("approve", PHONE)).isEqualTo(200);
        buyer.awaits(open, ChargeStatus.SUCCEEDED);

        assertThat(buyer.balance()).isEqualTo(Money.vnd(150_000));
    }

    @Test
    void refusalsAreToldInTheirOwnCodes() {
        ChargeView declined = buyer.pays(ChargeMethod.MOBILE_MONEY, 10_000, PHONE);
        answer("decline", PHONE);
        buyer.awaits(declined, ChargeStatus.FAILED);

        assertThat(buyer.now(declined).failureCode()).isEqualTo("request_declined");
        assertThat(failureOf(10_000, "+84910000006")).isEqualTo("monthly_value_limit_exceeded");
        assertThat(failureOf(10_000, "+84910000001")).isEqualTo("insufficient_funds");
        assertThat(failureOf(10_000, "+84910000008")).isEqualTo("identifier_error");
        assertThat(failureOf(20_000_001, PHONE)).isEqualTo("greater_than_transaction_max_value");
        assertThat(buyer.balance()).isEqualTo(Money.vnd(0));
    }

    @Test
    void aLostReplyIsFollowedAndALostCallbackIsPolled() {
        ChargeView lost = buyer.pays(ChargeMethod.MOBILE_MONEY, 20_000, "+84910000004");
        ChargeView silent = buyer.pays(ChargeMethod.MOBILE_MONEY, 30_000, "+84910000005");

        buyer.awaits(lost, ChargeStatus.SUCCEEDED);
        buyer.awaits(silent, ChargeStatus.SUCCEEDED);

        assertThat(buyer.balance()).isEqualTo(Money.vnd(50_000));
    }

    @Test
    void aProviderThatFailsAndLosesRepliesChargesOnce() {
        script(Map.of("errors", 2, "dropReplies", 4, "duplicates", true, "shuffleMillis", 50, "seed", 3));

        ChargeView open = buyer.pays(ChargeMethod.MOBILE_MONEY, 40_000, APPROVES);

        buyer.awaits(open, ChargeStatus.SUCCEEDED);
        assertThat(buyer.balance()).isEqualTo(Money.vnd(40_000));
    }

    @Test
    void aPushThatNobodyAnswersIsGivenUpWhenTheProviderGaveItUp() {
        ChargeView open = buyer.pays(ChargeMethod.MOBILE_MONEY, 50_000, "+84912000001");

        gateway.pass(Duration.ofMinutes(6));
        buyer.awaits(open, ChargeStatus.FAILED);

        assertThat(answer("approve", "+84912000001")).isEqualTo(404);
        assertThat(buyer.balance()).isEqualTo(Money.vnd(0));
    }

    @Test
    void refundsGoBackInPartsAndNeverBeyondWhatWasTaken() {
        ChargeView paid = buyer.pays(ChargeMethod.MOBILE_MONEY, 60_000, APPROVES);
        buyer.awaits(paid, ChargeStatus.SUCCEEDED);

        script(Map.of("dropReplies", 1));
        buyer.refunds(paid, "a", 20_000);
        buyer.refunds(paid, "b", 40_000);
        gateway.awaitQuiet();

        assertThat(buyer.now(paid).refunded()).isEqualTo(Money.vnd(60_000));
        assertThat(buyer.balance()).isEqualTo(Money.vnd(0));
    }

    @Test
    void aRefundThatTheProviderRefusesComesBackToTheSeller() {
        ChargeView paid = buyer.pays(ChargeMethod.MOBILE_MONEY, 60_000, "+84910000007");
        answer("approve", "+84910000007");
        buyer.awaits(paid, ChargeStatus.SUCCEEDED);

        buyer.refunds(paid, "a", 20_000);
        gateway.awaitQuiet();

        assertThat(buyer.now(paid).refunded()).isEqualTo(Money.vnd(0));
        assertThat(buyer.balance()).isEqualTo(Money.vnd(60_000));
    }

    @Test
    void aPaymentTheProviderTakesBackLaterWaitsInSuspense() {
        ChargeView paid = buyer.pays(ChargeMethod.MOBILE_MONEY, 70_000, PHONE);
        answer("approve", PHONE);
        buyer.awaits(paid, ChargeStatus.SUCCEEDED);
        Money before = buyer.suspense();

        script(Map.of("duplicates", true));
        assertThat(answer("take-back", PHONE)).isEqualTo(200);
        gateway.awaitQuiet();

        assertThat(buyer.now(paid).status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(before.minus(buyer.suspense())).isEqualTo(Money.vnd(70_000));
    }

    @Test
    void aForgedNoticeChangesNothing() {
        ChargeView open = buyer.pays(ChargeMethod.MOBILE_MONEY, 80_000, "+84912000002");
        String body = "{\"transactionStatus\":\"completed\",\"amount\":\"80000\"}";

        assertThat(notice(open, "guess", body)).isEqualTo(401);
        String key = gateway.bean(RailAddresses.class).secret(null, MobileMoneySettings.CALLBACK_KEY);
        assertThat(notice(open, key, body)).isEqualTo(204);
        gateway.awaitQuiet();

        assertThat(buyer.now(open).status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        answer("decline", "+84912000002");
    }

    @Test
    void everythingThatTravelledFitsTheDescription() {
        OpenApi gsma = OpenApi.read(
                "gsma-mobile-money-1.2.0-merchant-payments.yaml", "everythingThatTravelledFitsTheDescription");
        ChargeView paid = buyer.pays(ChargeMethod.MOBILE_MONEY, 90_000, "+84910000004");
        buyer.awaits(paid, ChargeStatus.SUCCEEDED);
        buyer.refunds(paid, "fits", 1_000);
        buyer.pays(ChargeMethod.MOBILE_MONEY, 10_000, "+84910000001");
        buyer.pays(ChargeMethod.MOBILE_MONEY, 10_000, "+84910000006");
        gateway.awaitQuiet();

        Set<String> seen = GsmaTraffic.fits(gsma, proxy.exchanges());
        assertThat(seen)
                .contains(
                        "requestReversal",
                        "requestTransactionType",
                        "requestStateObject",
                        "responseTransaction",
                        "responseResponse",
                        "errorObject");
        assertThat(gsma.faults("requestStateObject", "{\"status\":\"maybe\"}")).isNotEmpty();
    }

    private @Nullable String failureOf(long dong, String phone) {
        ChargeView charge = buyer.pays(ChargeMethod.MOBILE_MONEY, dong, phone);
        buyer.awaits(charge, ChargeStatus.FAILED);
        return buyer.now(charge).failureCode();
    }

    private int notice(ChargeView charge, String key, String body) {
        return gateway.send(HttpRequest.newBuilder(
                                gateway.address().resolve(MobileMoneySettings.CALLBACK_PATH + "/" + charge.id()))
                        .header("Content-Type", "application/json")
                        .header("X-API-Key", key)
                        .PUT(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static int answer(String what, String phone) {
        return gateway.post(SANDBOX + "/phones/" + phone + "/" + what, Map.of()).statusCode();
    }

    private static void script(Map<String, Object> faults) {
        assertThat(gateway.post(SANDBOX + "/faults", faults).statusCode()).isEqualTo(200);
    }
}
