package io.giaovan.paymentgateway.api.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.ApplicationFee;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.Transfer;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.ApplicationFeeListParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentCreateParams.TransferData;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.service.V1Services;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Charges that a platform shares with merchants it connected, through the official client library. */
class SharedChargesIT {
    private static final String PHONE = "+84900000002";
    private static TestGateway gateway;

    private final TestShop platform = TestShop.open(gateway);
    private String stall = "";

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void connect() throws StripeException {
        stall = platform.stripe()
                .accounts()
                .create(AccountCreateParams.builder()
                        .setType(AccountCreateParams.Type.CUSTOM)
                        .build())
                .getId();
    }

    @AfterEach
    void theLedgerIsRight() {
        gateway.awaitQuiet();
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    @Test
    void aChargeIsPassedOnAndThePlatformKeepsItsFeeOnce() throws StripeException {
        PaymentIntent paid = platform.create(TestShop.phone(100_000, PHONE)
                .setApplicationFeeAmount(7_000L)
                .setTransferGroup("order-12")
                .setOnBehalfOf(stall)
                .setTransferData(TransferData.builder().setDestination(stall).build()));

        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getApplicationFeeAmount()).isEqualTo(7_000);
        assertThat(paid.getTransferData().getDestination()).isEqualTo(stall);
        assertThat(paid.getOnBehalfOf()).isEqualTo(stall);
        Charge charge = platform.stripe().charges().retrieve(paid.getLatestCharge());
        assertThat(charge.getTransferGroup()).isEqualTo("order-12");
        Transfer transfer = platform.stripe().transfers().retrieve(charge.getTransfer());
        assertThat(transfer.getAmount()).isEqualTo(100_000);
        assertThat(transfer.getSourceTransaction()).isEqualTo(charge.getId());
        ApplicationFee fee = platform.stripe().applicationFees().retrieve(charge.getApplicationFee());
        assertThat(fee.getAmount()).isEqualTo(7_000);
        assertThat(fee.getAccount()).isEqualTo(stall);
        assertThat(fee.getCharge()).isEqualTo(charge.getId());

        assertThat(balance(platform.stripe())).isEqualTo(7_000);
        assertThat(balance(theirs())).isEqualTo(93_000);
        assertThat(types(platform.stripe())).containsExactlyInAnyOrder("payment", "transfer", "application_fee");
        BalanceTransaction kept = theirs().balanceTransactions().list().getData().stream()
                .filter(one -> one.getType().equals("application_fee"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.getAmount()).isZero();
        assertThat(kept.getFee()).isEqualTo(7_000);
        assertThat(kept.getNet()).isEqualTo(-7_000);
        assertThat(platform.told()).containsOnlyOnce("transfer.created").containsOnlyOnce("application_fee.created");
    }

    @Test
    void aFixedPartIsPassedOnAndNoMoreThanIsCaptured() throws StripeException {
        PaymentIntent held = platform.create(TestShop.phone(90_000, PHONE)
                .setCaptureMethod(CaptureMethod.MANUAL)
                .setTransferData(TransferData.builder()
                        .setDestination(stall)
                        .setAmount(60_000L)
                        .build()));
        assertThat(balance(theirs())).isZero();
        assertThat(platform.stripe().charges().retrieve(held.getLatestCharge()).getTransfer())
                .isNull();

        platform.stripe()
                .paymentIntents()
                .capture(
                        held.getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(50_000L)
                                .build());
        gateway.awaitQuiet();

        assertThat(balance(theirs())).isEqualTo(50_000);
        assertThat(balance(platform.stripe())).isZero();
    }

    @Test
    void termsAreSetAndDroppedBeforeTheChargeIsConfirmedAndNotAfter() throws StripeException {
        PaymentIntent open = platform.create(TestShop.vietQr(50_000));
        PaymentIntent shared = platform.stripe()
                .paymentIntents()
                .update(
                        open.getId(),
                        PaymentIntentUpdateParams.builder()
                                .setApplicationFeeAmount(1_000L)
                                .putExtraParam("transfer_data", Map.of("destination", stall))
                                .build());
        assertThat(shared.getTransferData().getDestination()).isEqualTo(stall);
        assertThat(platform.post(
                                "/v1/payment_intents/" + open.getId() + "/confirm",
                                "application_fee_amount=2000",
                                platform.key())
                        .statusCode())
                .isEqualTo(200);
        assertThat(platform.stripe().paymentIntents().retrieve(open.getId()).getApplicationFeeAmount())
                .isEqualTo(2_000);

        assertThatThrownBy(() -> platform.stripe()
                        .paymentIntents()
                        .update(
                                open.getId(),
                                PaymentIntentUpdateParams.builder()
                                        .setApplicationFeeAmount(3_000L)
                                        .build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("payment_intent_unexpected_state"));
    }

    @Test
    void termsThatCannotBeKeptAreRefused() {
        for (String terms : new String[] {
            "application_fee_amount=1",
            "transfer_data[amount]=1",
            "transfer_data[destination]=acct_nobodys0000000",
            "on_behalf_of=acct_nobodys0000000",
            "transfer_data[destination]=" + stall + "&application_fee_amount=50001",
            "transfer_data[destination]=" + stall + "&application_fee_amount=-1",
            "transfer_data[destination]=" + stall + "&application_fee_amount=1&transfer_data[amount]=1",
            "transfer_data[destination]=" + stall + "&payment_method_types[]=cash",
            "transfer_data[who]=1"
        }) {
            assertThat(platform.post("/v1/payment_intents", "amount=50000&currency=vnd&" + terms, platform.key())
                            .statusCode())
                    .as(terms)
                    .isEqualTo(400);
        }
    }

    @Test
    void refundsTakeBackTheirShareToTheLastUnit() throws StripeException {
        PaymentIntent paid = platform.create(shared(100_000, 10_001));

        Refund third = refund(paid, 33_333L, true, true);
        refund(paid, 33_333L, true, true);
        refund(paid, null, true, true);
        gateway.awaitQuiet();

        Charge charge = platform.stripe().charges().retrieve(paid.getLatestCharge());
        Transfer transfer = platform.stripe().transfers().retrieve(charge.getTransfer());
        assertThat(transfer.getReversed()).isTrue();
        assertThat(transfer.getReversals().getData()).hasSize(3);
        assertThat(third.getTransferReversal()).isNotEmpty();
        ApplicationFee fee = platform.stripe()
                .applicationFees()
                .list(ApplicationFeeListParams.builder()
                        .setCharge(charge.getId())
                        .build())
                .getData()
                .getFirst();
        assertThat(fee.getRefunded()).isTrue();
        assertThat(fee.getAmountRefunded()).isEqualTo(10_001);
        assertThat(balance(platform.stripe())).isZero();
        assertThat(balance(theirs())).isZero();
        assertThat(platform.told()).contains("application_fee.refunded", "transfer.reversed");
    }

    @Test
    void aRefundTakesNothingBackThatItDoesNotName() throws StripeException {
        PaymentIntent paid = platform.create(shared(80_000, 8_000));

        refund(paid, 40_000L, false, false);
        assertThat(balance(theirs())).isEqualTo(72_000);
        refund(paid, 20_000L, true, false);
        gateway.awaitQuiet();

        assertThat(balance(theirs())).isEqualTo(52_000);
        assertThat(balance(platform.stripe())).isEqualTo(8_000 - 40_000);
        PaymentIntent plain = platform.paid(5_000);
        assertThatThrownBy(() -> refund(plain, 1_000L, true, false))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no transfer");
        assertThatThrownBy(() -> refund(plain, 1_000L, false, true))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no application fee");
    }

    @Test
    void ofAMerchantsOwnChargeThePlatformKeepsAFee() throws StripeException {
        PaymentIntent paid = theirs().paymentIntents()
                .create(TestShop.phone(40_000, PHONE)
                        .setApplicationFeeAmount(4_000L)
                        .build());
        assertThat(balance(theirs())).isEqualTo(36_000);
        assertThat(balance(platform.stripe())).isEqualTo(4_000);
        assertThat(platform.stripe().applicationFees().list().getData())
                .extracting(ApplicationFee::getAccount)
                .containsExactly(stall);

        theirs().refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(paid.getId())
                        .setAmount(10_000L)
                        .setRefundApplicationFee(true)
                        .build());
        gateway.awaitQuiet();

        assertThat(balance(theirs())).isEqualTo(27_000);
        assertThat(balance(platform.stripe())).isEqualTo(3_000);
    }

    @Test
    void whatWasSharedIsNotSharedAgainInALaterLife() throws StripeException {
        PaymentIntent paid = platform.create(shared(60_000, 6_000));
        gateway.awaitQuiet();
        gateway.mongo().database().getCollection("gateway_transfers").drop();
        gateway.mongo().database().getCollection("gateway_application_fees").drop();
        gateway = gateway.restart(Map.of());
        TestShop again = TestShop.open(gateway);
        V1Services stripe = again.client(platform.key()).v1();

        stripe.refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(paid.getId())
                        .setReverseTransfer(true)
                        .setRefundApplicationFee(true)
                        .build());
        gateway.awaitQuiet();

        assertThat(stripe.transfers().list(TransferListParams.builder().build()).getData())
                .hasSize(1);
        assertThat(stripe.applicationFees().list().getData()).hasSize(1);
        assertThat(balance(stripe)).isZero();
    }

    private PaymentIntentCreateParams.Builder shared(long dong, long fee) {
        return TestShop.phone(dong, PHONE)
                .setApplicationFeeAmount(fee)
                .setTransferData(TransferData.builder().setDestination(stall).build());
    }

    private Refund refund(PaymentIntent paid, @Nullable Long dong, boolean transfer, boolean fee)
            throws StripeException {
        RefundCreateParams.Builder wanted = RefundCreateParams.builder().setPaymentIntent(paid.getId());
        if (dong != null) {
            wanted.setAmount(dong);
        }
        if (transfer) {
            wanted.setReverseTransfer(true);
        }
        if (fee) {
            wanted.setRefundApplicationFee(true);
        }
        return platform.stripe().refunds().create(wanted.build());
    }

    private V1Services theirs() {
        return platform.clientBuilder(platform.key())
                .setStripeAccount(stall)
                .build()
                .v1();
    }

    private static List<String> types(V1Services stripe) throws StripeException {
        return stripe.balanceTransactions().list().getData().stream()
                .map(BalanceTransaction::getType)
                .toList();
    }

    private static long balance(V1Services stripe) throws StripeException {
        return stripe.balance().retrieve().getAvailable().getFirst().getAmount();
    }
}
