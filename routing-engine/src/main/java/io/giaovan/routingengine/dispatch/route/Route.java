package io.giaovan.routingengine.dispatch.route;

import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.Forecast;
import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.fleet.DepotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A courier's sequence of stops from leaving the depot to coming back.
 *
 * @param id identifies it
 * @param depot where it begins and ends
 * @param plan the plan it comes from
 * @param leg its number in that plan, so that releasing twice gives one route
 * @param departAt planned departure
 * @param returnSeconds driving time from the last stop back
 * @param metres length of the whole round
 * @param cost đồng
 * @param stops in order
 * @param state where it stands
 * @param version rises with every change, 0 before it is stored
 */
public record Route(
        RouteId id,
        DepotId depot,
        PlanId plan,
        int leg,
        Instant departAt,
        int returnSeconds,
        int metres,
        long cost,
        List<RouteStop> stops,
        RouteState state,
        long version) {
    public Route {
        stops = List.copyOf(stops);
    }

    public StopRef ref(RouteStop stop) {
        return new StopRef(id, stop.number());
    }

    public Optional<RouteStop> findStop(int number) {
        return stops.stream().filter(stop -> stop.number() == number).findFirst();
    }

    /** The stops that the courier still has to make, in order. */
    public List<RouteStop> ahead() {
        return stops.stream().filter(stop -> !stop.progress().isOver()).toList();
    }

    /** Stops to make before this one. */
    public int stopsBefore(RouteStop stop) {
        return (int) stops.stream()
                .takeWhile(other -> other.number() != stop.number())
                .filter(other -> !other.progress().isOver())
                .count();
    }

    /** What is expected of a stop that is still to come. */
    public Forecast forecast(RouteStop stop, DispatchSettings settings) {
        return new Forecast(
                new TimeWindow(stop.eta().minus(settings.etaEarly()), stop.eta().plus(settings.etaLate())),
                stopsBefore(stop),
                stop.late());
    }

    /** When the courier is back, as expected now. */
    public Instant backAt() {
        Instant last = departAt;
        for (RouteStop stop : stops) {
            last = stop.progress() == StopProgress.DROPPED ? last : leaves(stop);
        }
        return last.plusSeconds(returnSeconds);
    }

    /** A number that no stop of the route has had. */
    public int freshNumber() {
        return stops.stream().mapToInt(RouteStop::number).max().orElse(0) + 1;
    }

    /** The same route in another order, with other ways. */
    public Route with(
            Instant newDeparture, int newReturnSeconds, int newMetres, long newCost, List<RouteStop> newStops) {
        return new Route(
                id, depot, plan, leg, newDeparture, newReturnSeconds, newMetres, newCost, newStops, state, version);
    }

    public Route with(RouteState next) {
        return new Route(id, depot, plan, leg, departAt, returnSeconds, metres, cost, stops, next, version);
    }

    public Route with(List<RouteStop> newStops) {
        return new Route(id, depot, plan, leg, departAt, returnSeconds, metres, cost, newStops, state, version);
    }

    /** When the courier left the stop before this one, or the depot. */
    public Instant leftBefore(RouteStop next) {
        Instant left = state instanceof RouteState.UnderWay underWay ? underWay.departedAt() : departAt;
        for (RouteStop stop : stops) {
            if (stop.number() == next.number()) {
                break;
            }
            left = stop.progress() == StopProgress.DROPPED ? left.plusSeconds(stop.travelSeconds()) : leaves(stop);
        }
        return left;
    }

    public Route change(int number, UnaryOperator<RouteStop> step) {
        return with(stops.stream()
                .map(stop -> stop.number() == number ? step.apply(stop) : stop)
                .toList());
    }

    /** Expects every stop still to come anew from how far the route is; nothing to come lies in the past. */
    public Route expected(Instant now) {
        Instant free = switch (state) {
            case RouteState.Released _ -> later(departAt, now);
            case RouteState.UnderWay underWay -> underWay.departedAt();
            case RouteState.Done _ -> now;
        };
        List<RouteStop> fresh = new ArrayList<>();
        for (RouteStop stop : stops) {
            Instant reaches = free.plusSeconds(stop.travelSeconds());
            switch (stop.progress()) {
                case WAITING -> {
                    Instant serves = later(later(reaches, now), stop.promised().start());
                    Instant through = serves.plusSeconds(stop.serviceSeconds());
                    fresh.add(stop.expectedAt(
                            serves, through.isAfter(stop.promised().end())));
                    free = through;
                }
                case ARRIVED -> {
                    fresh.add(stop);
                    free = later(leaves(stop), now);
                }
                case DELIVERED, FAILED -> {
                    fresh.add(stop);
                    free = leaves(stop);
                }
                case DROPPED -> {
                    fresh.add(stop);
                    free = reaches;
                }
            }
        }
        return with(fresh);
    }

    private static Instant leaves(RouteStop stop) {
        Instant over = stop.overAt();
        Instant arrived = stop.arrivedAt();
        if (over != null) {
            return over;
        }
        return (arrived == null ? stop.eta() : arrived).plusSeconds(stop.serviceSeconds());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
