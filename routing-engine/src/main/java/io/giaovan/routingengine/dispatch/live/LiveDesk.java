package io.giaovan.routingengine.dispatch.live;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.day.LostVehicles;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteDesk;
import io.giaovan.routingengine.dispatch.route.RouteState;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What dispatchers do to a plan that is being driven. Every step may be repeated. Safe for use by many threads. */
@Singleton
public final class LiveDesk {
    private final Fleet fleet;
    private final Routes routes;
    private final RouteDesk routeDesk;
    private final LostVehicles lost;
    private final Optional<Replanning> replanning;
    private final Clock clock;

    LiveDesk(
            Fleet fleet,
            Routes routes,
            RouteDesk routeDesk,
            LostVehicles lost,
            Optional<Replanning> replanning,
            Clock clock) {
        this.fleet = fleet;
        this.routes = routes;
        this.routeDesk = routeDesk;
        this.lost = lost;
        this.replanning = replanning;
        this.clock = clock;
    }

    /** Changes the live plan to fit what is known now. */
    public Replanning.Outcome replan(Depot depot, boolean takeWaiting) {
        Replanning by = planner();
        return by.replan(depot, takeWaiting ? by.waiting(depot) : Set.of());
    }

    /**
     * The vehicle of a route is lost for the day: nothing more is planned for its courier, what it carried is in the depot
     * again, and the others take over what they can.
     */
    public Replanning.Outcome lost(RouteId id, Depot depot) {
        Replanning by = planner();
        Instant now = clock.instant();
        lost.lose(id.courier(), id.day(), now);
        Set<DeliveryId> parcels = new HashSet<>();
        for (Route route : routes.list(id.courier(), id.day())) {
            if (!(route.state() instanceof RouteState.Done)) {
                route.ahead().forEach(stop -> parcels.add(stop.delivery()));
                routeDesk.lost(route.id());
            }
        }
        return by.replan(depot, parcels);
    }

    /** The courier has a vehicle again today. */
    public void back(CourierId id, Depot depot) {
        Courier courier = fleet.findCourier(id)
                .filter(found -> found.depot().equals(depot.id()))
                .orElseThrow(() -> ProblemException.notFound("courier", id.value()));
        lost.recover(courier.id(), depot.dayAt(clock.instant()));
    }

    private Replanning planner() {
        return replanning.orElseThrow(
                () -> new ProblemException(ErrorCode.UNAVAILABLE, "There are no roads here to plan on"));
    }
}
