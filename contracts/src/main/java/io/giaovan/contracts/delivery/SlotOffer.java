package io.giaovan.contracts.delivery;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.time.TimeWindow;

/**
 * A slot that the live plan can keep at the moment of asking.
 *
 * @param slotId names depot, day and window, for instance {@code dn1.2026-11-24.0900-1200}; not a reservation
 * @param window promised time of arrival
 * @param marginalCost what the stop adds to the plan's cost
 */
public record SlotOffer(String slotId, TimeWindow window, Money marginalCost) {}
