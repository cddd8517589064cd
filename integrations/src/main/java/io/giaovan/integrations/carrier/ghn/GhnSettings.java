package io.giaovan.integrations.carrier.ghn;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How GHN is spoken with.
 *
 * @param url base address before {@code /shiip}; null means the sandbox of this process
 * @param token our account's token; empty means that the carrier is not set up
 * @param shopId our account's shop number
 * @param webhookSecret last part of the address that GHN's notices go to, at least 16 characters; empty refuses all
 * @param pollEvery how often open parcels are asked for, in business time, because notices are given up after ten tries
 */
@ConfigurationProperties("giaovan.ghn")
record GhnSettings(
        @Nullable URI url,
        @Bindable(defaultValue = "") String token,
        @Bindable(defaultValue = "1") String shopId,
        @Bindable(defaultValue = "") String webhookSecret,
        @Bindable(defaultValue = "PT30M") Duration pollEvery) {
    GhnSettings {
        if (!webhookSecret.isEmpty() && webhookSecret.length() < 16) {
            throw new IllegalArgumentException("giaovan.ghn.webhook-secret: has " + webhookSecret.length()
                    + " characters, at least 16 are needed");
        }
    }

    @Override
    public String toString() {
        return "GhnSettings[hidden]";
    }
}
