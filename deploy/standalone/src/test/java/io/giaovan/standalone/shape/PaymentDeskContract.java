package io.giaovan.standalone.shape;

import static io.giaovan.standalone.shape.Refusals.refused;
import static io.giaovan.standalone.shape.Refusals.refusedField;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.contracts.problem.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What order-service may rely on when it calls the payment desk. */
abstract class PaymentDeskContract {
    private static final Money PRICE = Money.vnd(250_000);

    abstract Shape shape();

    @Test
    void aChargeIsOpenedOnceUnderItsKeyAndFoundOnlyByItsSeller() {
        ChargeRequest request = request("open", ChargeMethod.VIETQR, CaptureMode.AUTOMATIC);

        ChargeView opened = desk().open(request);
        ChargeView again = desk().open(request);

        assertThat(opened.status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(opened.amount()).isEqualTo(PRICE);
        assertThat(opened.nextAction()).isNotNull();
        assertThat(opened.nextAction().qrData()).isNotBlank();
        assertThat(again).isEqualTo(opened);
        assertThat(desk().find(merchant(), opened.id())).contains(opened);
        assertThat(desk().find(new MerchantId("someone-else"), opened.id())).isEmpty();
        assertThat(desk().find(merchant(), new ChargeId("pi_unknown"))).isEmpty();
    }

    @Test
    void aKeyThatOpenedAnotherChargeIsRefused() {
        ChargeView opened = desk().open(request("reused", ChargeMethod.CASH, CaptureMode.ON_PROOF));

        refused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                () -> desk().open(request("reused", ChargeMethod.VIETQR, CaptureMode.AUTOMATIC)));
        assertThat(desk().find(merchant(), opened.id())).contains(opened);
    }

    @Test
    void aWayToCaptureThatTheRailLacksIsNamed() {
        refusedField(
                "capture", "ON_PROOF", () -> desk().open(request("held", ChargeMethod.VIETQR, CaptureMode.ON_PROOF)));
    }

    @Test
    void cashIsBookedOnceWithItsProof() {
        ChargeView opened = desk().open(request("cash", ChargeMethod.CASH, CaptureMode.ON_PROOF));
        CaptureRequest taken = new CaptureRequest(PRICE, proof("cash"), "courier-001");

        ChargeView captured = desk().capture(merchant(), opened.id(), taken);
        ChargeView again = desk().capture(merchant(), opened.id(), taken);

        assertThat(captured.status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(captured.received()).isEqualTo(PRICE);
        assertThat(again).isEqualTo(captured);
    }

    @Test
    void tooMuchCashOrNobodyWhoHoldsItIsNamedAndBooksNothing() {
        ChargeView opened = desk().open(request("wrong-cash", ChargeMethod.CASH, CaptureMode.ON_PROOF));
        CaptureRequest tooMuch = new CaptureRequest(Money.vnd(250_001), proof("wrong-cash"), "courier-001");
        CaptureRequest nobody = new CaptureRequest(PRICE, proof("wrong-cash"), null);

        refusedField("amount", "250001 VND", () -> desk().capture(merchant(), opened.id(), tooMuch));
        refusedField("courierId", "", () -> desk().capture(merchant(), opened.id(), nobody));
        assertThat(desk().find(merchant(), opened.id())).contains(opened);
    }

    @Test
    void aChargeIsGivenUpOnceAndIsNoLongerCaptured() {
        ChargeView opened = desk().open(request("cancel", ChargeMethod.CASH, CaptureMode.ON_PROOF));

        ChargeView cancelled = desk().cancel(merchant(), opened.id(), "changed their mind");
        ChargeView again = desk().cancel(merchant(), opened.id(), "changed their mind");

        assertThat(cancelled.status()).isEqualTo(ChargeStatus.CANCELED);
        assertThat(again).isEqualTo(cancelled);
        refused(
                ErrorCode.OUT_OF_SEQUENCE,
                () -> desk().capture(
                                merchant(), opened.id(), new CaptureRequest(PRICE, proof("cancel"), "courier-001")));
    }

    @Test
    void aPasswordThatIsNoneIsRefusedWithoutRepeatingIt() {
        ChargeRequest request = new ChargeRequest(
                "password",
                merchant(),
                new OrderId("order-password"),
                PRICE,
                ChargeMethod.CARRIER_BILLING,
                CaptureMode.ON_PROOF,
                "+84931234567",
                Shape.NOW.plus(Duration.ofHours(1)));
        ChargeView opened = desk().open(request);

        refusedField("password", "", () -> desk().enterOneTimePassword(merchant(), opened.id(), "secret"));
        assertThat(opened.status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(desk().find(merchant(), opened.id())).contains(opened);
    }

    @Test
    void whatIsNotKnownCannotBeRefunded() {
        RefundRequest badReason = new RefundRequest("refund", PRICE, "because");
        RefundRequest refund = new RefundRequest("refund", PRICE, "requested_by_customer");

        refusedField("reason", "because", () -> desk().refund(merchant(), new ChargeId("pi_unknown"), badReason));
        refused(ErrorCode.NOT_FOUND, () -> desk().refund(merchant(), new ChargeId("pi_unknown"), refund));
    }

    private PaymentDesk desk() {
        return shape().paymentDesk();
    }

    private MerchantId merchant() {
        return new MerchantId(shape().cast().sellers().getFirst().id());
    }

    private ChargeRequest request(String key, ChargeMethod method, CaptureMode capture) {
        return new ChargeRequest(
                key,
                merchant(),
                new OrderId("order-" + key),
                PRICE,
                method,
                capture,
                null,
                Shape.NOW.plus(Duration.ofHours(1)));
    }

    private static Proof proof(String id) {
        return new Proof("proof-" + id, ProofKind.SIGNATURE, "a".repeat(64), Shape.NOW, null);
    }
}
