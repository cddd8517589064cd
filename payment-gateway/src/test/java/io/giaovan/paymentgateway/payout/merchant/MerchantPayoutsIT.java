package io.giaovan.paymentgateway.payout.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Payout;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.PayoutUpdateParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.service.V1Services;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Payouts that merchants ask for themselves, through the official client library. */
class MerchantPayoutsIT {
    private static final String LAN = "key-of-lan-0123456789";
    private static TestGateway gateway;

    private final TestShop shop = TestShop.open(gateway);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(Map.of(
                "giaovan.payouts.approval-above",
                100_000,
                "giaovan.payouts.operators",
                List.of("lan:" + Secrets.digest(LAN))));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void theLedgerIsRight() {
        gateway.awaitQuiet();
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    @Test
    void aMerchantIsPaidWhatItAsksForOnce() throws StripeException {
        shop.paid(150_000);
        RequestOptions key =
                RequestOptions.builder().setIdempotencyKey("payout-1").build();

        Payout asked = shop.stripe().payouts().create(wanted(90_000).build(), key);
        Payout again = shop.stripe().payouts().create(wanted(90_000).build(), key);

        assertThat(again.getId()).isEqualTo(asked.getId());
        assertThat(asked.getStatus()).isEqualTo("pending");
        assertThat(asked.getAutomatic()).isFalse();
        assertThat(balance(shop.stripe())).isEqualTo(60_000);
        awaits(asked, "paid");
        assertThat(shop.told()).containsSubsequence("payout.created", "payout.updated", "payout.paid");
        BalanceTransaction out = shop.stripe().balanceTransactions().retrieve(asked.getBalanceTransaction());
        assertThat(out.getType()).isEqualTo("payout");
        assertThat(out.getNet()).isEqualTo(-90_000);
        assertThat(out.getSource()).isEqualTo(asked.getId());
        assertThat(shop.stripe()
                        .payouts()
                        .update(
                                asked.getId(),
                                PayoutUpdateParams.builder()
                                        .putMetadata("week", "48")
                                        .build())
                        .getMetadata())
                .containsEntry("week", "48");
        assertThat(shop.told().stream().filter("payout.paid"::equals)).hasSize(1);
        assertThat(listed("paid")).containsExactly(asked.getId());
        assertThat(listed("pending")).isEmpty();
        assertThatThrownBy(() -> shop.stripe().payouts().cancel(asked.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("only a pending payout");
        assertThatThrownBy(() -> TestShop.open(gateway).stripe().payouts().retrieve(asked.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("No such payout");
    }

    @Test
    void whatTheBalanceDoesNotCoverIsRefusedAndSeenByNobody() throws StripeException {
        shop.paid(10_000);

        assertThatThrownBy(() -> shop.stripe().payouts().create(wanted(10_001).build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("balance_insufficient"));

        shop.paid(50_000);
        gateway.awaitQuiet();
        assertThat(shop.stripe().payouts().list().getData()).isEmpty();
        assertThat(balance(shop.stripe())).isEqualTo(60_000);
        assertThat(shop.told()).noneMatch(type -> type.startsWith("payout."));
        assertThat(shop.post("/v1/payouts", "amount=0&currency=vnd", shop.key()).statusCode())
                .isEqualTo(400);
        assertThat(shop.post("/v1/payouts", "amount=5&currency=usd", shop.key()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLargeOneWaitsForAnOperatorAndCanBeCalledBackMeanwhile() throws StripeException {
        shop.paid(300_000);
        Payout first = shop.stripe().payouts().create(wanted(100_001).build());
        Payout second = shop.stripe().payouts().create(wanted(150_000).build());
        gateway.awaitQuiet();
        assertThat(shop.stripe().payouts().retrieve(first.getId()).getStatus()).isEqualTo("pending");
        assertThat(balance(shop.stripe())).isEqualTo(49_999);

        Payout canceled = shop.stripe().payouts().cancel(first.getId());
        assertThat(shop.stripe().payouts().cancel(first.getId()).getStatus()).isEqualTo("canceled");
        assertThat(act(second, "approve").statusCode()).isEqualTo(200);
        awaits(second, "paid");

        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(act(first, "approve").statusCode()).isEqualTo(409);
        assertThat(balance(shop.stripe())).isEqualTo(150_000);
        assertThat(shop.told()).contains("payout.canceled", "payout.paid");
        assertThat(shop.stripe().balanceTransactions().list().getData())
                .extracting(BalanceTransaction::getType)
                .contains("payout_cancel");
    }

    @Test
    void whatAnOperatorDeclinesComesBack() throws StripeException {
        shop.paid(200_000);
        Payout asked = shop.stripe().payouts().create(wanted(150_000).build());

        assertThat(act(asked, "decline").statusCode()).isEqualTo(200);

        assertThat(balance(shop.stripe())).isEqualTo(200_000);
        Payout after = shop.stripe().payouts().retrieve(asked.getId());
        assertThat(after.getStatus()).isEqualTo("canceled");
        assertThat(after.getFailureCode()).isNull();
        assertThat(after.toJson()).doesNotContain("declined");
    }

    @Test
    void whatTheBankRefusesComesBack() throws StripeException {
        shop.paid(80_000);
        HttpResponse<String> set = gateway.send(
                HttpRequest.newBuilder(gateway.address().resolve("/internal/payout-destinations/" + shop.merchant()))
                        .header("Authorization", "Bearer " + TestGateway.HOUSE_KEY)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"phone\":\"+84910000007\"}")));
        assertThat(set.statusCode()).isEqualTo(200);

        Payout asked = shop.stripe().payouts().create(wanted(80_000).build());
        awaits(asked, "failed");
        gateway.awaitQuiet();

        Payout failed = shop.stripe().payouts().retrieve(asked.getId());
        assertThat(failed.getFailureCode()).isNotEmpty();
        assertThat(shop.stripe()
                        .balanceTransactions()
                        .retrieve(failed.getFailureBalanceTransaction())
                        .getNet())
                .isEqualTo(80_000);
        assertThat(balance(shop.stripe())).isEqualTo(80_000);
        assertThat(shop.told()).contains("payout.failed");
    }

    @Test
    void aPlatformPaysOutForTheMerchantsItConnected() throws StripeException {
        shop.paid(90_000);
        String stall = shop.stripe()
                .accounts()
                .create(AccountCreateParams.builder()
                        .setType(AccountCreateParams.Type.CUSTOM)
                        .build())
                .getId();
        shop.stripe()
                .transfers()
                .create(TransferCreateParams.builder()
                        .setAmount(60_000L)
                        .setCurrency("vnd")
                        .setDestination(stall)
                        .build());
        V1Services theirs =
                shop.clientBuilder(shop.key()).setStripeAccount(stall).build().v1();

        Payout asked = theirs.payouts().create(wanted(60_000).build());

        assertThat(balance(theirs)).isZero();
        assertThat(balance(shop.stripe())).isEqualTo(30_000);
        TestGateway.await(() -> status(theirs, asked).equals("paid"), () -> "the stall is paid");
        assertThat(shop.stripe().payouts().list().getData()).isEmpty();
    }

    @Test
    void ofManyAtOnceAndTheirCallsBackNoDongIsPaidTwice() throws Exception {
        shop.paid(250_000);
        List<Callable<String>> asks = IntStream.range(0, 10)
                .<Callable<String>>mapToObj(number -> () -> asked(number % 2 == 0 ? 50_000 : 100_500))
                .toList();
        List<String> ids = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(asks)) {
                ids.add(one.get());
            }
            List<Callable<Integer>> calls = new ArrayList<>();
            for (String id : ids) {
                calls.add(() -> shop.post("/v1/payouts/" + id + "/cancel", "", shop.key())
                        .statusCode());
                calls.add(() -> act("approve", id).statusCode());
            }
            for (var one : threads.invokeAll(calls)) {
                assertThat(one.get()).isIn(200, 400, 404, 409);
            }
        }
        gateway.awaitQuiet();

        long paid = 0;
        for (Payout payout : shop.stripe()
                .payouts()
                .list(PayoutListParams.builder().setLimit(100L).build())
                .getData()) {
            assertThat(payout.getStatus()).isIn("paid", "canceled");
            paid += payout.getStatus().equals("paid") ? payout.getAmount() : 0;
        }
        assertThat(balance(shop.stripe())).isEqualTo(250_000 - paid);
    }

    private String asked(long dong) throws StripeException {
        try {
            return shop.stripe().payouts().create(wanted(dong).build()).getId();
        } catch (InvalidRequestException refused) {
            assertThat(refused.getCode()).isEqualTo("balance_insufficient");
            return "po_none";
        }
    }

    private List<String> listed(String status) throws StripeException {
        return shop
                .stripe()
                .payouts()
                .list(PayoutListParams.builder().setStatus(status).build())
                .getData()
                .stream()
                .map(Payout::getId)
                .toList();
    }

    private void awaits(Payout payout, String status) {
        TestGateway.await(() -> status(shop.stripe(), payout).equals(status), () -> payout.getId() + " is " + status);
    }

    private static String status(V1Services stripe, Payout payout) {
        try {
            return stripe.payouts().retrieve(payout.getId()).getStatus();
        } catch (StripeException broken) {
            throw new AssertionError(broken);
        }
    }

    private static PayoutCreateParams.Builder wanted(long dong) {
        return PayoutCreateParams.builder()
                .setAmount(dong)
                .setCurrency("vnd")
                .setDescription("weekly")
                .setStatementDescriptor("ROSE GARDEN");
    }

    private static HttpResponse<String> act(Payout payout, String what) {
        return act(what, payout.getId());
    }

    private static HttpResponse<String> act(String what, String id) {
        return gateway.send(HttpRequest.newBuilder(gateway.address().resolve("/internal/payouts/" + id + "/" + what))
                .header("Authorization", "Bearer " + TestGateway.HOUSE_KEY)
                .header("X-Operator-Key", LAN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private static long balance(V1Services stripe) throws StripeException {
        return stripe.balance().retrieve().getAvailable().getFirst().getAmount();
    }
}
