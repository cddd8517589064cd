package io.giaovan.paymentgateway.callback.wallet;

import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.wallet.VnpaySettings;
import io.giaovan.paymentgateway.rail.wallet.WalletSignatures;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.TreeMap;

/** VNPAY's notices: a signed query; it reads {@code RspCode}. */
@Controller(VnpaySettings.NOTICE_PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VnpayNoticeController {
    private final WalletNotices notices;
    private final VnpaySettings settings;
    private final RailAddresses addresses;

    VnpayNoticeController(WalletNotices notices, VnpaySettings settings, RailAddresses addresses) {
        this.notices = notices;
        this.settings = settings;
        this.addresses = addresses;
    }

    @Get
    Map<String, String> take(HttpRequest<?> request) {
        Map<String, String> fields = new TreeMap<>();
        request.getParameters().forEach((name, values) -> fields.put(name, values.getFirst()));
        String secret = addresses.secret(settings.hashSecret(), VnpaySettings.SECRET);
        if (!Secrets.same(WalletSignatures.vnpayQuery(secret, fields), fields.getOrDefault("vnp_SecureHash", ""))) {
            return answer("97", "Invalid Checksum");
        }
        String amount = fields.getOrDefault("vnp_Amount", "");
        if (!amount.matches("[0-9]{1,15}") || !amount.endsWith("00")) {
            return answer("04", "Invalid Amount");
        }
        return switch (notices.take("vnpay", fields.getOrDefault("vnp_TxnRef", ""), Long.parseLong(amount) / 100)) {
            case TAKEN -> answer("00", "Confirm Success");
            case KNOWN -> answer("02", "Order already confirmed");
            case UNKNOWN_ORDER -> answer("01", "Order not Found");
            case WRONG_AMOUNT -> answer("04", "Invalid Amount");
        };
    }

    private static Map<String, String> answer(String code, String message) {
        return Map.of("RspCode", code, "Message", message);
    }
}
