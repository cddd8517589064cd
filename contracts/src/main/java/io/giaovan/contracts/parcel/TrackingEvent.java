package io.giaovan.contracts.parcel;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;

/**
 * A carrier told where a parcel is.
 *
 * @param merchantId the seller
 * @param parcelCode our code
 * @param carrier which company
 * @param trackingCode the company's code
 * @param status in our vocabulary
 * @param rawStatus the company's own word, never dropped
 * @param at when it happened
 */
public record TrackingEvent(
        MerchantId merchantId,
        String parcelCode,
        String carrier,
        String trackingCode,
        TrackingStatus status,
        String rawStatus,
        Instant at) {}
