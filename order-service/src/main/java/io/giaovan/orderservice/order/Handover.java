package io.giaovan.orderservice.order;

import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a parcel was handed over.
 *
 * @param at when
 * @param proof what shows it
 * @param cash what was taken at the door, or null
 * @param cashHolder the courier or parcel company that holds the cash, or null
 */
public record Handover(
        Instant at,
        Proof proof,
        @Nullable Money cash,
        @Nullable String cashHolder) {}
