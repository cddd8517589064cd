package io.giaovan.paymentgateway.api.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeSearchResult;
import com.stripe.param.ChargeListParams;
import com.stripe.param.ChargeSearchParams;
import com.stripe.param.ChargeUpdateParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundUpdateParams;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Charges, searches and refunds through the official client library. */
class ChargesAndSearchIT {
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

    @Test
    void chargesAreListedAndOnlyThose() throws StripeException {
        List<String> charges = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            gateway.pass(Duration.ofSeconds(1));
            charges.addFirst(shop.paid(1_000 + i).getLatestCharge());
            shop.create(TestShop.vietQr(5_000));
        }

        List<String> all = new ArrayList<>();
        shop.stripe()
                .charges()
                .list(ChargeListParams.builder().setLimit(2L).build())
                .autoPagingIterable()
                .forEach(charge -> all.add(charge.getId()));

        assertThat(all).isEqualTo(charges);
        assertThat(shop.stripe()
                        .charges()
                        .list(ChargeListParams.builder()
                                .setEndingBefore(charges.get(2))
                                .setLimit(1L)
                                .build())
                        .getData())
                .extracting(Charge::getId)
                .containsExactly(charges.get(1));
        assertThat(shop.stripe()
                        .charges()
                        .list(ChargeListParams.builder()
                                .setPaymentIntent(charges.getFirst().replace("ch_", "pi_"))
                                .build())
                        .getData())
                .extracting(Charge::getId)
                .containsExactly(charges.getFirst());
        assertThat(TestShop.open(gateway).stripe().charges().list().getData()).isEmpty();
    }

    @Test
    void aChargeIsNotedOnAndTellsOfIt() throws StripeException {
        PaymentIntent paid = shop.paid(20_000);

        Charge noted = shop.stripe()
                .charges()
                .update(
                        paid.getLatestCharge(),
                        ChargeUpdateParams.builder()
                                .setDescription("Packed by Lan")
                                .putMetadata("shelf", "7")
                                .build());

        assertThat(noted.getDescription()).isEqualTo("Packed by Lan");
        assertThat(shop.stripe().charges().retrieve(noted.getId()).getMetadata())
                .containsEntry("shelf", "7");
        assertThat(shop.told()).endsWith("charge.updated");
        assertThatThrownBy(() -> TestShop.open(gateway)
                        .stripe()
                        .charges()
                        .update(
                                noted.getId(),
                                ChargeUpdateParams.builder().setDescription("x").build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        none -> assertThat(none.getStatusCode()).isEqualTo(404));
    }

    @Test
    void intentsAndChargesAreFoundByWhatIsKnownOfThem() throws StripeException {
        for (int i = 0; i < 5; i++) {
            gateway.pass(Duration.ofSeconds(1));
            shop.create(TestShop.vietQr(10_000 + i).putAllMetadata(Map.of("order_id", "DH-" + i, "town", "Huế")));
        }
        PaymentIntent paid = shop.paid(77_000);

        StripeSearchResult<PaymentIntent> byOrder = search("metadata['order_id']:'DH-3'");
        assertThat(byOrder.getData()).extracting(PaymentIntent::getAmount).containsExactly(10_003L);
        assertThat(search("status:'succeeded'").getData())
                .extracting(PaymentIntent::getId)
                .containsExactly(paid.getId());
        assertThat(search("amount>10002 AND -status:'succeeded'").getData()).hasSize(2);
        assertThat(search("amount:10000 OR amount:77000").getData()).hasSize(2);
        assertThat(search("created>" + gateway.now().getEpochSecond()).getData())
                .isEmpty();

        List<Long> paged = new ArrayList<>();
        PaymentIntentSearchParams inPages = PaymentIntentSearchParams.builder()
                .setQuery("metadata[\"town\"]:\"Huế\"")
                .setLimit(2L)
                .build();
        StripeSearchResult<PaymentIntent> page = shop.stripe().paymentIntents().search(inPages);
        assertThat(page.getHasMore()).isTrue();
        assertThat(page.getNextPage()).isNotEmpty();
        page.autoPagingIterable().forEach(intent -> paged.add(intent.getAmount()));
        assertThat(paged).containsExactly(10_004L, 10_003L, 10_002L, 10_001L, 10_000L);

        assertThat(shop.stripe()
                        .charges()
                        .search(ChargeSearchParams.builder()
                                .setQuery("refunded:'false' AND amount>1")
                                .build())
                        .getData())
                .extracting(Charge::getPaymentIntent)
                .containsExactly(paid.getId());
        assertThatThrownBy(() -> search("colour:'red'"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getParam()).isEqualTo("query"));
        assertThatThrownBy(() -> shop.stripe()
                        .paymentIntents()
                        .search(PaymentIntentSearchParams.builder()
                                .setQuery("amount>1")
                                .setPage("nonsense")
                                .build()))
                .isInstanceOf(InvalidRequestException.class);
    }

    private StripeSearchResult<PaymentIntent> search(String query) throws StripeException {
        return shop.stripe()
                .paymentIntents()
                .search(PaymentIntentSearchParams.builder().setQuery(query).build());
    }

    @Test
    void aRefundThatTheTelecomRefusesPutsTheMoneyBack() throws StripeException {
        PaymentIntent paid = shop.create(TestShop.phone(50_000, "+84900000016"));
        Refund refund = shop.stripe()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(paid.getId())
                        .setAmount(20_000L)
                        .build());
        gateway.awaitQuiet();

        Refund failed = shop.stripe().refunds().retrieve(refund.getId());
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getFailureReason()).isEqualTo("refund_denied");
        BalanceTransaction back = shop.stripe().balanceTransactions().retrieve(failed.getFailureBalanceTransaction());
        assertThat(back.getAmount()).isEqualTo(20_000);
        assertThat(back.getType()).isEqualTo("payment_failure_refund");
        assertThat(shop.stripe().balance().retrieve().getAvailable().getFirst().getAmount())
                .isEqualTo(50_000);
        assertThat(shop.stripe().charges().retrieve(paid.getLatestCharge()).getAmountRefunded())
                .isZero();
        assertThat(shop.told()).contains("refund.created", "refund.updated", "refund.failed");
    }

    @Test
    void aRefundIsNotedOnAndNeverCalledBack() throws StripeException {
        Refund refund = shop.stripe()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(shop.paid(9_000).getId())
                        .build());

        Refund noted = shop.stripe()
                .refunds()
                .update(
                        refund.getId(),
                        RefundUpdateParams.builder().putMetadata("why", "late").build());

        assertThat(noted.getMetadata()).containsEntry("why", "late");
        assertThatThrownBy(() -> shop.stripe().refunds().cancel(refund.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("succeeded");
        assertThat(shop.told()).contains("refund.updated");
    }
}
