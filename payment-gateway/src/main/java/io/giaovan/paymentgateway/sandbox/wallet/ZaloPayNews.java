package io.giaovan.paymentgateway.sandbox.wallet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.wallet.WalletSignatures;
import io.giaovan.paymentgateway.rail.wallet.ZaloPaySettings;
import io.giaovan.paymentgateway.sandbox.callback.SandboxCallback;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** ZaloPay's callback: signed text inside JSON; only payments are told. */
@Singleton
final class ZaloPayNews implements WalletNews {
    private final ZaloPaySettings settings;
    private final RailAddresses addresses;
    private final ObjectMapper json;

    ZaloPayNews(ZaloPaySettings settings, RailAddresses addresses, ObjectMapper json) {
        this.settings = settings;
        this.addresses = addresses;
        this.json = json;
    }

    @Override
    public WalletForm form() {
        return WalletForm.ZALOPAY;
    }

    @Override
    public SandboxCallback of(WalletOrder order) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("app_id", settings.appId());
        data.put("app_trans_id", order.id());
        data.put("app_time", order.request().get("app_time"));
        data.put("app_user", order.request().getString("app_user"));
        data.put("amount", order.amount());
        data.put("embed_data", order.request().getString("embed_data"));
        data.put("item", "[]");
        data.put("zp_trans_id", order.transaction());
        data.put("server_time", order.changedAt().toEpochMilli());
        try {
            String text = json.writeValueAsString(data);
            String key = addresses.secret(settings.key2(), ZaloPaySettings.KEY_2);
            String body = json.writeValueAsString(
                    Map.of("data", text, "mac", WalletSignatures.zaloPayData(key, text), "type", 1));
            return new SandboxCallback(
                    "zalopay-" + order.id() + "-" + order.status(),
                    "POST",
                    order.noticeUrl(),
                    Map.of(),
                    body,
                    SandboxCallback.Taken.BY_RETURN_CODE);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a notice cannot be written as JSON", impossible);
        }
    }
}
