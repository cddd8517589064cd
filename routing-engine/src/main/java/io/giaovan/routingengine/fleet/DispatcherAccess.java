package io.giaovan.routingengine.fleet;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;

/** Says whose key a dispatcher's key is, and keeps dispatchers to their own depot. */
@Singleton
public final class DispatcherAccess {
    private final Fleet fleet;

    DispatcherAccess(Fleet fleet) {
        this.fleet = fleet;
    }

    public Dispatcher dispatcher(String key) {
        return fleet.findDispatcher(Secrets.digest(key))
                .orElseThrow(
                        () -> new ProblemException(ErrorCode.UNAUTHENTICATED, "The key is not a dispatcher's key"));
    }

    /** The same, for one depot only; another depot looks as if it did not exist. */
    public Dispatcher dispatcher(String key, DepotId depot) {
        Dispatcher dispatcher = dispatcher(key);
        if (!dispatcher.depot().equals(depot)) {
            throw ProblemException.notFound("depot", depot.value());
        }
        return dispatcher;
    }
}
