package io.giaovan.paymentgateway.cod;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How cash is followed.
 *
 * @param differenceAfter how long after a count the shift's takings may still be booked before a difference is named
 */
@ConfigurationProperties("giaovan.cash")
public record CashSettings(@Bindable(defaultValue = "PT2H") Duration differenceAfter) {}
