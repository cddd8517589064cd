package io.giaovan.paymentgateway.rail.mobilemoney;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The provider of mobile money.
 *
 * @param baseUrl root of its GSMA Mobile Money API 1.2; the sandbox of this process when absent
 * @param apiKey sent as {@code X-API-Key}; derived from the house's key when absent
 * @param clientId sent as {@code X-Client-Id}
 * @param walletId our own account at the provider
 * @param callbackKey what the provider sends us as {@code X-API-Key}; derived from the house's key when absent
 * @param callbackUrl where the provider sends its news; this process when absent
 * @param answerWithin how long we wait for an answer
 */
@ConfigurationProperties("giaovan.rails.mobilemoney")
public record MobileMoneySettings(
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @Bindable(defaultValue = "giaovan") String clientId,
        @Bindable(defaultValue = "giaovan") String walletId,
        @Nullable String callbackKey,
        @Nullable String callbackUrl,
        @Bindable(defaultValue = "PT10S") Duration answerWithin) {
    /** Purpose of the key that is derived when no API key is configured. */
    public static final String API_KEY = "sandbox-mobilemoney";

    /** Purpose of the key that is derived when no callback key is configured. */
    public static final String CALLBACK_KEY = "mobilemoney-callbacks";

    /** Where the provider's news come in. */
    public static final String CALLBACK_PATH = "/callbacks/mobilemoney";

    @Override
    public String toString() {
        return "MobileMoneySettings[" + baseUrl + "]";
    }
}
