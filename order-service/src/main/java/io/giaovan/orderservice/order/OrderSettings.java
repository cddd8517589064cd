package io.giaovan.orderservice.order;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How due steps are done.
 *
 * @param ordersAtOnceMax orders whose steps run at the same time
 * @param retryFirst how long a failed step waits before its second try; doubles with every try
 * @param retryMax the longest wait
 * @param scanEvery how often orders are looked for that another process left unfinished
 */
@ConfigurationProperties("giaovan.order.steps")
public record OrderSettings(
        @Min(1) @Max(1_000) @Bindable(defaultValue = "16") int ordersAtOnceMax,
        @Bindable(defaultValue = "PT0.1S") Duration retryFirst,
        @Bindable(defaultValue = "PT30S") Duration retryMax,
        @Bindable(defaultValue = "PT60S") Duration scanEvery) {}
