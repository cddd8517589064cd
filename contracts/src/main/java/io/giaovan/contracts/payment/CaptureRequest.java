package io.giaovan.contracts.payment;

import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gateway to take held money, or to book cash taken at the door.
 *
 * @param amount how much, at most what was authorised
 * @param proof the proof of delivery that allows it
 * @param courierId who holds the cash, for {@code CASH}, else null
 */
public record CaptureRequest(
        Money amount, Proof proof, @Nullable String courierId) {}
