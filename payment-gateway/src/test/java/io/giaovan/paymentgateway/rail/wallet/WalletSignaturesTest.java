package io.giaovan.paymentgateway.rail.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected values were computed with openssl from the raw text beside them. */
class WalletSignaturesTest {
    @Test
    void momoSignsNamesInOrderWithItsAccessKey() {
        // accessKey=ak&amount=50000&orderId=o1&requestId=r1
        assertThat(WalletSignatures.momo("sk", "ak", Map.of("requestId", "r1", "orderId", "o1", "amount", 50_000)))
                .isEqualTo("d89729e707ff0acef03a15ceb756c2cb270659ce88ced1d4ff17120b0f4f72b4");
    }

    @Test
    void zaloPaySignsValuesBetweenBars() {
        // 2553|261124_x|user|50000|1700000000000|{}|[]
        assertThat(WalletSignatures.zaloPay("k1", 2553, "261124_x", "user", 50_000, 1_700_000_000_000L, "{}", "[]"))
                .isEqualTo("4f96a5e8af5abb691a7828993955adc1189a399aae5a93c233714df013d845c2");
    }

    @Test
    void vnpaySignsTheEncodedQueryWithAPlusForASpace() {
        // vnp_Amount=1000000&vnp_OrderInfo=Thanh+toan+%231&vnp_TxnRef=5
        Map<String, String> fields = Map.of(
                "vnp_TxnRef", "5", "vnp_Amount", "1000000", "vnp_OrderInfo", "Thanh toan #1", "vnp_SecureHash", "x");

        assertThat(WalletSignatures.vnpayText(fields))
                .isEqualTo("vnp_Amount=1000000&vnp_OrderInfo=Thanh+toan+%231&vnp_TxnRef=5");
        assertThat(WalletSignatures.vnpayQuery("secret", fields))
                .isEqualTo(
                        "589e3b93f5e5dc4fcc4cb80694fd74cac1172079559fd5e81a73dfc0a056ace7006b1cb851600186ff5f4eed3ae14d09b6eea09ef6b20e26d1710e24b96704cc");
    }

    @Test
    void aChangedValueChangesTheSignature() {
        assertThat(WalletSignatures.vnpay("secret", "a", "b")).isNotEqualTo(WalletSignatures.vnpay("secret", "a", "c"));
        assertThat(WalletSignatures.zaloPay("k1", "a|b")).isEqualTo(WalletSignatures.zaloPay("k1", "a", "b"));
    }
}
