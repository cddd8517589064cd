package io.giaovan.paymentgateway.desk;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutView;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.paymentgateway.api.audit.AuditedCalls;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** The counter for callers in the same process: what may change something is written down as if it had come over HTTP. */
@Singleton
final class AuditedDesk implements PaymentDesk {
    private final GatewayDesk desk;
    private final AuditedCalls calls;

    AuditedDesk(GatewayDesk desk, AuditedCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @Override
    public ChargeView open(ChargeRequest request) {
        return charge("/open", () -> desk.open(request));
    }

    @Override
    public Optional<ChargeView> find(MerchantId merchantId, ChargeId id) {
        return desk.find(merchantId, id);
    }

    @Override
    public ChargeView enterOneTimePassword(MerchantId merchantId, ChargeId id, String password) {
        return charge("/enter-one-time-password", () -> desk.enterOneTimePassword(merchantId, id, password));
    }

    @Override
    public ChargeView capture(MerchantId merchantId, ChargeId id, CaptureRequest request) {
        return charge("/capture", () -> desk.capture(merchantId, id, request));
    }

    @Override
    public ChargeView cancel(MerchantId merchantId, ChargeId id, String reason) {
        return charge("/cancel", () -> desk.cancel(merchantId, id, reason));
    }

    @Override
    public ChargeView refund(MerchantId merchantId, ChargeId id, RefundRequest request) {
        return charge("/refund", () -> desk.refund(merchantId, id, request));
    }

    @Override
    public PayoutView payOut(PayoutRequest request) {
        return calls.post(PaymentDeskController.PATH + "/pay-out", PayoutView::payoutId, () -> desk.payOut(request));
    }

    private ChargeView charge(String call, Supplier<ChargeView> made) {
        return calls.post(
                PaymentDeskController.PATH + call, charge -> charge.id().value(), made);
    }
}
