package io.giaovan.routingengine.dispatch.route;

import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.DepotId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps routes. Safe for use by many threads. */
public interface Routes {
    /** Keeps a new route; false when its id is taken. */
    boolean insert(Route route);

    Optional<Route> find(RouteId id);

    Route get(RouteId id);

    /** Changes a route as it is at that moment, repeating the step when others were quicker; answers what is kept. */
    Route change(RouteId id, UnaryOperator<Route> step);

    /** A courier's routes of a day in order. */
    List<Route> list(CourierId courier, LocalDate day);

    /** The routes of several couriers on a day, each courier's in order. */
    List<Route> list(Collection<CourierId> couriers, LocalDate day);

    /** A depot's routes that are released or under way, in order of their ids. */
    List<Route> listLive(DepotId depot);
}
