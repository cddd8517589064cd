package io.giaovan.orderservice.stock;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Limits of the stock.
 *
 * @param reservationsMax orders that may wait for one product at the same time
 * @param movementsKept latest movements remembered per product
 */
@ConfigurationProperties("giaovan.stock")
public record StockSettings(
        @Min(1) @Max(20_000) @Bindable(defaultValue = "5000")
        int reservationsMax,

        @Min(0) @Max(1_000) @Bindable(defaultValue = "50") int movementsKept) {}
