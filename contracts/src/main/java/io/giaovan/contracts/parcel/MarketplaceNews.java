package io.giaovan.contracts.parcel;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a marketplace is told of one of its orders.
 *
 * @param merchantId the seller
 * @param channel which marketplace
 * @param externalId its order number
 * @param step what happened
 * @param trackingCode the parcel's code, when shipped or later, else null
 * @param at when it happened
 */
public record MarketplaceNews(
        MerchantId merchantId,
        String channel,
        String externalId,
        Step step,
        @Nullable String trackingCode,
        Instant at) {
    /** What happened to the order. */
    public enum Step {
        SHIPPED,
        DELIVERED,
        CANCELLED,
        RETURNED
    }
}
