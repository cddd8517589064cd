package io.giaovan.routingengine.dispatch.live;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.Forecast;
import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.dispatch.day.DayPlanning;
import io.giaovan.routingengine.dispatch.day.DayProblem;
import io.giaovan.routingengine.dispatch.day.DriversOfDay;
import io.giaovan.routingengine.dispatch.day.PlanOrder;
import io.giaovan.routingengine.dispatch.day.PlanReading;
import io.giaovan.routingengine.dispatch.day.PlanRelease;
import io.giaovan.routingengine.dispatch.day.PlanResult;
import io.giaovan.routingengine.dispatch.day.PlanState;
import io.giaovan.routingengine.dispatch.day.Plans;
import io.giaovan.routingengine.dispatch.day.RouteSolver;
import io.giaovan.routingengine.dispatch.delivery.Deliveries;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteDesk;
import io.giaovan.routingengine.dispatch.route.RouteState;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.dispatch.route.StopProgress;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.promise.Promises;
import io.giaovan.routingengine.travel.TravelTimes;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the live plan of a depot: after a road was closed, a vehicle lost, a parcel added or withdrawn, a courier late.
 * What a courier has driven, the stop ahead and what is on board stay with the courier, whose other stops may only change
 * their order. Routes that have not left stay as they are, and what is new goes where it costs the least. Only where that
 * leaves a parcel out that a search could place, or makes parcels much later, they are searched anew from what they are, and
 * a parcel that goes to another courier must save a price. A route is changed first, then its deliveries, then what left it
 * is struck out: whatever is cut short in between is put right when the courier departs, where a stop counts only if its
 * delivery says so too. Safe for use by many threads.
 */
