package io.giaovan.orderservice.order;

import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.time.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * When the parcel arrives.
 *
 * @param window the promised time
 * @param hold the slot that is kept for it at the last mile, or null when there is none
 * @param standard true when no slot could be proven and the seller's standard window was promised instead
 */
public record Promise(TimeWindow window, @Nullable HoldId hold, boolean standard) {}
