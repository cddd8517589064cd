package io.giaovan.routingengine.dispatch.route;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.fleet.CourierId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where couriers were. Kept for 30 days. Safe for use by many threads. */
public interface CourierTrail {
    /**
     * One position.
     *
     * @param point where
     * @param at when, by the courier's device
     * @param accuracyMetres radius of doubt, null when the device does not say
     */
    record Position(GeoPoint point, Instant at, @Nullable Double accuracyMetres) {}

    /** Keeps positions; one of an instant that is known already changes nothing. */
    void add(CourierId courier, List<Position> positions);

    Optional<Position> findLast(CourierId courier);

    /** Deletes positions from before; answers how many. */
    long prune(Instant before);
}
