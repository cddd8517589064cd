package io.giaovan.paymentgateway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.delivery.ShiftEvent;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.LedgerAudit;
import io.giaovan.store.outbox.AggregateWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaymentDeskIT {
    private static final String PHONE = "+84901234567";
    private static TestGateway gateway;
    private static int count;

    private final MerchantId merchant = new MerchantId("rose-" + count++);

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
        LedgerAudit audit = gateway.ledger().audit();

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.balanced() && audit.chainIntact() && audit.balancesAgree())
                .isTrue();
        assertThat(audit.capturesPerChargeMax()).isLessThanOrEqualTo(1);
    }

    @Test
    void aScannedCodePaysTheSeller() {
        ChargeView open = open(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 250_000, null);

        assertThat(open.status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        scan(open, null);
        gateway.awaitQuiet();

        assertThat(found(open).status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(sellerBalance()).isEqualTo(Money.vnd(250_000));
    }

    @Test
    void tooLittleWaitsForTheRestAndTooMuchGoesToSuspense() {
        Money suspenseBefore = balance(LedgerAccount.house(Kind.SUSPENSE));
        ChargeView open = open(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 250_000, null);

        scan(open, 100_000L);
        gateway.awaitQuiet();
        assertThat(found(open).status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(sellerBalance()).isEqualTo(Money.vnd(0));
        scan(open, 170_000L);
        gateway.awaitQuiet();

        assertThat(found(open).status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(sellerBalance()).isEqualTo(Money.vnd(250_000));
        assertThat(balance(LedgerAccount.house(Kind.SUSPENSE)).minus(suspenseBefore))
                .isEqualTo(Money.vnd(20_000));
    }

    @Test
    void moneyThatComesTwiceOrTooLateWaitsInSuspense() {
        Money before = balance(LedgerAccount.house(Kind.SUSPENSE));
        ChargeView open = open(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 250_000, null);
        ChargeView late = open(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 30_000, null);

        scan(open, null);
        gateway.awaitQuiet();
        scan(open, null);
        gateway.pass(Duration.ofMinutes(31));
        gateway.awaitQuiet();
        assertThat(found(late).status()).isEqualTo(ChargeStatus.CANCELED);
        scan(late, null);
        gateway.awaitQuiet();

        assertThat(sellerBalance()).isEqualTo(Money.vnd(250_000));
        assertThat(balance(LedgerAccount.house(Kind.SUSPENSE)).minus(before)).isEqualTo(Money.vnd(280_000));
    }

    @Test
    void aPhoneAccountIsHeldAndTakenWithTheProof() {
        ChargeView open = open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 120_000, PHONE);

        assertThat(open.status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(gateway.desk()
                        .enterOneTimePassword(merchant, open.id(), "000000")
                        .status())
                .isEqualTo(ChargeStatus.REQUIRES_ACTION);
        ChargeView held = gateway.desk().enterOneTimePassword(merchant, open.id(), gateway.passwordOn(PHONE));
        assertThat(held.status()).isEqualTo(ChargeStatus.AUTHORISED);
        assertThat(sellerBalance()).isEqualTo(Money.vnd(0));
        CaptureRequest capture = new CaptureRequest(Money.vnd(120_000), proof("p1"), null);
        ChargeView taken = gateway.desk().capture(merchant, open.id(), capture);
        ChargeView again = gateway.desk().capture(merchant, open.id(), capture);

        assertThat(taken.status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(again).isEqualTo(taken);
        assertThat(sellerBalance()).isEqualTo(Money.vnd(120_000));
        assertThatThrownBy(() -> gateway.desk()
                        .capture(merchant, open.id(), new CaptureRequest(Money.vnd(1), proof("p2"), null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.OUT_OF_SEQUENCE));
    }

    @Test
    void aHoldIsReleasedWhenTheDeliveryFails() {
        ChargeView open = open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 120_000, "+84900000002");
        assertThat(open.status()).isEqualTo(ChargeStatus.AUTHORISED);

        ChargeView canceled = gateway.desk().cancel(merchant, open.id(), "returned");
        ChargeView again = gateway.desk().cancel(merchant, open.id(), "returned");

        assertThat(canceled.status()).isEqualTo(ChargeStatus.CANCELED);
        assertThat(again).isEqualTo(canceled);
    }

    @Test
    void aDeniedPhoneAccountFails() {
        ChargeView open = open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 120_000, "+84900000001");

        assertThat(open.status()).isEqualTo(ChargeStatus.FAILED);
        assertThat(open.failureCode()).isEqualTo("payment_denied");
    }

    @Test
    void lostRepliesAreAskedForAndChargeOnce() {
        ChargeView open = open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 90_000, "+84900000005");
        assertThat(open.status()).isEqualTo(ChargeStatus.PROCESSING);
        gateway.awaitQuiet();
        assertThat(found(open).status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(gateway.messagesOn("+84900000005")).hasSize(1);
        gateway.desk().cancel(merchant, open.id(), "enough seen");

        ChargeView lost = open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 70_000, "+84900000006");
        gateway.desk().enterOneTimePassword(merchant, lost.id(), gateway.passwordOn("+84900000006"));
        ChargeView unknown =
                gateway.desk().capture(merchant, lost.id(), new CaptureRequest(Money.vnd(70_000), proof("p3"), null));
        assertThat(unknown.status()).isEqualTo(ChargeStatus.PROCESSING);
        gateway.awaitQuiet();

        assertThat(found(lost).status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(sellerBalance()).isEqualTo(Money.vnd(70_000));
    }

    @Test
    void cashGoesFromTheDoorToTheBank() {
        ChargeView open = open(ChargeMethod.CASH, CaptureMode.ON_PROOF, 300_000, null);
        assertThat(open.status()).isEqualTo(ChargeStatus.PROCESSING);

        gateway.desk()
                .capture(merchant, open.id(), new CaptureRequest(Money.vnd(300_000), proof("p4"), "c-" + merchant));
        assertThat(balance(new LedgerAccount(Kind.COURIER_CASH, "c-" + merchant)))
                .isEqualTo(Money.vnd(300_000));
        handOver("s-" + merchant, "c-" + merchant, 290_000);
        gateway.awaitQuiet();
        gateway.pass(Duration.ofHours(3));
        gateway.awaitQuiet();

        assertThat(balance(new LedgerAccount(Kind.COURIER_CASH, "c-" + merchant)))
                .isEqualTo(Money.vnd(0));
        assertThat(balance(new LedgerAccount(Kind.CASH_SHORTAGE, "c-" + merchant)))
                .isEqualTo(Money.vnd(10_000));
        Map<String, Object> deposit =
                Map.of("depot", "d-" + merchant, "amount", Money.vnd(290_000), "reference", "slip-1");
        var deposited = gateway.post("/internal/cash/deposits", deposit);
        assertThat(deposited.statusCode()).as(deposited.body()).isEqualTo(201);
        assertThat(gateway.post("/internal/cash/deposits", deposit).statusCode())
                .isEqualTo(200);
        assertThat(balance(new LedgerAccount(Kind.DEPOT_CASH, "d-" + merchant))).isEqualTo(Money.vnd(0));
    }

    @Test
    void aPayoutIsPaidOnceAndWaitsForCover() {
        PayoutRequest request = new PayoutRequest("st-1", merchant, Money.vnd(240_000), Money.vnd(10_000));
        assertThat(gateway.desk().payOut(request).status()).isEqualTo(PayoutStatus.PENDING);
        gateway.awaitQuiet();
        assertThat(gateway.desk().payOut(request).status()).isEqualTo(PayoutStatus.PENDING);

        scan(open(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 250_000, null), null);
        gateway.awaitQuiet();
        TestGateway.await(
                () -> gateway.desk().payOut(request).status() == PayoutStatus.PAID, () -> "the payout is paid");
        gateway.awaitQuiet();

        assertThat(sellerBalance()).isEqualTo(Money.vnd(0));
        assertThat(balance(LedgerAccount.house(Kind.PAYOUTS_IN_TRANSIT))).isEqualTo(Money.vnd(0));
        assertThatThrownBy(() ->
                        gateway.desk().payOut(new PayoutRequest("st-1", merchant, Money.vnd(1), Money.vnd(10_000))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void refundsNeverExceedWhatWasTaken() {
        ChargeView open = open(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 250_000, null);
        scan(open, null);
        gateway.awaitQuiet();

        gateway.desk()
                .refund(merchant, open.id(), new RefundRequest("r1", Money.vnd(100_000), "requested_by_customer"));
        gateway.desk()
                .refund(merchant, open.id(), new RefundRequest("r1", Money.vnd(100_000), "requested_by_customer"));
        gateway.awaitQuiet();

        assertThat(found(open).refunded()).isEqualTo(Money.vnd(100_000));
        assertThat(sellerBalance()).isEqualTo(Money.vnd(150_000));
        assertThat(balance(LedgerAccount.house(Kind.REFUNDS_IN_TRANSIT))).isEqualTo(Money.vnd(0));
        assertThatThrownBy(() -> gateway.desk()
                        .refund(merchant, open.id(), new RefundRequest("r2", Money.vnd(150_001), "duplicate")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theSameKeyFindsTheSameChargeAndAnotherRequestIsRefused() {
        ChargeRequest request = request(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 50_000, null, "k1");

        ChargeView first = gateway.desk().open(request);
        ChargeView second = gateway.desk().open(request);

        assertThat(second).isEqualTo(first);
        assertThatThrownBy(() ->
                        gateway.desk().open(request(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 50_001, null, "k1")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThatThrownBy(() -> open(ChargeMethod.CASH, CaptureMode.AUTOMATIC, 1, null))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theDeskAnswersOverHttp() {
        Map<String, Object> call =
                Map.of("request", request(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 9_000, null, "h"));

        var opened = gateway.read(gateway.post("/internal/payment-desk/open", call));
        var found =
                gateway.post("/internal/payment-desk/find", Map.of("merchantId", merchant, "id", opened.path("id")));

        assertThat(opened.path("status").asText()).as(opened.toString()).isEqualTo("REQUIRES_ACTION");
        assertThat(found.body()).isEqualTo(opened.toString());
        var page = gateway.get(opened.path("nextAction").path("instructionsUrl").asText());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("code.svg", "9.000 VND");
    }

    private ChargeView open(ChargeMethod method, CaptureMode capture, long dong, @Nullable String phone) {
        return gateway.desk().open(request(method, capture, dong, phone, "key-" + count++));
    }

    private ChargeRequest request(
            ChargeMethod method, CaptureMode capture, long dong, @Nullable String phone, String key) {
        return new ChargeRequest(
                key,
                merchant,
                new OrderId("o-" + key),
                Money.vnd(dong),
                method,
                capture,
                phone,
                TestGateway.START
                        .plus(Duration.between(TestGateway.START, gateway.now()))
                        .plus(Duration.ofMinutes(30)));
    }

    private void scan(ChargeView charge, @Nullable Long dong) {
        String qr = Objects.requireNonNull(
                Objects.requireNonNull(charge.nextAction()).qrData());
        Map<String, Object> body = dong == null ? Map.of("qrData", qr) : Map.of("qrData", qr, "amount", dong);
        assertThat(gateway.post("/sandbox/bank/transfers", body).statusCode()).isEqualTo(201);
    }

    private void handOver(String shift, String courier, long dong) {
        gateway.bean(AggregateWriter.class)
                .insert(
                        "test_shifts",
                        new Document("_id", shift),
                        List.of(new Event(
                                shift + "-1",
                                "/routing-engine",
                                EventType.SHIFT_CHANGED,
                                shift,
                                1,
                                gateway.now(),
                                new ShiftEvent(shift, courier, "d-" + merchant, Money.vnd(dong), gateway.now()))));
    }

    private ChargeView found(ChargeView charge) {
        return gateway.desk().find(merchant, charge.id()).orElseThrow();
    }

    private Money sellerBalance() {
        return balance(new LedgerAccount(Kind.SELLER, merchant.value()));
    }

    private static Money balance(LedgerAccount account) {
        return gateway.ledger().balance(account, Money.VND);
    }

    private static Proof proof(String id) {
        return new Proof(id, ProofKind.CODE, "00", gateway.now(), null);
    }
}
