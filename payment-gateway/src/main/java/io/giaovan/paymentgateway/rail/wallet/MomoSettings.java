package io.giaovan.paymentgateway.rail.wallet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A wallet in the form of MoMo.
 *
 * @param baseUrl where its {@code /v2/gateway/api} is; the sandbox of this process when absent
 * @param partnerCode who we are
 * @param accessKey our access key
 * @param secretKey signs both ways; derived from the house's key when absent
 * @param ipnUrl where the wallet sends its notices; this process when absent
 * @param answerWithin how long we wait for an answer
 */
@ConfigurationProperties("giaovan.rails.momo")
public record MomoSettings(
        @Nullable String baseUrl,
        @Bindable(defaultValue = "GIAOVAN") String partnerCode,
        @Bindable(defaultValue = "giaovan") String accessKey,
        @Nullable String secretKey,
        @Nullable String ipnUrl,
        @Bindable(defaultValue = "PT30S") Duration answerWithin) {
    /** Purpose of the key that is derived when none is configured. */
    public static final String SECRET = "sandbox-momo";

    /** Where the wallet's notices come in. */
    public static final String NOTICE_PATH = "/callbacks/momo";

    @Override
    public String toString() {
        return "MomoSettings[" + baseUrl + "]";
    }
}
