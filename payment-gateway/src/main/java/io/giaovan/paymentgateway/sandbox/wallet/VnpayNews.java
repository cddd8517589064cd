package io.giaovan.paymentgateway.sandbox.wallet;

import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.wallet.VnpaySettings;
import io.giaovan.paymentgateway.rail.wallet.WalletSignatures;
import io.giaovan.paymentgateway.sandbox.callback.SandboxCallback;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/** VNPAY's IPN: a signed query. */
@Singleton
final class VnpayNews implements WalletNews {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final VnpaySettings settings;
    private final RailAddresses addresses;

    VnpayNews(VnpaySettings settings, RailAddresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    @Override
    public WalletForm form() {
        return WalletForm.VNPAY;
    }

    @Override
    public SandboxCallback of(WalletOrder order) {
        boolean paid = order.status() == WalletOrder.Status.PAID;
        Map<String, String> fields = new TreeMap<>();
        fields.put("vnp_TmnCode", settings.terminalCode());
        fields.put("vnp_Amount", Long.toString(order.amount() * 100));
        fields.put("vnp_BankCode", "NCB");
        fields.put("vnp_OrderInfo", String.valueOf(order.request().getString("vnp_OrderInfo")));
        fields.put("vnp_PayDate", TIME.format(order.changedAt().atZone(ServiceDay.VIETNAM)));
        fields.put("vnp_ResponseCode", paid ? "00" : "24");
        fields.put("vnp_TransactionStatus", paid ? "00" : "02");
        fields.put("vnp_TransactionNo", Long.toString(order.transaction()));
        fields.put("vnp_TxnRef", order.id());
        String secret = addresses.secret(settings.hashSecret(), VnpaySettings.SECRET);
        String query =
                WalletSignatures.vnpayText(fields) + "&vnp_SecureHash=" + WalletSignatures.vnpayQuery(secret, fields);
        return new SandboxCallback(
                "vnpay-" + order.id() + "-" + order.status(),
                "GET",
                addresses.resolve(settings.ipnUrl(), VnpaySettings.NOTICE_PATH) + "?" + query,
                Map.of(),
                "",
                SandboxCallback.Taken.BY_RSP_CODE);
    }
}
