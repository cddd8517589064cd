package io.giaovan.paymentgateway.callback.wallet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.wallet.WalletSignatures;
import io.giaovan.paymentgateway.rail.wallet.ZaloPaySettings;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** ZaloPay's notices: the data are signed text inside the body; it reads {@code return_code}. */
@Controller(ZaloPaySettings.NOTICE_PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ZaloPayNoticeController {
    private final WalletNotices notices;
    private final ZaloPaySettings settings;
    private final RailAddresses addresses;
    private final ObjectMapper json;

    ZaloPayNoticeController(
            WalletNotices notices, ZaloPaySettings settings, RailAddresses addresses, ObjectMapper json) {
        this.notices = notices;
        this.settings = settings;
        this.addresses = addresses;
        this.json = json;
    }

    @Post("/{chargeId}")
    Map<String, Object> take(String chargeId, @Body JsonNode notice) {
        String data = notice.path("data").asText("");
        String key = addresses.secret(settings.key2(), ZaloPaySettings.KEY_2);
        if (!Secrets.same(
                WalletSignatures.zaloPayData(key, data), notice.path("mac").asText(""))) {
            return answer(-1, "mac not equal");
        }
        JsonNode order = read(data);
        String reference = order.path("app_trans_id").asText("");
        String attempt = reference.substring(reference.indexOf('_') + 1);
        WalletNotices.Fit fit = attempt.startsWith(chargeId + "_")
                ? notices.take("zalopay", attempt, order.path("amount").asLong())
                : WalletNotices.Fit.UNKNOWN_ORDER;
        return switch (fit) {
            case TAKEN -> answer(1, "success");
            case KNOWN -> answer(2, "known already");
            case UNKNOWN_ORDER -> answer(-2, "order not found");
            case WRONG_AMOUNT -> answer(-3, "wrong amount");
        };
    }

    private JsonNode read(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException unreadable) {
            return json.createObjectNode();
        }
    }

    private static Map<String, Object> answer(int code, String message) {
        return Map.of("return_code", code, "return_message", message);
    }
}
