package io.giaovan.routingengine.fleet;

import io.giaovan.contracts.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** Depots, couriers and dispatchers. Safe for use by many threads. */
public interface Fleet {
    int COURIERS_PER_DEPOT_MAX = 2_000;

    /** Enters a depot or replaces the one with its id. */
    void put(Depot depot);

    Optional<Depot> findDepot(DepotId id);

    default Depot getDepot(DepotId id) {
        return findDepot(id).orElseThrow(() -> ProblemException.notFound("depot", id.value()));
    }

    List<Depot> listDepots();

    /** Enters a courier or replaces the one with its id; refuses a phone that another courier has. */
    void put(Courier courier);

    Optional<Courier> findCourier(CourierId id);

    default Courier getCourier(CourierId id) {
        return findCourier(id).orElseThrow(() -> ProblemException.notFound("courier", id.value()));
    }

    Optional<Courier> findCourierByPhone(String phone);

    /** A depot's couriers in order of their ids. */
    List<Courier> listCouriers(DepotId depot);

    /** Enters a dispatcher; a key entered earlier for the same dispatcher opens nothing any more. */
    void put(Dispatcher dispatcher, String keyDigest);

    Optional<Dispatcher> findDispatcher(String keyDigest);
}
