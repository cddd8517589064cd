package io.giaovan.contracts.delivery;

import io.giaovan.contracts.money.Money;
import java.time.Instant;

/**
 * A courier handed the cash of a shift to the depot and the depot counted it.
 *
 * @param shiftId the shift
 * @param courierId who handed over
 * @param depot who counted
 * @param counted what was counted
 * @param at when
 */
public record ShiftEvent(String shiftId, String courierId, String depot, Money counted, Instant at) {}
