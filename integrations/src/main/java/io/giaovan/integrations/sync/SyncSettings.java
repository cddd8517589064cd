package io.giaovan.integrations.sync;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How messages are handled. All times are the machine's, not the business clock's.
 *
 * @param attemptsMax tries before a message is parked
 * @param claim how long a process keeps a message to itself; longer than the slowest handling
 * @param backOffMax longest wait between two tries
 * @param rememberedFor how long a handled message is still known as a duplicate
 * @param lanesMax lanes handled side by side
 * @param bodyBytesMax largest webhook body, in bytes
 * @param answerWithin how long a partner may take to answer
 */
@ConfigurationProperties("giaovan.sync")
public record SyncSettings(
        @Min(1) @Max(1000) @Bindable(defaultValue = "20") int attemptsMax,
        @Bindable(defaultValue = "PT90S") Duration claim,
        @Bindable(defaultValue = "PT30S") Duration backOffMax,
        @Bindable(defaultValue = "P31D") Duration rememberedFor,
        @Min(1) @Max(256) @Bindable(defaultValue = "16") int lanesMax,

        @Min(1_000) @Max(10_000_000) @Bindable(defaultValue = "262144")
        int bodyBytesMax,

        @Bindable(defaultValue = "PT10S") Duration answerWithin) {}
