package io.giaovan.paymentgateway.rail.carrierbilling;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The telecom that charges phone accounts.
 *
 * @param baseUrl its CAMARA carrier-billing root; the sandbox of this process when absent
 * @param refundUrl its CAMARA refund root; the base when absent
 * @param token our access token; derived from the house's key when absent
 * @param oneStep whether payments that need not be held are taken in one step, where the telecom trusts us to have asked
 *     the subscriber
 * @param answerWithin how long we wait for an answer
 * @param heldFor how long the telecom keeps a reservation
 */
@ConfigurationProperties("giaovan.rails.carrierbilling")
public record CarrierBillingSettings(
        @Nullable String baseUrl,
        @Nullable String refundUrl,
        @Nullable String token,
        @Bindable(defaultValue = "false") boolean oneStep,
        @Bindable(defaultValue = "PT10S") Duration answerWithin,
        @Bindable(defaultValue = "P7D") Duration heldFor) {
    @Override
    public String toString() {
        return "CarrierBillingSettings[" + baseUrl + "]";
    }
}
