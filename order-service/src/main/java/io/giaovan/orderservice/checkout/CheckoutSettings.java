package io.giaovan.orderservice.checkout;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * The terms of the checkout.
 *
 * @param payWithin how long a buyer has to pay; goods and slot are kept that long
 * @param deliveryFee what a buyer pays for the delivery by our own couriers, in minor units of the order's currency
 * @param carrierFee what a buyer pays for the delivery by a parcel company, in minor units of the order's currency
 * @param watchEvery how often unpaid orders are looked at
 */
@ConfigurationProperties("giaovan.checkout")
public record CheckoutSettings(
        @Bindable(defaultValue = "PT15M") Duration payWithin,
        @Min(0) @Bindable(defaultValue = "18000") long deliveryFee,
        @Min(0) @Bindable(defaultValue = "35000") long carrierFee,
        @Bindable(defaultValue = "PT0.2S") Duration watchEvery) {}
