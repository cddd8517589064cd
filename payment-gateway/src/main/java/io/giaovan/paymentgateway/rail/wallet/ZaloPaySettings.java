package io.giaovan.paymentgateway.rail.wallet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A wallet in the form of ZaloPay.
 *
 * @param baseUrl where its {@code /v2} is; the sandbox of this process when absent
 * @param appId who we are
 * @param key1 signs what we send; derived from the house's key when absent
 * @param key2 signs what the wallet sends; derived from the house's key when absent
 * @param callbackUrl where the wallet sends its notices; this process when absent
 * @param answerWithin how long we wait for an answer
 */
@ConfigurationProperties("giaovan.rails.zalopay")
public record ZaloPaySettings(
        @Nullable String baseUrl,
        @Bindable(defaultValue = "2553") int appId,
        @Nullable String key1,
        @Nullable String key2,
        @Nullable String callbackUrl,
        @Bindable(defaultValue = "PT30S") Duration answerWithin) {
    /** Purposes of the keys that are derived when none are configured. */
    public static final String KEY_1 = "sandbox-zalopay-1";

    public static final String KEY_2 = "sandbox-zalopay-2";

    /** Where the wallet's notices come in. */
    public static final String NOTICE_PATH = "/callbacks/zalopay";

    @Override
    public String toString() {
        return "ZaloPaySettings[" + baseUrl + "]";
    }
}
