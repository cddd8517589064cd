package io.giaovan.routingengine.dispatch.day;

import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.dispatch.delivery.Deliveries;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.travel.TravelTimes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Searches for one plan: reads the depot's day, has it solved and judged, and keeps what came of it. */
@Singleton
final class PlanWorker {

    private final Fleet fleet;
    private final DriversOfDay drivers;
    private final Routes routes;
    private final Deliveries deliveries;
    private final PlanDesk plans;
    private final TravelTimes travel;
    private final RouteSolver solver;
    private final DayProblem.Settings settings;
    private final Clock clock;

    PlanWorker(
            Fleet fleet,
            DriversOfDay drivers,
            Routes routes,
            Deliveries deliveries,
            PlanDesk plans,
            TravelTimes travel,
            RouteSolver solver,
            Clock clock) {
        this.fleet = fleet;
        this.drivers = drivers;
        this.routes = routes;
        this.deliveries = deliveries;
        this.plans = plans;
        this.travel = travel;
        this.solver = solver;
        this.settings = drivers.settings();
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
        DayProblem day = DayProblem.of(
                depot,
                order,
                departAt,
                drivers.list(depot, order.day(), routes.listLive(depot.id())),
                wanted,
                travel,
                settings);
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
