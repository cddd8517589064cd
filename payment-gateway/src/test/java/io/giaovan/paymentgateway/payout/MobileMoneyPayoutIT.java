package io.giaovan.paymentgateway.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.paymentgateway.GsmaTraffic;
import io.giaovan.paymentgateway.OpenApi;
import io.giaovan.paymentgateway.RecordingProxy;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.rail.TestBuyer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MobileMoneyPayoutIT {
    private static final String FAULTS = "/sandbox/mobilemoney/faults";
    private static RecordingProxy proxy;
    private static TestGateway gateway;

    private final TestBuyer shop = new TestBuyer(gateway);

    @BeforeAll
    static void start() {
        proxy = RecordingProxy.start();
        gateway = TestGateway.start(Map.of(
                "giaovan.charges.poll-every",
                "PT0.1S",
                "giaovan.rails.mobilemoney.base-url",
                proxy.address() + "/sandbox/mobilemoney/v1.2/mm"));
        proxy.leadTo(gateway.address());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        proxy.close();
    }

    @Test
    void aSellerIsPaidToHisPhoneOnceThoughAnswersGetLost() {
        earns(250_000);
        HttpResponse<String> set = payTo("0912345678");
        assertThat(set.body()).contains("+84•••••678").doesNotContain("912345");
        gateway.post(FAULTS, Map.of("errors", 1, "dropReplies", 3));

        PayoutRequest request = new PayoutRequest("a", shop.merchant(), Money.vnd(200_000), Money.vnd(1_000));
        gateway.desk().payOut(request);
        awaits(request, PayoutStatus.PAID);
        gateway.awaitQuiet();

        assertThat(shop.balance()).isEqualTo(Money.vnd(49_000));
        assertBooksAgree();
        assertThat(gateway.mongo()
                        .database()
                        .getCollection("payouts")
                        .find()
                        .first()
                        .toJson())
                .doesNotContain("912345678");
    }

    @Test
    void aRefusedDisbursementGivesTheMoneyBackToTheSeller() {
        earns(100_000);
        payTo("+84910000007");

        PayoutRequest request = new PayoutRequest("b", shop.merchant(), Money.vnd(50_000), Money.vnd(1_000));
        gateway.desk().payOut(request);
        awaits(request, PayoutStatus.FAILED);
        gateway.awaitQuiet();

        assertThat(shop.balance()).isEqualTo(Money.vnd(100_000));
        assertBooksAgree();
    }

    @Test
    void aDestinationThatChangesOnTheWayDoesNotPayTwice() {
        earns(100_000);
        payTo("0912345679");
        gateway.post(FAULTS, Map.of("dropRepliesPercent", 100));
        PayoutRequest request = new PayoutRequest("c", shop.merchant(), Money.vnd(50_000), Money.vnd(0));
        gateway.desk().payOut(request);
        awaits(request, PayoutStatus.IN_TRANSIT);
        payTo(null);
        gateway.post(FAULTS, Map.of());
        awaits(request, PayoutStatus.PAID);
        gateway.awaitQuiet();

        assertThat(gateway.mongo()
                        .database()
                        .getCollection("sandbox_bank_payments")
                        .countDocuments())
                .isZero();
        assertBooksAgree();
    }

    @Test
    void everythingThatTravelledForADisbursementFitsTheDescription() {
        OpenApi gsma = OpenApi.read(
                "gsma-mobile-money-1.2.0-disbursements.yaml",
                "everythingThatTravelledForADisbursementFitsTheDescription");
        earns(300_000);
        int before = proxy.exchanges().size();
        payTo("0912345670");
        gateway.post(FAULTS, Map.of("errors", 1, "dropReplies", 2, "throttled", 1));
        PayoutRequest paid = new PayoutRequest("fits", shop.merchant(), Money.vnd(100_000), Money.vnd(0));
        gateway.desk().payOut(paid);
        awaits(paid, PayoutStatus.PAID);
        gateway.post(FAULTS, Map.of());
        payTo("+84910000007");
        PayoutRequest refused = new PayoutRequest("refused", shop.merchant(), Money.vnd(50_000), Money.vnd(0));
        gateway.desk().payOut(refused);
        awaits(refused, PayoutStatus.FAILED);
        payTo("+84910000008");
        PayoutRequest unknown = new PayoutRequest("unknown", shop.merchant(), Money.vnd(40_000), Money.vnd(0));
        gateway.desk().payOut(unknown);
        awaits(unknown, PayoutStatus.FAILED);
        gateway.awaitQuiet();

        var exchanges = proxy.exchanges();
        Set<String> seen = GsmaTraffic.fits(gsma, exchanges.subList(before, exchanges.size()));

        assertThat(seen)
                .contains(
                        "requestTransactionType",
                        "requestStateObject",
                        "responseResponse",
                        "responseTransaction",
                        "errorObject");
        assertThat(gsma.faults("requestTransactionType", "{\"amount\":100000}")).isNotEmpty();
        assertBooksAgree();
    }

    private void assertBooksAgree() {
        long wallet = gateway.read(gateway.get("/sandbox/mobilemoney/books"))
                .path("wallet")
                .asLong();
        assertThat(shop.clearing("mobile_money")).isEqualTo(Money.vnd(wallet));
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    private void earns(long dong) {
        ChargeView paid = shop.pays(ChargeMethod.MOBILE_MONEY, dong, "+84910000002");
        shop.awaits(paid, ChargeStatus.SUCCEEDED);
    }

    private static void awaits(PayoutRequest request, PayoutStatus status) {
        TestGateway.await(
                () -> gateway.desk().payOut(request).status() == status,
                () -> status + " but " + gateway.desk().payOut(request));
    }

    private HttpResponse<String> payTo(@Nullable String phone) {
        HttpResponse<String> answer = gateway.send(HttpRequest.newBuilder(
                        gateway.address().resolve("/internal/payout-destinations/" + shop.merchant()))
                .header("Authorization", "Bearer " + TestGateway.HOUSE_KEY)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(phone == null ? "{}" : "{\"phone\":\"" + phone + "\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
