package io.giaovan.routingengine.dispatch.delivery;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.routingengine.fleet.DepotId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps deliveries and their news. Safe for use by many threads. */
public interface Deliveries {
    int OPEN_PER_DEPOT_MAX = 15_000;

    /** Keeps a new delivery and tells it; false when the id is taken. */
    boolean insert(Delivery delivery, Instant now);

    /** Keeps what became of a delivery and tells it; false when somebody was quicker. */
    boolean update(Delivery delivery, Instant now);

    Optional<Delivery> find(DeliveryId id);

    /** Those that there are, in the order of the ids given. */
    List<Delivery> list(Collection<DeliveryId> ids);

    /** A depot's deliveries that have not come to an end, in order of their ids. */
    List<Delivery> listOpen(DepotId depot);
}
