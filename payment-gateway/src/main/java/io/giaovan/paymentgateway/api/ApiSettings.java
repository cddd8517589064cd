package io.giaovan.paymentgateway.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/**
 * How the public API answers.
 *
 * @param live whether money is real: it then takes keys of {@code sk_live_} and {@code rk_live_}, else those of test
 * @param version version of requests that name none
 * @param amountMax the largest amount of a payment intent, in minor units
 * @param setupAmount what is held for a moment to prove that a phone account is the buyer's, in minor units
 * @param disputeAnswerWithin how long a merchant can answer a dispute
 * @param requestsPerSecond how fast one key may be used for long
 * @param requestsAtOnce how many requests of one key may come at once before that
 * @param wrongKeysPerMinute how many wrong keys one address may show in a minute
 * @param eventsKept how long events and finished deliveries can be looked up
 */
@ConfigurationProperties("giaovan.api")
public record ApiSettings(
        @Bindable(defaultValue = "false") boolean live,

        @Pattern(regexp = ApiVersions.PATTERN) @Bindable(defaultValue = "2026-10-28.endive")
        String version,

        @Min(1) @Bindable(defaultValue = "999999999999") long amountMax,
        @Min(1) @Bindable(defaultValue = "1000") long setupAmount,
        @Bindable(defaultValue = "P14D") Duration disputeAnswerWithin,
        @Min(1) @Bindable(defaultValue = "500") long requestsPerSecond,
        @Min(1) @Bindable(defaultValue = "2000") long requestsAtOnce,
        @Min(1) @Bindable(defaultValue = "120") long wrongKeysPerMinute,
        @Bindable(defaultValue = "P30D") Duration eventsKept) {}
