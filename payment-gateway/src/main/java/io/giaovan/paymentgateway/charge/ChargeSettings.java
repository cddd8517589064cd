package io.giaovan.paymentgateway.charge;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How charges are looked after.
 *
 * @param claim how long a process has an attempt to itself before another may ask about it
 * @param askAfter wait before the first question about an unknown outcome; doubles each time
 * @param askAfterMax longest wait between questions
 * @param pollEvery how often a provider is asked what its buyer did, where its news may get lost
 * @param passwordTriesMax wrong one-time passwords before a charge fails
 * @param intentLife how long an intent of the public API waits for its buyer
 * @param sideBySideMax how many charges are looked after at once
 */
@ConfigurationProperties("giaovan.charges")
public record ChargeSettings(
        @Bindable(defaultValue = "PT20S") Duration claim,
        @Bindable(defaultValue = "PT2S") Duration askAfter,
        @Bindable(defaultValue = "PT30S") Duration askAfterMax,
        @Bindable(defaultValue = "PT10S") Duration pollEvery,
        @Min(1) @Max(10) @Bindable(defaultValue = "5") int passwordTriesMax,
        @Bindable(defaultValue = "P1D") Duration intentLife,
        @Min(1) @Max(256) @Bindable(defaultValue = "16") int sideBySideMax) {}
