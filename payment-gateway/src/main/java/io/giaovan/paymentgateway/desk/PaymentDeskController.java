package io.giaovan.paymentgateway.desk;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutView;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.api.audit.Unaudited;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The payment desk for callers in other processes; each call holds its parameters by name. */
@Controller(PaymentDeskController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PaymentDeskController {
    static final String PATH = "/internal/payment-desk";

    private final GatewayDesk desk;

    PaymentDeskController(GatewayDesk desk) {
        this.desk = desk;
    }

    record OpenCall(ChargeRequest request) {}

    record FindCall(MerchantId merchantId, ChargeId id) {}

    record PasswordCall(MerchantId merchantId, ChargeId id, String password) {
        @Override
        public String toString() {
            return "PasswordCall[" + id + "]";
        }
    }

    record CaptureCall(MerchantId merchantId, ChargeId id, CaptureRequest request) {}

    record CancelCall(MerchantId merchantId, ChargeId id, String reason) {}

    record RefundCall(MerchantId merchantId, ChargeId id, RefundRequest request) {}

    record PayOutCall(PayoutRequest request) {}

    @Post("/open")
    ChargeView open(@Body OpenCall call) {
        return desk.open(call.request());
    }

    @Post("/find")
    @Unaudited
    ChargeView find(@Body FindCall call) {
        return desk.find(call.merchantId(), call.id())
                .orElseThrow(() -> ProblemException.notFound("charge", call.id().value()));
    }

    @Post("/enter-one-time-password")
    ChargeView enterOneTimePassword(@Body PasswordCall call) {
        return desk.enterOneTimePassword(call.merchantId(), call.id(), call.password());
    }

    @Post("/capture")
    ChargeView capture(@Body CaptureCall call) {
        return desk.capture(call.merchantId(), call.id(), call.request());
    }

    @Post("/cancel")
    ChargeView cancel(@Body CancelCall call) {
        return desk.cancel(call.merchantId(), call.id(), call.reason());
    }

    @Post("/refund")
    ChargeView refund(@Body RefundCall call) {
        return desk.refund(call.merchantId(), call.id(), call.request());
    }

    @Post("/pay-out")
    PayoutView payOut(@Body PayOutCall call) {
        return desk.payOut(call.request());
    }
}
