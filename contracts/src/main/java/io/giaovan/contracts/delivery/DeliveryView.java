package io.giaovan.contracts.delivery;

import io.giaovan.contracts.time.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What a seller or buyer may know of a delivery.
 *
 * @param deliveryId the delivery
 * @param status where it stands
 * @param promised the window promised
 * @param expected range in which it will arrive, null when not planned or over
 * @param stopsBefore stops before this one, null when not on its way
 * @param attempt attempts so far
 */
public record DeliveryView(
        DeliveryId deliveryId,
        DeliveryStatus status,
        TimeWindow promised,
        @Nullable TimeWindow expected,
        @Nullable Integer stopsBefore,
        int attempt) {}
