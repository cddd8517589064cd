package io.giaovan.paymentgateway.rail.wallet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A gateway in the form of VNPAY 2.1.0.
 *
 * @param baseUrl its root, with {@code /paymentv2} and {@code /merchant_webapi} below; the sandbox of this process when absent
 * @param terminalCode who we are, {@code vnp_TmnCode}
 * @param hashSecret signs both ways; derived from the house's key when absent
 * @param ipnUrl where the sandbox sends its notices; this process when absent. The real one is told by hand
 * @param answerWithin how long we wait for an answer
 */
@ConfigurationProperties("giaovan.rails.vnpay")
public record VnpaySettings(
        @Nullable String baseUrl,
        @Bindable(defaultValue = "GIAOVAN1") String terminalCode,
        @Nullable String hashSecret,
        @Nullable String ipnUrl,
        @Bindable(defaultValue = "PT30S") Duration answerWithin) {
    /** Purpose of the key that is derived when none is configured. */
    public static final String SECRET = "sandbox-vnpay";

    /** Where the notices come in. */
    public static final String NOTICE_PATH = "/callbacks/vnpay";

    @Override
    public String toString() {
        return "VnpaySettings[" + baseUrl + "]";
    }
}