@Singleton
@Requires(beans = TravelTimes.class)
public final class Replanning {
    private static final long SEED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Replanning.class);

    /** How much later than planned a courier's parcels may become, all together, before others may take some over. */
    private static final int LATER_SECONDS = 900;

    /** Points whose ways are looked up at once. */
    private static final int AT_ONCE_MAX = 3_000;

    private final Fleet fleet;
    private final DriversOfDay drivers;
    private final Routes routes;
    private final RouteDesk routeDesk;
    private final Resequencing resequencing;
    private final Deliveries deliveries;
    private final DeliveryDesk desk;
    private final Plans plans;
    private final Promises promises;
    private final TravelTimes travel;
    private final RouteSolver solver;
    private final Clock clock;
    private final Map<DepotId, ReentrantLock> locks = new ConcurrentHashMap<>();

    Replanning(
            Fleet fleet,
            DriversOfDay drivers,
            Routes routes,
            RouteDesk routeDesk,
            Resequencing resequencing,
            Deliveries deliveries,
            DeliveryDesk desk,
            Plans plans,
            Promises promises,
            TravelTimes travel,
            RouteSolver solver,
            Clock clock) {
        this.fleet = fleet;
        this.drivers = drivers;
        this.routes = routes;
        this.routeDesk = routeDesk;
        this.resequencing = resequencing;
        this.deliveries = deliveries;
        this.desk = desk;
        this.plans = plans;
        this.promises = promises;
        this.travel = travel;
        this.solver = solver;
        this.clock = clock;
    }

    /**
     * What changed.
     *
     * @param routes routes with other stops, another order or other ways
     * @param kept parcels that stay with their courier
     * @param moved parcels that went to another courier
     * @param added parcels that were on no route
     * @param left parcels that are on no route now, with the reason
     * @param millis time it took
     */
    public record Outcome(int routes, int kept, int moved, int added, List<PlanResult.Unplanned> left, long millis) {}

    /**
     * Plans the depot's live routes anew.
     *
     * @param wanted parcels on no route that are to be taken in where they fit
     */
    Outcome replan(Depot depot, Set<DeliveryId> wanted) {
        ReentrantLock lock = locks.computeIfAbsent(depot.id(), _ -> new ReentrantLock());
        lock.lock();
        try {
            return changed(depot, wanted);
        } finally {
            lock.unlock();
        }
    }

    /** Parcels of today or earlier that wait for a route. */
    Set<DeliveryId> waiting(Depot depot) {
        LocalDate today = depot.dayAt(clock.instant());
        Set<DeliveryId> waiting = new LinkedHashSet<>();
        for (Delivery delivery : deliveries.listOpen(depot.id())) {
            if (delivery.state() instanceof DeliveryState.Requested
                    && !delivery.due().isAfter(today)) {
                waiting.add(delivery.id());
            }
        }
        return waiting;
    }

    private Outcome changed(Depot depot, Set<DeliveryId> wanted) {
        long begin = System.nanoTime();
        int changed = 0;
        List<Route> underWay = new ArrayList<>();
        List<Route> released = new ArrayList<>();
        List<Route> live = routes.listLive(depot.id());
        lookUpWays(depot, live);
        for (Route route : live) {
            if (route.state() instanceof RouteState.UnderWay) {
                Route now = resequencing.look(route, depot);
                changed += now.version() == route.version() ? 0 : 1;
                underWay.add(now);
            } else {
                released.add(route);
            }
        }
        Outcome outcome = new Outcome(changed, 0, 0, 0, List.of(), 0);
        if (!released.isEmpty() || !wanted.isEmpty()) {
            outcome = releasedAnew(depot, underWay, released, wanted, changed);
        }
        return new Outcome(
                outcome.routes(),
                outcome.kept(),
                outcome.moved(),
                outcome.added(),
                outcome.left(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    /** Asks for all ways at once, since asking route by route costs many times as much after the roads have changed. */
    private void lookUpWays(Depot depot, List<Route> live) {
        Set<GeoPoint> points = new LinkedHashSet<>(Set.of(depot.point()));
        live.forEach(route -> route.ahead().forEach(stop -> points.add(stop.point())));
        if (live.size() > 1 && points.size() <= AT_ONCE_MAX) {
            fleet.listCouriers(depot.id()).stream()
                    .map(courier -> courier.vehicle().kind())
                    .distinct()
                    .forEach(kind -> travel.between(kind, List.copyOf(points)));
        }
    }

    private Outcome releasedAnew(
            Depot depot, List<Route> underWay, List<Route> released, Set<DeliveryId> wanted, int changedSoFar) {
        Instant now = clock.instant();
        LocalDate today = depot.dayAt(now);
        Set<DeliveryId> all = new LinkedHashSet<>(wanted);
        released.forEach(route -> route.ahead().forEach(stop -> all.add(stop.delivery())));
        List<Delivery> known = deliveries.list(all);
        Set<StopRef> claims = claims(known);
        Map<DeliveryId, CourierId> courierOf = new HashMap<>();
        Map<CourierId, List<List<DeliveryId>>> given = new LinkedHashMap<>();
        for (Route route : released) {
            List<DeliveryId> trip = route.ahead().stream()
                    .filter(stop -> claims.contains(route.ref(stop)))
                    .map(RouteStop::delivery)
                    .toList();
            trip.forEach(delivery -> courierOf.put(delivery, route.id().courier()));
            given.computeIfAbsent(route.id().courier(), _ -> new ArrayList<>()).add(trip);
        }
        List<Delivery> free = known.stream()
                .filter(delivery ->
                        delivery.state() instanceof DeliveryState.Planned && courierOf.containsKey(delivery.id())
                                || delivery.state() instanceof DeliveryState.Requested)
                .toList();
        PlanOrder order = new PlanOrder(today, now, null, null, null, SEED);
        DayProblem.Settings settings = drivers.settings();
        DayProblem day = DayProblem.of(depot, order, now, drivers.list(depot, today, underWay), free, travel, settings);
        if (day.problem().stops().isEmpty()) {
            return new Outcome(changedSoFar, 0, 0, 0, List.of(), 0);
        }
        Map<CourierId, Long> plannedLate = plannedLateSeconds(released);
        Optional<PlanResult> stayed = Staying.plan(day.problem(), day.rows(given))
                .map(plan -> new PlanReading(day, depot.zone()).read(plan, 0, 0));
        Optional<PlanResult> punctual = stayed.filter(plan -> !isMuchLater(plan, plannedLate));
        if (punctual.isEmpty()) {
            LOG.info(
                    "the live plan of {} is searched anew: {}",
                    depot.id(),
                    stayed.isEmpty() ? "a parcel found no place" : "parcels would be much later");
        }
        PlanResult result = punctual.orElseGet(() -> searched(day, given, depot));
        DayPlanning planning = new DayPlanning(
                new PlanId("r-" + UUID.randomUUID()), depot.id(), order, now, new PlanState.Released(result), 0);
        return given(depot, planning, result, released, claims, courierOf, changedSoFar);
    }

    private PlanResult searched(DayProblem day, Map<CourierId, List<List<DeliveryId>>> given, Depot depot) {
        DispatchSettings settings = drivers.settings().dispatch();
        DayProblem warm = day.startingFrom(given, settings.movePrice());
        Duration time = Duration.ofMillis(settings.replanMillis());
        RouteSolver.Solved solved = solver.solve(warm.problem(), null, time, SEED);
        return new PlanReading(warm, depot.zone()).read(solved.plan(), solved.iterations(), time.toMillis());
    }

    /** Whether the parcels of a courier would be later than planned by more than may be. */
    private static boolean isMuchLater(PlanResult result, Map<CourierId, Long> plannedLate) {
        Map<CourierId, Long> late = new HashMap<>();
        for (PlanResult.Trip trip : result.routes()) {
            for (PlanResult.TripStop stop : trip.stops()) {
                late.merge(trip.courier(), late(stop.eta(), stop.serviceSeconds(), stop.promised()), Long::sum);
            }
        }
        return late.entrySet().stream()
                .anyMatch(entry -> entry.getValue() > plannedLate.getOrDefault(entry.getKey(), 0L) + LATER_SECONDS);
    }

    /** Seconds after their windows, of all parcels of a courier together, as it was when the routes were planned. */
    private static Map<CourierId, Long> plannedLateSeconds(List<Route> routes) {
        Map<CourierId, Long> late = new HashMap<>();
        for (Route route : routes) {
            for (RouteStop stop : route.ahead()) {
                long seconds = late(stop.plannedEta(), stop.serviceSeconds(), stop.promised());
                late.merge(route.id().courier(), seconds, Long::sum);
            }
        }
        return late;
    }

    private static long late(Instant begins, int serviceSeconds, TimeWindow promised) {
        return Math.max(
                0,
                Duration.between(promised.end(), begins.plusSeconds(serviceSeconds))
                        .toSeconds());
    }

    /** Gives the routes to their couriers, each trip to the released route in its place. */
    private Outcome given(
            Depot depot,
            DayPlanning planning,
            PlanResult result,
            List<Route> released,
            Set<StopRef> claims,
            Map<DeliveryId, CourierId> courierOf,
            int changedSoFar) {
        Map<CourierId, List<Route>> old = new LinkedHashMap<>();
        released.stream()
                .sorted((one, other) ->
                        Integer.compare(one.id().number(), other.id().number()))
                .forEach(route -> old.computeIfAbsent(route.id().courier(), _ -> new ArrayList<>())
                        .add(route));
        Map<CourierId, Integer> next = new HashMap<>();
        Map<RouteId, PlanResult.Trip> tripOf = new LinkedHashMap<>();
        boolean fresh = false;
        for (int leg = 0; leg < result.routes().size(); leg++) {
            PlanResult.Trip trip = result.routes().get(leg);
            List<Route> mine = old.getOrDefault(trip.courier(), List.of());
            int place = next.merge(trip.courier(), 1, Integer::sum) - 1;
            if (place < mine.size()) {
                tripOf.put(mine.get(place).id(), trip);
            } else {
                tripOf.put(begun(planning, leg, trip), trip);
                fresh = true;
            }
        }
        Map<RouteId, Long> versions = new HashMap<>();
        released.forEach(route -> versions.put(route.id(), route.version()));
        Set<RouteId> untouched = new HashSet<>();
        int same = 0;
        for (Route route : released) {
            PlanResult.Trip trip = tripOf.get(route.id());
            if (trip != null && isSame(route, trip) && isToldOf(route, claims)) {
                untouched.add(route.id());
                same += trip.stops().size();
            } else if (trip != null && !isSame(route, trip)) {
                routes.change(
                        route.id(),
                        before -> before.state() instanceof RouteState.Released ? taken(before, trip) : before);
            }
        }
        if (fresh || !result.unplanned().isEmpty()) {
            plans.insert(planning);
        }
        Set<DeliveryId> kept = new HashSet<>();
        Set<DeliveryId> moved = new HashSet<>();
        Set<DeliveryId> added = new HashSet<>();
        for (PlanResult.Unplanned left : result.unplanned()) {
            unclaim(left.delivery());
        }
        for (Map.Entry<RouteId, PlanResult.Trip> entry : tripOf.entrySet()) {
            if (untouched.contains(entry.getKey())) {
                continue;
            }
            Route route = routes.get(entry.getKey());
            Map<DeliveryId, RouteStop> ahead = new HashMap<>();
            route.ahead().forEach(stop -> ahead.put(stop.delivery(), stop));
            List<DeliveryId> ids = entry.getValue().stops().stream()
                    .map(PlanResult.TripStop::delivery)
                    .toList();
            for (Delivery delivery : desk.list(ids)) {
                RouteStop stop = ahead.get(delivery.id());
                if (stop != null && claimed(route, stop, delivery, depot)) {
                    CourierId before = courierOf.get(delivery.id());
                    (before == null ? added : before.equals(route.id().courier()) ? kept : moved).add(delivery.id());
                }
            }
        }
        Set<RouteId> touched = new LinkedHashSet<>(tripOf.keySet());
        released.forEach(route -> touched.add(route.id()));
        touched.removeAll(untouched);
        int changed = changedSoFar;
        for (RouteId id : touched) {
            Route settled = settled(id);
            Long before = versions.get(id);
            boolean isChanged = before == null || settled.version() != before;
            changed += isChanged ? 1 : 0;
            if (isChanged && !(settled.state() instanceof RouteState.Done)) {
                promises.occupy(id.courier(), depot, id.day(), settled.backAt());
            }
        }
        return new Outcome(changed, same + kept.size(), moved.size(), added.size(), result.unplanned(), 0);
    }

    /** The stops that deliveries are planned for. */
    private static Set<StopRef> claims(List<Delivery> deliveries) {
        Set<StopRef> claims = new HashSet<>();
        for (Delivery delivery : deliveries) {
            if (delivery.state() instanceof DeliveryState.Planned planned) {
                claims.add(planned.stop());
            }
        }
        return claims;
    }

    /** Whether there is nothing to change about a route that stays: all its parcels are its own, and are expected when they were. */
    private boolean isToldOf(Route route, Set<StopRef> claims) {
        return route.equals(route.expected(clock.instant()))
                && route.ahead().stream().map(route::ref).allMatch(claims::contains);
    }

    /** A new route behind the courier's earlier ones. */
    private RouteId begun(DayPlanning planning, int leg, PlanResult.Trip trip) {
        for (int number = 1; number <= RouteId.NUMBER_MAX; number++) {
            RouteId id = new RouteId(trip.courier(), planning.order().day(), number);
            if (routes.find(id).isEmpty() && routes.insert(PlanRelease.route(id, planning, leg, trip))) {
                return id;
            }
        }
        throw new IllegalStateException("courier " + trip.courier() + " has " + RouteId.NUMBER_MAX + " routes on "
                + planning.order().day() + ", no more fit");
    }

    private static boolean isSame(Route route, PlanResult.Trip trip) {
        List<RouteStop> ahead = route.ahead();
        boolean same = ahead.size() == trip.stops().size() && route.departAt().equals(trip.departAt());
        for (int i = 0; same && i < ahead.size(); i++) {
            PlanResult.TripStop stop = trip.stops().get(i);
            same = ahead.get(i).delivery().equals(stop.delivery())
                    && ahead.get(i).travelSeconds() == stop.travelSeconds();
        }
        return same;
    }

    /** The route in the trip's order; a parcel keeps its number, what leaves the route comes last until it has left. */
    private static Route taken(Route before, PlanResult.Trip trip) {
        Map<DeliveryId, RouteStop> known = new HashMap<>();
        List<RouteStop> order = new ArrayList<>();
        for (RouteStop stop : before.stops()) {
            if (stop.progress().isOver()) {
                order.add(stop.after(0, 0));
            } else {
                known.put(stop.delivery(), stop);
            }
        }
        int fresh = before.freshNumber();
        for (PlanResult.TripStop planned : trip.stops()) {
            RouteStop stop = known.remove(planned.delivery());
            order.add(
                    stop == null
                            ? planned.onRoute(fresh++)
                            : stop.after(planned.travelSeconds(), planned.metres())
                                    .expectedAt(planned.eta(), planned.late()));
        }
        for (RouteStop stop : before.stops()) {
            if (known.containsKey(stop.delivery())) {
                order.add(stop);
            }
        }
        return before.with(trip.departAt(), trip.returnSeconds(), trip.metres(), trip.cost(), order);
    }

    /** Makes a delivery the route's, taking it from the route that had it if that has not left; false when it has. */
    private boolean claimed(Route route, RouteStop stop, Delivery before, Depot depot) {
        StopRef here = route.ref(stop);
        if (before.state() instanceof DeliveryState.Planned planned) {
            if (planned.stop().equals(here)) {
                return true;
            }
            desk.take(before.id(), new DeliveryStep.Unclaimed(planned.stop().route()));
        }
        Forecast forecast = route.forecast(stop, drivers.settings().dispatch());
        DeliveryDesk.Answer answer = desk.take(before.id(), new DeliveryStep.Claimed(here, forecast));
        if (answer instanceof DeliveryDesk.Answer.Done(Delivery delivery)) {
            promises.drop(delivery.id(), depot, delivery.bookDay());
        }
        return !(answer instanceof DeliveryDesk.Answer.NotAllowed);
    }

    private void unclaim(DeliveryId id) {
        if (desk.get(id).state() instanceof DeliveryState.Planned planned) {
            desk.take(id, new DeliveryStep.Unclaimed(planned.stop().route()));
        }
    }

    /** Strikes out stops whose delivery is no longer the route's, and tells those that are when they are expected. */
    private Route settled(RouteId id) {
        Route route = routes.get(id);
        if (!(route.state() instanceof RouteState.Released)) {
            return route;
        }
        Instant now = clock.instant();
        Set<StopRef> mine = new HashSet<>();
        List<DeliveryId> ids = route.ahead().stream().map(RouteStop::delivery).toList();
        for (Delivery delivery : desk.list(ids)) {
            if (delivery.state() instanceof DeliveryState.Planned planned) {
                mine.add(planned.stop());
            }
        }
        Set<Integer> gone = new HashSet<>();
        for (RouteStop stop : route.ahead()) {
            if (!mine.contains(route.ref(stop))) {
                gone.add(stop.number());
            }
        }
        routes.change(id, before -> {
            if (!(before.state() instanceof RouteState.Released) || gone.isEmpty()) {
                return before;
            }
            Route after = before.with(before.stops().stream()
                    .map(stop ->
                            gone.contains(stop.number()) && !stop.progress().isOver()
                                    ? stop.after(0, 0).over(StopProgress.DROPPED, now)
                                    : stop)
                    .toList());
            return after.ahead().isEmpty() ? after.with(new RouteState.Done(now)) : after;
        });
        return routeDesk.retold(id);
    }
}
