package io.giaovan.routingengine.dispatch.day;

import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteState;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.dispatch.route.StopProgress;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.promise.Promises;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives a plan to the couriers. Every part may be repeated, and two may give one plan at once: a route is found again by
 * plan and leg, a delivery goes to one route only, and the plan counts as released when all is done.
 */
@Singleton
public final class PlanRelease {
    private final PlanDesk plans;
    private final Routes routes;
    private final DeliveryDesk deliveries;
    private final Fleet fleet;
    private final Promises promises;
    private final DispatchSettings settings;
    private final Clock clock;
    private final Set<PlanId> underWay = ConcurrentHashMap.newKeySet();

    PlanRelease(
            PlanDesk plans,
            Routes routes,
            DeliveryDesk deliveries,
            Fleet fleet,
            Promises promises,
            DispatchSettings settings,
            Clock clock) {
        this.plans = plans;
        this.routes = routes;
        this.deliveries = deliveries;
        this.fleet = fleet;
        this.promises = promises;
        this.settings = settings;
        this.clock = clock;
    }

    public DayPlanning release(PlanId id) {
        boolean first = underWay.add(id);
        try {
            return released(id);
        } finally {
            if (first) {
                underWay.remove(id);
            }
        }
    }

    /** Whether this process is giving the plan already. */
    boolean isUnderWay(PlanId id) {
        return underWay.contains(id);
    }

    private DayPlanning released(PlanId id) {
        DayPlanning planning = plans.beginRelease(id);
        if (planning.state() instanceof PlanState.Releasing releasing) {
            Depot depot = fleet.getDepot(planning.depot());
            List<PlanResult.Trip> trips = releasing.result().routes();
            for (int leg = 0; leg < trips.size(); leg++) {
                Route route = keep(planning, leg, trips.get(leg));
                claim(route, depot);
            }
            return plans.endRelease(id);
        }
        return planning;
    }

    /** The route of this leg: the one kept before, or a new one behind the courier's earlier routes. */
    private Route keep(DayPlanning planning, int leg, PlanResult.Trip trip) {
        LocalDate day = planning.order().day();
        for (int number = 1; number <= RouteId.NUMBER_MAX; number++) {
            RouteId id = new RouteId(trip.courier(), day, number);
            if (routes.find(id).isEmpty()) {
                // false when somebody else came first, who may be giving this very plan
                routes.insert(route(id, planning, leg, trip));
            }
            Route kept = routes.get(id);
            if (isLeg(kept, planning, leg)) {
                return kept;
            }
        }
        throw new IllegalStateException(
                "courier " + trip.courier() + " has " + RouteId.NUMBER_MAX + " routes on " + day + ", no more fit");
    }

    private static boolean isLeg(Route route, DayPlanning planning, int leg) {
        return route.plan().equals(planning.id()) && route.leg() == leg;
    }

    public static Route route(RouteId id, DayPlanning planning, int leg, PlanResult.Trip trip) {
        List<RouteStop> stops = new ArrayList<>();
        for (PlanResult.TripStop stop : trip.stops()) {
            stops.add(stop.onRoute(stops.size() + 1));
        }
        return new Route(
                id,
                planning.depot(),
                planning.id(),
                leg,
                trip.departAt(),
                trip.returnSeconds(),
                trip.metres(),
                trip.cost(),
                stops,
                new RouteState.Released(),
                0);
    }

    /** Claims the deliveries of a route; one that was withdrawn or taken by another route is left out. */
    private void claim(Route route, Depot depot) {
        Instant now = clock.instant();
        List<Integer> lost = new ArrayList<>();
        for (RouteStop stop : route.ahead()) {
            DeliveryDesk.Answer answer = deliveries.take(
                    stop.delivery(), new DeliveryStep.Claimed(route.ref(stop), route.forecast(stop, settings)));
            switch (answer) {
                case DeliveryDesk.Answer.Done(Delivery delivery) ->
                    promises.drop(delivery.id(), depot, delivery.bookDay());
                case DeliveryDesk.Answer.DoneBefore(Delivery delivery) ->
                    promises.drop(delivery.id(), depot, delivery.bookDay());
                case DeliveryDesk.Answer.NotAllowed _ -> lost.add(stop.number());
            }
        }
        if (!lost.isEmpty()) {
            routes.change(route.id(), before -> {
                Route after = before;
                for (int number : lost) {
                    after = after.change(number, stop -> stop.over(StopProgress.DROPPED, now));
                }
                return after.ahead().isEmpty() ? after.with(new RouteState.Done(now)) : after;
            });
        }
        promises.occupy(route.id().courier(), depot, route.id().day(), route.backAt());
    }
}
