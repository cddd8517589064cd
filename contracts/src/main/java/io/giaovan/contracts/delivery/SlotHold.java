package io.giaovan.contracts.delivery;

import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;

/**
 * A slot kept for one buyer until it expires, is confirmed or released.
 *
 * @param holdId identifies it
 * @param slotId the slot
 * @param window promised time of arrival
 * @param expiresAt when it lapses by itself
 */
public record SlotHold(HoldId holdId, String slotId, TimeWindow window, Instant expiresAt) {}
