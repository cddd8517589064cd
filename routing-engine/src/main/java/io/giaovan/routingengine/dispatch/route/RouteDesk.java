package io.giaovan.routingengine.dispatch.route;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Moves routes along and tells the stops ahead when their arrival shifts. A delivery is changed first and its route after
 * it, so a step that was cut short is finished by repeating it. Safe for use by many threads.
 */
@Singleton
public final class RouteDesk {
    private final Routes routes;
    private final DeliveryDesk deliveries;
    private final DispatchSettings settings;
    private final Clock clock;

    RouteDesk(Routes routes, DeliveryDesk deliveries, DispatchSettings settings, Clock clock) {
        this.routes = routes;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /** The courier leaves the depot: what is on the route is out for delivery, what was withdrawn is left behind. */
    public Route depart(RouteId id) {
        Instant now = clock.instant();
        Route route = routes.get(id);
        if (route.state() instanceof RouteState.Done) {
            throw new ProblemException(ErrorCode.OUT_OF_SEQUENCE, "Route " + id + " is over");
        }
        Instant departedAt = route.state() instanceof RouteState.UnderWay underWay ? underWay.departedAt() : now;
        Route leaving = route.with(new RouteState.UnderWay(departedAt)).expected(now);
        List<Integer> leftBehind = new ArrayList<>();
        for (RouteStop stop : leaving.ahead()) {
            DeliveryDesk.Answer answer = deliveries.take(
                    stop.delivery(), new DeliveryStep.Departed(leaving.ref(stop), leaving.forecast(stop, settings)));
            if (answer instanceof DeliveryDesk.Answer.NotAllowed) {
                leftBehind.add(stop.number());
            }
        }
        return routes.change(id, before -> {
            Route after = before.state() instanceof RouteState.Released
                    ? before.with(new RouteState.UnderWay(departedAt))
                    : before;
            for (int number : leftBehind) {
                after = after.change(number, stop -> stop.over(StopProgress.DROPPED, now));
            }
            Route expected = after.expected(now);
            return finished(
                    expected.with(expected.stops().stream()
                            .map(stop -> stop.progress().isOver() ? stop : stop.told())
                            .toList()),
                    now);
        });
    }

    /** The courier reached a stop. */
    public Route arrived(StopRef ref, Instant at) {
        return changeStop(
                ref,
                stop -> stop.progress() == StopProgress.WAITING
                        ? stop.arrived(at).expectedAt(at, isLate(stop, at))
                        : stop);
    }

    /** The courier is through with a stop. */
    public Route over(StopRef ref, StopProgress how, Instant at) {
        return changeStop(
                ref,
                stop -> stop.progress().isOver()
                        ? stop
                        : stop.expectedAt(stop.eta(), stop.late() || how == StopProgress.DELIVERED && isLate(stop, at))
                                .over(how, at));
    }

    /** Nobody goes to a stop any more. */
    public Route dropped(StopRef ref) {
        return over(ref, StopProgress.DROPPED, clock.instant());
    }

    /** The route is given up: stops that did not leave the depot are on no route any more. */
    public Route giveUp(RouteId id) {
        Instant now = clock.instant();
        Route route = routes.get(id);
        if (route.state() instanceof RouteState.UnderWay) {
            throw new ProblemException(ErrorCode.OUT_OF_SEQUENCE, "Route " + id + " has left the depot");
        }
        for (RouteStop stop : route.stops()) {
            deliveries.take(stop.delivery(), new DeliveryStep.Unclaimed(id));
        }
        return close(id, now);
    }

    /** The route is over, whatever was still ahead. */
    public Route close(RouteId id, Instant at) {
        return routes.change(
                id,
                before -> before.state() instanceof RouteState.Done
                        ? before
                        : before.with(before.stops().stream()
                                        .map(stop ->
                                                stop.progress().isOver() ? stop : stop.over(StopProgress.DROPPED, at))
                                        .toList())
                                .with(new RouteState.Done(at)));
    }

    /** Expects the route anew after it was changed, and tells what moved. */
    public Route retold(RouteId id) {
        Instant now = clock.instant();
        return tell(routes.change(id, before -> finished(before.expected(now), now)));
    }

    /** The vehicle is lost under way; what it carried is in the depot again and on no route. */
    public Route lost(RouteId id) {
        Instant now = clock.instant();
        Route route = routes.get(id);
        if (route.state() instanceof RouteState.Released) {
            return giveUp(id);
        }
        for (RouteStop stop : route.ahead()) {
            deliveries.take(stop.delivery(), new DeliveryStep.Recovered(id));
        }
        return close(id, now);
    }

    private Route changeStop(StopRef ref, UnaryOperator<RouteStop> step) {
        Instant now = clock.instant();
        Route route = routes.change(
                ref.route(),
                before -> finished(before.change(ref.number(), step).expected(now), now));
        return tell(route);
    }

    /** Tells deliveries whose expected arrival moved, once per move. */
    private Route tell(Route route) {
        List<Integer> told = new ArrayList<>();
        for (RouteStop stop : route.ahead()) {
            boolean moved = Duration.between(stop.toldEta(), stop.eta()).abs().compareTo(settings.etaNews()) > 0;
            if (stop.progress() == StopProgress.WAITING && moved) {
                deliveries.take(
                        stop.delivery(), new DeliveryStep.Reforecast(route.ref(stop), route.forecast(stop, settings)));
                told.add(stop.number());
            }
        }
        return told.isEmpty()
                ? route
                : routes.change(route.id(), before -> {
                    Route after = before;
                    for (int number : told) {
                        after = after.change(number, RouteStop::told);
                    }
                    return after;
                });
    }

    private static Route finished(Route route, Instant now) {
        return route.state() instanceof RouteState.UnderWay && route.ahead().isEmpty()
                ? route.with(new RouteState.Done(now))
                : route;
    }

    private static boolean isLate(RouteStop stop, Instant at) {
        return at.isAfter(stop.promised().end());
    }
}
