package io.giaovan.paymentgateway.sandbox.wallet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.wallet.MomoSettings;
import io.giaovan.paymentgateway.rail.wallet.WalletSignatures;
import io.giaovan.paymentgateway.sandbox.callback.SandboxCallback;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** MoMo's IPN: JSON with a signature among its fields. */
@Singleton
final class MomoNews implements WalletNews {
    private final MomoSettings settings;
    private final RailAddresses addresses;
    private final ObjectMapper json;

    MomoNews(MomoSettings settings, RailAddresses addresses, ObjectMapper json) {
        this.settings = settings;
        this.addresses = addresses;
        this.json = json;
    }

    @Override
    public WalletForm form() {
        return WalletForm.MOMO;
    }

    @Override
    public SandboxCallback of(WalletOrder order) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("partnerCode", settings.partnerCode());
        fields.put("orderId", order.id());
        fields.put("requestId", order.request().getString("requestId"));
        fields.put("amount", order.amount());
        fields.put("orderInfo", order.request().getString("orderInfo"));
        fields.put("orderType", "momo_wallet");
        fields.put("transId", order.transaction());
        fields.put("resultCode", result(order));
        fields.put("message", "Sandbox");
        fields.put("payType", "qr");
        fields.put("responseTime", order.changedAt().toEpochMilli());
        fields.put("extraData", "");
        Map<String, Object> body = new LinkedHashMap<>(fields);
        String secret = addresses.secret(settings.secretKey(), MomoSettings.SECRET);
        body.put("signature", WalletSignatures.momo(secret, settings.accessKey(), fields));
        try {
            return new SandboxCallback(
                    "momo-" + order.id() + "-" + order.status(),
                    "POST",
                    order.noticeUrl(),
                    Map.of(),
                    json.writeValueAsString(body),
                    SandboxCallback.Taken.BY_STATUS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a notice cannot be written as JSON", impossible);
        }
    }

    static int result(WalletOrder order) {
        return switch (order.status()) {
            case PAID -> 0;
            case HELD -> 9000;
            case PENDING -> 1000;
            case DECLINED -> 1006;
            case CANCELLED -> 1003;
            case EXPIRED -> 1005;
        };
    }
}
