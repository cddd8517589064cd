package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutView;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.edge.remote.HouseClient;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** The payment desk in another process. */
@Singleton
@Requires(property = "giaovan.remote.payment-gateway")
@Requires(missingProperty = "giaovan.test.payment-desk")
final class RemotePaymentDesk implements PaymentDesk {
    private static final String PATH = "/internal/payment-desk/";

    private final HouseClient client;
    private final URI gateway;

    RemotePaymentDesk(HouseClient client, @Value("${giaovan.remote.payment-gateway}") URI gateway) {
        this.client = client;
        this.gateway = gateway;
    }

    record Open(ChargeRequest request) {}

    record Find(MerchantId merchantId, ChargeId id) {}

    record Password(MerchantId merchantId, ChargeId id, String password) {
        @Override
        public String toString() {
            return "Password[" + id + "]";
        }
    }

    record Capture(MerchantId merchantId, ChargeId id, CaptureRequest request) {}

    record Cancel(MerchantId merchantId, ChargeId id, String reason) {}

    record Refund(MerchantId merchantId, ChargeId id, RefundRequest request) {}

    record PayOut(PayoutRequest request) {}

    @Override
    public ChargeView open(ChargeRequest request) {
        return client.post(gateway, PATH + "open", new Open(request), ChargeView.class);
    }

    @Override
    public Optional<ChargeView> find(MerchantId merchantId, ChargeId id) {
        return client.find(gateway, PATH + "find", new Find(merchantId, id), ChargeView.class);
    }

    @Override
    public ChargeView enterOneTimePassword(MerchantId merchantId, ChargeId id, String password) {
        return client.post(
                gateway, PATH + "enter-one-time-password", new Password(merchantId, id, password), ChargeView.class);
    }

    @Override
    public ChargeView capture(MerchantId merchantId, ChargeId id, CaptureRequest request) {
        return client.post(gateway, PATH + "capture", new Capture(merchantId, id, request), ChargeView.class);
    }

    @Override
    public ChargeView cancel(MerchantId merchantId, ChargeId id, String reason) {
        return client.post(gateway, PATH + "cancel", new Cancel(merchantId, id, reason), ChargeView.class);
    }

    @Override
    public ChargeView refund(MerchantId merchantId, ChargeId id, RefundRequest request) {
        return client.post(gateway, PATH + "refund", new Refund(merchantId, id, request), ChargeView.class);
    }

    @Override
    public PayoutView payOut(PayoutRequest request) {
        return client.post(gateway, PATH + "pay-out", new PayOut(request), PayoutView.class);
    }
}
