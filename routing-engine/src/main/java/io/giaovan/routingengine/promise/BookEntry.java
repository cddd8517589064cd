package io.giaovan.routingengine.promise;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.routingengine.fleet.CourierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line in a depot-day's book. Lines are numbered and never changed. */
sealed interface BookEntry {
    Instant at();

    /** A slot is held until it expires. */
    record Held(Instant at, HoldId hold, Place place, Instant expiresAt) implements BookEntry {}

    /** A hold no longer expires. */
    record Confirmed(Instant at, HoldId hold) implements BookEntry {}

    /** A hold is given up. */
    record Released(Instant at, HoldId hold) implements BookEntry {}

    /** A parcel takes the place of its hold, or a place without one. */
    record Requested(
            Instant at, DeliveryId delivery, @Nullable HoldId hold, Place place) implements BookEntry {}

    /** A parcel needs its place no longer: withdrawn, or on a released route. */
    record Dropped(Instant at, DeliveryId delivery) implements BookEntry {}

    /** A courier drives a released route, or is off, until then. */
    record Busy(Instant at, CourierId courier, Instant until) implements BookEntry {}
}
