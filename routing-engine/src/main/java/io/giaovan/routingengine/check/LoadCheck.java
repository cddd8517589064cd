package io.giaovan.routingengine.check;

import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows goods and cash along one route; also sees that pickups come before their deliveries. */
final class LoadCheck {
    private final Vehicle vehicle;
    private final Map<StopId, Stop> stopById;
    private final List<Violation> violations;
    private final List<List<Stop>> trips = new ArrayList<>();
    private final List<Shipment> shipments = new ArrayList<>();
    private final List<StopId> order;
    private final @Nullable Progress progress;

    LoadCheck(
            PlanningProblem problem,
            Vehicle vehicle,
            PlannedRoute route,
            Map<StopId, Stop> stopById,
            List<Violation> violations) {
        this.vehicle = vehicle;
        this.stopById = stopById;
        this.violations = violations;
        progress = vehicle.progress();
        order = route.stops();
        List<Stop> trip = new ArrayList<>();
        trips.add(trip);
        for (Visit visit : route.visits()) {
            if (visit instanceof Visit.AtStop at) {
                Stop stop = stopById.get(at.stop());
                if (stop != null) {
                    trip.add(stop);
                }
            } else if (visit instanceof Visit.Reload) {
                trip = new ArrayList<>();
                trips.add(trip);
            }
        }
        Set<StopId> here = new HashSet<>(order);
        if (progress != null) {
            here.addAll(progress.driven());
        }
        for (Shipment shipment : problem.shipments()) {
            if (here.contains(shipment.pickup())
                    && (progress == null || !progress.driven().contains(shipment.delivery()))) {
                shipments.add(shipment);
            }
        }
    }

    void judge() {
        for (Shipment shipment : shipments) {
            int from = order.indexOf(shipment.pickup());
            int to = order.indexOf(shipment.delivery());
            if (from >= 0 && to >= 0 && to < from) {
                violations.add(
                        new Violation(Law.SHIPMENT, 1, shipment.delivery() + " comes before " + shipment.pickup()));
            }
        }
        for (int d = 0; d < vehicle.capacities().size(); d++) {
            int dimension = d;
            long collected = progress == null || progress.onBoard().isEmpty()
                    ? 0
                    : progress.onBoard().get(d);
            follow(Law.CAPACITY, vehicle.capacities().get(d), collected, dimension);
        }
        if (vehicle.limits().cash() < RouteLimits.NO_CASH_LIMIT) {
            follow(Law.CASH_LIMIT, vehicle.limits().cash(), progress == null ? 0 : progress.cashHeld(), -1);
        }
    }

    private static long entry(List<Integer> loads, int dimension) {
        return loads.isEmpty() ? 0 : loads.get(dimension);
    }

    /** Walks through all trips in one dimension; -1 is cash, which is only collected. */
    private void follow(Law law, long capacity, long collectedBefore, int dimension) {
        boolean cash = dimension < 0;
        long carried = cash ? 0 : onBoardShipments(dimension);
        long collected = collectedBefore;
        for (List<Stop> trip : trips) {
            long toDeliver = cash
                    ? 0
                    : trip.stream()
                            .mapToLong(stop -> entry(stop.deliver(), dimension))
                            .sum();
            long worst = carried + collected + toDeliver;
            for (Stop stop : trip) {
                toDeliver -= cash ? 0 : entry(stop.deliver(), dimension);
                collected += cash ? stop.cashToCollect() : entry(stop.collect(), dimension);
                carried += cash ? 0 : shipped(stop.id(), dimension);
                worst = Math.max(worst, carried + collected + toDeliver);
            }
            if (worst > capacity) {
                violations.add(new Violation(
                        law, worst - capacity, "vehicle " + vehicle.id() + ": carries " + worst + " of " + capacity));
            }
            collected = 0;
        }
    }

    private long onBoardShipments(int dimension) {
        return shipments.stream()
                .filter(shipment -> !order.contains(shipment.pickup()))
                .mapToLong(shipment -> entry(shipment.load(), dimension))
                .sum();
    }

    private long shipped(StopId stop, int dimension) {
        long change = 0;
        for (Shipment shipment : shipments) {
            change += shipment.pickup().equals(stop) ? entry(shipment.load(), dimension) : 0;
            change -= shipment.delivery().equals(stop) ? entry(shipment.load(), dimension) : 0;
        }
        return change;
    }
}
