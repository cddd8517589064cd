package io.giaovan.routingengine.dispatch;

import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.fleet.FleetSettings;
import io.giaovan.routingengine.fleet.Shift;
import io.giaovan.routingengine.fleet.ShiftState;
import io.giaovan.routingengine.fleet.Shifts;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.network.zone.Fuel;
import io.giaovan.routingengine.network.zone.RestrictedZones;
import io.giaovan.routingengine.network.zone.VehicleTraits;
import io.giaovan.routingengine.promise.PromiseSettings;
import io.giaovan.routingengine.travel.TravelTimes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches for one plan: reads the depot's day, has it solved and judged, and keeps what came of it. */
@Singleton
final class PlanWorker {
    private static final int MOTORBIKE_KILOGRAMS = 300;
    private static final int VAN_KILOGRAMS = 3_000;
    private static final int TRUCK_KILOGRAMS = 12_000;

    private final Fleet fleet;
    private final Shifts shifts;
    private final Routes routes;
    private final Deliveries deliveries;
    private final PlanDesk plans;
    private final TravelTimes travel;
    private final RouteSolver solver;
    private final DayProblem.Settings settings;
    private final Clock clock;

    PlanWorker(
            Fleet fleet,
            Shifts shifts,
            Routes routes,
            Deliveries deliveries,
            PlanDesk plans,
            TravelTimes travel,
            RouteSolver solver,
            FleetSettings fleetSettings,
            PromiseSettings promiseSettings,
            DispatchSettings settings,
            @Nullable RestrictedZones zones,
            Clock clock) {
        this.fleet = fleet;
        this.shifts = shifts;
        this.routes = routes;
        this.deliveries = deliveries;
        this.plans = plans;
        this.travel = travel;
        this.solver = solver;
        this.settings = new DayProblem.Settings(fleetSettings, promiseSettings, settings, hours(zones));
        this.clock = clock;
    }

    void work(PlanId id) {
        DayPlanning planning = plans.get(id);
        if (planning.state() instanceof PlanState.Solving) {
            plans.solved(id, search(planning));
        }
    }

    private PlanState search(DayPlanning planning) {
        long begin = System.nanoTime();
        PlanOrder order = planning.order();
        Depot depot = fleet.getDepot(planning.depot());
        Instant asked = order.departAt();
        Instant departAt = asked == null ? clock.instant() : asked;
        List<Delivery> wanted = wanted(planning);
        DayProblem day = DayProblem.of(depot, order, departAt, drivers(depot, order), wanted, travel, settings);
        Plan plan;
        long iterations = 0;
        if (day.problem().stops().isEmpty()) {
            plan = new Plan(List.of(), List.of(), new PlanScore(0, 0, 0));
        } else {
            RouteSolver.Solved solved = solver.solve(day.problem(), order.iterations(), time(order), seed(order));
            plan = solved.plan();
            iterations = solved.iterations();
        }
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return new PlanState.Proposed(new PlanReading(day, depot.zone()).read(plan, iterations, millis));
    }

    private List<Delivery> wanted(DayPlanning planning) {
        PlanOrder order = planning.order();
        Instant until = order.windowsUntil();
        return deliveries.listOpen(planning.depot()).stream()
                .filter(delivery -> delivery.state() instanceof DeliveryState.Requested)
                .filter(delivery -> !delivery.due().isAfter(order.day()))
                .filter(delivery ->
                        until == null || delivery.request().promised().start().isBefore(until))
                .toList();
    }

    /** Who can drive: couriers whose shift of the day is not over, each free when the routes given so far are done. */
    private List<DayProblem.Driver> drivers(Depot depot, PlanOrder order) {
        Set<CourierId> off = new HashSet<>();
        Set<CourierId> on = new HashSet<>();
        for (Shift shift : shifts.list(depot.id(), order.day())) {
            (shift.state() instanceof ShiftState.Open ? on : off).add(shift.id().courier());
        }
        off.removeAll(on);
        Map<CourierId, Instant> freeFrom = new HashMap<>();
        for (Route route : routes.listLive(depot.id())) {
            Instant free = route.backAt().plus(settings.promise().reload());
            freeFrom.merge(route.id().courier(), free, (one, other) -> one.isAfter(other) ? one : other);
        }
        List<DayProblem.Driver> drivers = new ArrayList<>();
        for (Courier courier : fleet.listCouriers(depot.id())) {
            if (!off.contains(courier.id())) {
                drivers.add(new DayProblem.Driver(courier, freeFrom.getOrDefault(courier.id(), Instant.EPOCH)));
            }
        }
        drivers.sort(Comparator.comparing(driver -> driver.courier().id().value()));
        return drivers;
    }

    /** Fleets run on petrol until vehicles say otherwise; weights are those of the usual vehicle of a kind. */
    private static DayProblem.ZoneHours hours(@Nullable RestrictedZones zones) {
        return (point, kind, day) -> zones == null
                ? List.of()
                : zones.bans(
                        point,
                        new VehicleTraits(
                                kind,
                                Fuel.PETROL,
                                switch (kind) {
                                    case MOTORBIKE -> MOTORBIKE_KILOGRAMS;
                                    case VAN -> VAN_KILOGRAMS;
                                    case TRUCK -> TRUCK_KILOGRAMS;
                                }),
                        day);
    }

    private Duration time(PlanOrder order) {
        Integer seconds = order.seconds();
        if (seconds != null) {
            return Duration.ofSeconds(seconds);
        }
        return Duration.ofSeconds(
                order.iterations() == null
                        ? settings.dispatch().secondsDefault()
                        : settings.dispatch().secondsMax());
    }

    private static long seed(PlanOrder order) {
        Long seed = order.seed();
        return seed == null ? 1 : seed;
    }
}
