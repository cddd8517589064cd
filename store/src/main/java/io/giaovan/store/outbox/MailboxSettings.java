package io.giaovan.store.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How mail is fetched and handled.
 *
 * @param poll how often a mailbox looks for mail that other processes brought
 * @param lease how long a process keeps a mailbox to itself without renewing
 * @param attemptsMax tries before an event is parked for a person
 */
@ConfigurationProperties("giaovan.mailbox")
public record MailboxSettings(
        @Bindable(defaultValue = "PT0.2S") Duration poll,
        @Bindable(defaultValue = "PT5S") Duration lease,
        @Min(1) @Max(1000) @Bindable(defaultValue = "50") int attemptsMax) {}
