package io.giaovan.routingengine.rule;

import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads, cash and shipments along one route. */
final class Goods {
    private final PlanningProblem problem;
    private final Vehicle vehicle;
    private final List<@Nullable Stop> visits;
    private final Map<StopId, Integer> positionOf = new HashMap<>();
    private final Map<StopId, Shipment> pickedUp = new HashMap<>();
    private final Map<StopId, Shipment> delivered = new HashMap<>();
    private final List<Shipment> onBoard = new ArrayList<>();
    private long worstExcess;

    Goods(PlanningProblem problem, Vehicle vehicle, List<@Nullable Stop> visits) {
        this.problem = problem;
        this.vehicle = vehicle;
        this.visits = visits;
        for (int i = 0; i < visits.size(); i++) {
            Stop stop = visits.get(i);
            if (stop != null) {
                positionOf.put(stop.id(), i);
            }
        }
    }

    void into(RouteFindings findings) {
        findings.add(Law.SHIPMENT, brokenShipments());
        Progress progress = vehicle.progress();
        for (int d = 0; d < vehicle.capacities().size(); d++) {
            long held = progress == null || progress.onBoard().isEmpty()
                    ? 0
                    : progress.onBoard().get(d);
            findings.add(Law.CAPACITY, excess(d, held, vehicle.capacities().get(d)));
            findings.overload(worstExcess);
        }
        findings.add(
                Law.CASH_LIMIT,
                excess(
                        -1,
                        progress == null ? 0 : progress.cashHeld(),
                        vehicle.limits().cash()));
        findings.overload(worstExcess);
    }

    private int brokenShipments() {
        Progress progress = vehicle.progress();
        Set<StopId> driven = progress == null ? Set.of() : new HashSet<>(progress.driven());
        int broken = 0;
        for (Shipment shipment : problem.shipments()) {
            Integer from = positionOf.get(shipment.pickup());
            Integer to = positionOf.get(shipment.delivery());
            if (driven.contains(shipment.pickup()) && !driven.contains(shipment.delivery())) {
                onBoard.add(shipment);
            } else if (from != null || to != null) {
                broken += from != null && to != null && from < to ? 0 : 1;
            }
            if (from != null) {
                pickedUp.put(shipment.pickup(), shipment);
            }
            if (to != null) {
                delivered.put(shipment.delivery(), shipment);
            }
        }
        return broken;
    }

    /** How far the worst leg of each trip is above the capacity, summed over trips; dimension -1 is cash. */
    private long excess(int dimension, long heldAtFirst, long capacity) {
        long shipped = onBoard.stream()
                .mapToLong(shipment -> entry(shipment.load(), dimension))
                .sum();
        long held = heldAtFirst;
        long excess = 0;
        worstExcess = 0;
        int from = 0;
        while (from <= visits.size()) {
            int to = from;
            long toDeliver = 0;
            while (to < visits.size() && visits.get(to) instanceof Stop stop) {
                toDeliver += entry(stop.deliver(), dimension);
                to++;
            }
            long worst = shipped + held + toDeliver;
            for (int i = from; i < to; i++) {
                if (visits.get(i) instanceof Stop stop) {
                    toDeliver -= entry(stop.deliver(), dimension);
                    held += dimension < 0 ? stop.cashToCollect() : entry(stop.collect(), dimension);
                    shipped += shipmentLoad(pickedUp.get(stop.id()), dimension);
                    shipped -= shipmentLoad(delivered.get(stop.id()), dimension);
                    worst = Math.max(worst, shipped + held + toDeliver);
                }
            }
            excess += Math.max(0, worst - capacity);
            worstExcess = Math.max(worstExcess, worst - capacity);
            held = 0;
            from = to + 1;
        }
        return excess;
    }

    private static long shipmentLoad(@Nullable Shipment shipment, int dimension) {
        return shipment == null ? 0 : entry(shipment.load(), dimension);
    }

    private static long entry(List<Integer> loads, int dimension) {
        return dimension < 0 || loads.isEmpty() ? 0 : loads.get(dimension);
    }
}
