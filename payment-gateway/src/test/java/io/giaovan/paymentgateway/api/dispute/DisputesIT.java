package io.giaovan.paymentgateway.api.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.RefundCreateParams;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Disputes of phone accounts through the official client library. */
class DisputesIT {
    private static TestGateway gateway;

    private final TestShop shop = TestShop.open(gateway);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
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

    private Dispute disputed(long dong) throws StripeException {
        PaymentIntent paid = shop.create(TestShop.phone(dong, "+84900000017"));
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        gateway.awaitQuiet();
        return shop.stripe()
                .disputes()
                .list(DisputeListParams.builder().setPaymentIntent(paid.getId()).build())
                .getData()
                .getFirst();
    }

    private Dispute answer(Dispute dispute, String words, boolean submit) throws StripeException {
        return shop.stripe()
                .disputes()
                .update(
                        dispute.getId(),
                        DisputeUpdateParams.builder()
                                .setEvidence(DisputeUpdateParams.Evidence.builder()
                                        .setUncategorizedText(words)
                                        .build())
                                .setSubmit(submit)
                                .build());
    }

    private long balance() throws StripeException {
        return shop.stripe().balance().retrieve().getAvailable().getFirst().getAmount();
    }

    @Test
    void aDisputeTakesTheMoneyAndWinningItBringsItBack() throws StripeException {
        Dispute open = disputed(40_000);

        assertThat(open.getStatus()).isEqualTo("needs_response");
        assertThat(balance()).isZero();
        assertThat(shop.stripe().charges().retrieve(open.getCharge()).getDisputed())
                .isTrue();
        assertThatThrownBy(() -> shop.stripe()
                        .refunds()
                        .create(RefundCreateParams.builder()
                                .setCharge(open.getCharge())
                                .build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("charge_disputed"));
        Dispute draft = answer(open, "Signed for by the subscriber", false);
        assertThat(draft.getStatus()).isEqualTo("needs_response");
        assertThat(draft.getEvidence().getUncategorizedText()).startsWith("Signed");

        Dispute won = answer(open, "winning_evidence", true);
        assertThat(won.getStatus()).isEqualTo("won");
        assertThat(won.getBalanceTransactions()).hasSize(2);
        assertThat(won.getBalanceTransactions().getFirst().getReportingCategory())
                .isEqualTo("dispute");
        assertThat(balance()).isEqualTo(40_000);
        assertThat(shop.told())
                .containsSubsequence("charge.dispute.created", "charge.dispute.funds_withdrawn")
                .containsSubsequence("charge.dispute.closed", "charge.dispute.funds_reinstated");
        assertThatThrownBy(() -> shop.stripe().disputes().close(won.getId()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void givingInLosesTheMoney() throws StripeException {
        Dispute open = disputed(15_000);
        Dispute closed = shop.stripe().disputes().close(open.getId());

        assertThat(closed.getStatus()).isEqualTo("lost");
        assertThat(balance()).isZero();
        assertThat(closed.getBalanceTransactions()).hasSize(1);
        assertThat(shop.stripe().disputes().retrieve(open.getId()).getStatus()).isEqualTo("lost");
        assertThatThrownBy(() -> TestShop.open(gateway).stripe().disputes().retrieve(open.getId()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aTelecomsNoticeOpensOneDisputeHoweverOftenItComes() throws StripeException {
        PaymentIntent paid = shop.paid(25_000);
        Map<String, String> notice = Map.of("chargeId", paid.getId(), "reason", "fraudulent");
        var first = gateway.post("/internal/disputes", notice);
        var second = gateway.post("/internal/disputes", notice);
        gateway.awaitQuiet();

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(balance()).isZero();
        String id = gateway.read(first).path("disputeId").asText();
        assertThat(gateway.post("/internal/disputes/" + id + "/decision", Map.of("won", true))
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.post("/internal/disputes/" + id + "/decision", Map.of("won", false))
                        .statusCode())
                .isEqualTo(409);
        assertThat(balance()).isEqualTo(25_000);
        PaymentIntent scanned = shop.create(TestShop.vietQr(1_000));
        assertThat(gateway.post("/internal/disputes", Map.of("chargeId", scanned.getId(), "reason", "fraudulent"))
                        .statusCode())
                .isEqualTo(409);
    }
}
