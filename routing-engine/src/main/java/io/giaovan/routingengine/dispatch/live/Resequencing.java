package io.giaovan.routingengine.dispatch.live;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.dispatch.day.DayProblem;
import io.giaovan.routingengine.dispatch.day.DriversOfDay;
import io.giaovan.routingengine.dispatch.day.RouteSolver;
import io.giaovan.routingengine.dispatch.route.CourierTrail;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteDesk;
import io.giaovan.routingengine.dispatch.route.RouteState;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.dispatch.route.StopProgress;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Shift;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.WarmStart;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.rule.TriedRoute;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a route that has left the depot as the roads are now: puts the stops behind the next one into a better order where
 * that saves the price of a change, and sets out every way anew. The next stop and everything before it stay.
 */
@Singleton
@Requires(beans = TravelTimes.class)
final class Resequencing {
    private static final int DAY_SECONDS = 86_400;
    private static final long ROUNDS = 1_000;
    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final int NEWS_SECONDS = 60;
    private static final String COURIER = "courier";

    private final Fleet fleet;
    private final Routes routes;
    private final RouteDesk routeDesk;
    private final DriversOfDay drivers;
    private final TravelTimes travel;
    private final RouteSolver solver;
    private final CourierTrail trail;
    private final Clock clock;

    Resequencing(
            Fleet fleet,
            Routes routes,
            RouteDesk routeDesk,
            DriversOfDay drivers,
            TravelTimes travel,
            RouteSolver solver,
            CourierTrail trail,
            Clock clock) {
        this.fleet = fleet;
        this.routes = routes;
        this.routeDesk = routeDesk;
        this.drivers = drivers;
        this.travel = travel;
        this.solver = solver;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The ways of a route ahead.
     *
     * @param next the stop that is driven to or stood at
     * @param rest the stops after it, in order
     * @param matrix over the next stop, the rest, the depot and, if it is known, where the courier is
     */
    private record Ahead(RouteStop next, List<RouteStop> rest, TravelMatrix matrix) {
        int depot() {
            return rest.size() + 1;
        }

        boolean knowsPosition() {
            return matrix.size() > depot() + 1;
        }
    }

    /** The route as it is kept after the look; the same when nothing was to be changed. */
    Route look(Route stored, Depot depot) {
        Instant now = clock.instant();
        Route route = stored.expected(now);
        List<RouteStop> ahead = route.ahead();
        Courier courier = fleet.findCourier(route.id().courier()).orElse(null);
        if (ahead.isEmpty() || courier == null) {
            return stored;
        }
        Ahead ways = ways(courier, depot, ahead, now);
        List<Integer> order = isOutOfDate(ways, ahead) ? order(courier, ways, now) : asIs(ways);
        Map<Integer, RouteStop> legs = legs(route, ways, order, now);
        List<Integer> numbers = ahead.stream().map(RouteStop::number).toList();
        Route changed = routes.change(stored.id(), before -> {
            boolean asSeen = before.state() instanceof RouteState.UnderWay
                    && before.ahead().stream().map(RouteStop::number).toList().equals(numbers)
                    && before.ahead().getFirst().progress() == ways.next().progress();
            return asSeen ? reordered(before, legs, returnSeconds(ways, order, before)) : before;
        });
        return changed.version() == stored.version() ? stored : routeDesk.retold(stored.id());
    }

    private Ahead ways(Courier courier, Depot depot, List<RouteStop> ahead, Instant now) {
        List<GeoPoint> points = new ArrayList<>();
        ahead.forEach(stop -> points.add(stop.point()));
        points.add(depot.point());
        if (ahead.getFirst().progress() == StopProgress.WAITING) {
            trail.findLast(courier.id())
                    .filter(last -> last.at()
                            .plus(drivers.settings().dispatch().positionFresh())
                            .isAfter(now))
                    .ifPresent(last -> points.add(last.point()));
        }
        return new Ahead(
                ahead.getFirst(),
                ahead.subList(1, ahead.size()),
                drivers.settings()
                        .speeds()
                        .during(travel, depot.opens(), depot.closes())
                        .between(courier.vehicle().kind(), points));
    }

    /** Whether another order could be worth its price: a stop will be late, or a way takes another time than was thought. */
    private static boolean isOutOfDate(Ahead ways, List<RouteStop> ahead) {
        boolean outOfDate = ahead.stream().anyMatch(RouteStop::late);
        for (int i = 0; i < ways.rest().size(); i++) {
            long seconds = ways.matrix().seconds(i, i + 1);
            outOfDate |= Math.abs(seconds - ways.rest().get(i).travelSeconds()) > NEWS_SECONDS;
        }
        return outOfDate;
    }

    private static List<Integer> asIs(Ahead ways) {
        return IntStream.range(0, ways.rest().size()).boxed().toList();
    }

    /** The rest in the order to drive, as places in the list of the rest. */
    private List<Integer> order(Courier courier, Ahead ways, Instant now) {
        List<Integer> present = asIs(ways);
        if (present.size() < 2) {
            return present;
        }
        PlanningProblem problem = problem(courier, ways, now);
        Vehicle vehicle = problem.vehicles().getFirst();
        List<@Nullable Stop> asIs = new ArrayList<>(problem.stops());
        TriedRoute before = TriedRoute.of(problem, vehicle, asIs);
        Plan plan = solver.solve(problem, ROUNDS, LONGEST, 1).plan();
        if (plan.routes().isEmpty()) {
            return present;
        }
        long saved =
                before.route().cost().total() - plan.routes().getFirst().cost().total();
        long price = drivers.settings().dispatch().reorderPrice() * PlanScore.UNITS_PER_MINOR;
        if (before.isLawful() && saved < price) {
            return present;
        }
        List<Integer> order = new ArrayList<>();
        for (StopId stop : plan.routes().getFirst().stops()) {
            order.add(Integer.parseInt(stop.value()));
        }
        present.stream().filter(place -> !order.contains(place)).forEach(order::add);
        return order;
    }

    /** From the next stop, when the courier is through with it, past the rest to the depot. */
    private PlanningProblem problem(Courier courier, Ahead ways, Instant now) {
        RouteStop next = ways.next();
        Instant free = next.eta().plusSeconds(next.serviceSeconds());
        Instant epoch = free.isAfter(now) ? free : now;
        DayProblem.Settings settings = drivers.settings();
        List<Stop> stops = new ArrayList<>();
        List<StopId> row = new ArrayList<>();
        for (int i = 0; i < ways.rest().size(); i++) {
            RouteStop stop = ways.rest().get(i);
            int start = seconds(epoch, stop.promised().start());
            int end = Math.max(start, seconds(epoch, stop.promised().end()) - stop.serviceSeconds());
            Stop planned = Stop.of(Integer.toString(i), i + 1)
                    .withService(stop.serviceSeconds(), 0)
                    .withWindows(new Window(start, end))
                    .withLateness(DAY_SECONDS, settings.dispatch().latePricePerHour());
            stops.add(planned);
            row.add(planned.id());
        }
        VehicleId id = new VehicleId(COURIER);
        Vehicle vehicle = Vehicle.of(COURIER, 0)
                .withEnds(0, ways.depot())
                .withShift(Shift.between(0, 3 * DAY_SECONDS))
                .withPrices(DayProblem.prices(courier, settings.fleet()));
        return PlanningProblem.of(List.of(vehicle), stops, ways.matrix())
                .withWarmStart(new WarmStart(Map.of(id, row), 0));
    }

    private static int seconds(Instant epoch, Instant instant) {
        return (int) Math.clamp(Duration.between(epoch, instant).toSeconds(), 0, 2L * DAY_SECONDS);
    }

    /** The stops ahead in their order, by number, with the ways between them; a way that no road leads keeps its old time. */
    private static Map<Integer, RouteStop> legs(Route route, Ahead ways, List<Integer> order, Instant now) {
        Map<Integer, RouteStop> legs = new LinkedHashMap<>();
        RouteStop next = ways.next();
        legs.put(next.number(), fromPosition(route, ways, now));
        int from = 0;
        for (int place : order) {
            RouteStop stop = ways.rest().get(place);
            int to = place + 1;
            boolean road = ways.matrix().isReachable(from, to);
            legs.put(
                    stop.number(),
                    road
                            ? stop.after(
                                    ways.matrix().seconds(from, to),
                                    ways.matrix().metres(from, to))
                            : stop);
            from = to;
        }
        return legs;
    }

    /** The next stop, expected from where the courier was seen last; the time since the stop before counts as driving. */
    private static RouteStop fromPosition(Route route, Ahead ways, Instant now) {
        RouteStop next = ways.next();
        int position = ways.depot() + 1;
        if (!ways.knowsPosition() || !ways.matrix().isReachable(position, 0)) {
            return next;
        }
        Instant reaches = now.plusSeconds(ways.matrix().seconds(position, 0));
        long since = Duration.between(route.leftBefore(next), reaches).toSeconds();
        return next.after((int) Math.clamp(since, 0, DAY_SECONDS), next.metres());
    }

    private static int returnSeconds(Ahead ways, List<Integer> order, Route before) {
        int last = order.isEmpty() ? 0 : order.getLast() + 1;
        return ways.matrix().isReachable(last, ways.depot())
                ? ways.matrix().seconds(last, ways.depot())
                : before.returnSeconds();
    }

    private Route reordered(Route before, Map<Integer, RouteStop> legs, int returnSeconds) {
        Map<Integer, RouteStop> present = new HashMap<>();
        List<RouteStop> stops = new ArrayList<>();
        for (RouteStop stop : before.stops()) {
            if (legs.containsKey(stop.number())) {
                present.put(stop.number(), stop);
            } else {
                stops.add(present.isEmpty() ? stop : stop.after(0, 0));
            }
        }
        legs.forEach((number, leg) -> {
            RouteStop stop = present.get(number);
            if (stop != null) {
                stops.add(stop.after(leg.travelSeconds(), leg.metres()));
            }
        });
        int metres = stops.stream().mapToInt(RouteStop::metres).sum();
        boolean same = stops.equals(before.stops()) && returnSeconds == before.returnSeconds();
        return same
                ? before
                : before.with(before.departAt(), returnSeconds, Math.max(metres, 0), before.cost(), stops)
                        .expected(clock.instant());
    }
}
