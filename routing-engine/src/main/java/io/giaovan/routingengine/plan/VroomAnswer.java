package io.giaovan.routingengine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes a plan the way VROOM does. */
final class VroomAnswer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final VroomProblem asked;
    private final Map<StopId, Stop> stops = new HashMap<>();
    private final Map<StopId, List<Integer>> picked = new HashMap<>();
    private final Map<StopId, List<Integer>> dropped = new HashMap<>();
    private final Map<String, Vehicle> vehicles = new HashMap<>();
    private final int dimensions;
    private final Sums total;

    /** What a summary adds up. */
    private static final class Sums {
        private long cost;
        private long setup;
        private long service;
        private long duration;
        private long waiting;
        private long priority;
        private long distance;
        private final int[] delivered;
        private final int[] collected;

        Sums(int dimensions) {
            delivered = new int[dimensions];
            collected = new int[dimensions];
        }

        void add(Sums other) {
            cost += other.cost;
            setup += other.setup;
            service += other.service;
            duration += other.duration;
            waiting += other.waiting;
            priority += other.priority;
            distance += other.distance;
            for (int i = 0; i < delivered.length; i++) {
                delivered[i] += other.delivered[i];
                collected[i] += other.collected[i];
            }
        }

        void writeTo(ObjectNode node) {
            node.put("cost", cost)
                    .put("setup", setup)
                    .put("service", service)
                    .put("duration", duration)
                    .put("waiting_time", waiting)
                    .put("priority", priority)
                    .put("distance", distance);
            node.set("delivery", array(delivered));
            node.set("pickup", array(collected));
            node.set("amount", array(delivered));
            node.set("violations", JSON.arrayNode());
        }
    }

    VroomAnswer(VroomProblem asked) {
        this.asked = asked;
        asked.problem().stops().forEach(stop -> stops.put(stop.id(), stop));
        asked.problem().vehicles().forEach(vehicle -> vehicles.put(vehicle.id().value(), vehicle));
        for (Shipment shipment : asked.problem().shipments()) {
            picked.put(shipment.pickup(), shipment.load());
            dropped.put(shipment.delivery(), shipment.load());
        }
        this.dimensions = asked.problem().dimensions();
        this.total = new Sums(dimensions);
    }

    ObjectNode write(Plan plan, long loadingMillis, long solvingMillis) {
        ArrayNode routes = JSON.arrayNode();
        plan.routes().forEach(route -> routes.add(route(route)));
        ArrayNode unassigned = JSON.arrayNode();
        plan.unplanned().forEach(id -> unassigned.add(unassigned(id)));
        ObjectNode summary = JSON.objectNode();
        total.writeTo(summary);
        summary.put("routes", routes.size()).put("unassigned", unassigned.size());
        summary.set(
                "computing_times",
                JSON.objectNode()
                        .put("loading", loadingMillis)
                        .put("solving", solvingMillis)
                        .put("routing", 0));
        ObjectNode answer = JSON.objectNode();
        answer.put("code", 0);
        answer.set("summary", summary);
        answer.set("unassigned", unassigned);
        answer.set("routes", routes);
        return answer;
    }

    private ObjectNode unassigned(StopId id) {
        ObjectNode node = JSON.objectNode();
        node.put("id", number(id.value()));
        place(node, stop(id).location());
        node.put("type", type(id.value()));
        describe(node, id.value());
        return node;
    }

    private ObjectNode route(PlannedRoute route) {
        String id = route.vehicle().value();
        Vehicle vehicle = Objects.requireNonNull(vehicles.get(id), id);
        TravelMatrix priced = asked.problem().travelOf(vehicle);
        TravelMatrix travel = asked.places().travel(VroomProblem.profile(node(id)));
        Sums sums = new Sums(dimensions);
        sums.cost = vehicle.prices().fixed();
        int[] load = new int[dimensions];
        for (StopId stop : route.stops()) {
            add(load, stop(stop).deliver(), 1);
        }
        ArrayNode steps = JSON.arrayNode();
        int from = vehicle.startLocation();
        if (from != Vehicle.OPEN) {
            steps.add(step("start", route.startSeconds(), load, sums, from));
        }
        int breaks = 0;
        for (Visit visit : route.visits()) {
            switch (visit) {
                case Visit.AtStop at -> {
                    drive(from, at.location(), priced, travel, sums);
                    steps.add(work(at, from, load, sums));
                    from = at.location();
                }
                case Visit.Pause pause -> {
                    sums.waiting += pause.startSeconds() - pause.arrivalSeconds();
                    sums.service += pause.departureSeconds() - pause.startSeconds();
                    JsonNode asBreak = node(id).path("breaks").path(breaks++);
                    ObjectNode step = step("break", pause.arrivalSeconds(), load, sums, -1);
                    step.put("id", asBreak.path("id").asLong());
                    step.put("service", pause.departureSeconds() - pause.startSeconds());
                    step.put("waiting_time", pause.startSeconds() - pause.arrivalSeconds());
                    steps.add(step);
                }
                case Visit.Reload _ -> throw new IllegalStateException("a VROOM route has one trip");
            }
        }
        if (vehicle.endLocation() != Vehicle.OPEN) {
            drive(from, vehicle.endLocation(), priced, travel, sums);
            steps.add(step("end", route.endSeconds(), load, sums, vehicle.endLocation()));
        }
        total.add(sums);
        ObjectNode node = JSON.objectNode();
        node.put("vehicle", number(id));
        sums.writeTo(node);
        describe(node, id);
        node.set("steps", steps);
        return node;
    }

    private void drive(int from, int to, TravelMatrix priced, TravelMatrix travel, Sums sums) {
        if (from != Vehicle.OPEN) {
            sums.cost += priced.metres(from, to);
            sums.duration += priced.seconds(from, to);
            sums.distance += travel.metres(from, to);
        }
    }

    private ObjectNode work(Visit.AtStop at, int from, int[] load, Sums sums) {
        Stop stop = stop(at.stop());
        String id = at.stop().value();
        boolean moved = from != at.location();
        int setup = moved ? stop.setupSeconds() : 0;
        int waiting = at.startSeconds() - at.arrivalSeconds();
        sums.setup += setup;
        sums.service += stop.serviceSeconds();
        sums.waiting += waiting;
        sums.priority += node(id).path("priority").asLong();
        add(load, stop.deliver(), -1);
        add(load, stop.collect(), 1);
        add(sums.delivered, stop.deliver(), 1);
        add(sums.collected, stop.collect(), 1);
        add(load, picked.getOrDefault(at.stop(), List.of()), 1);
        add(sums.collected, picked.getOrDefault(at.stop(), List.of()), 1);
        add(load, dropped.getOrDefault(at.stop(), List.of()), -1);
        add(sums.delivered, dropped.getOrDefault(at.stop(), List.of()), 1);
        ObjectNode step = step(type(id), at.arrivalSeconds(), load, sums, at.location());
        step.put("id", number(id));
        if (type(id).equals("job")) {
            step.put("job", number(id));
        }
        step.put("setup", setup).put("service", stop.serviceSeconds()).put("waiting_time", waiting);
        describe(step, id);
        return step;
    }

    private ObjectNode step(String type, int arrival, int[] load, Sums sums, int location) {
        ObjectNode step = JSON.objectNode();
        step.put("type", type);
        if (location >= 0) {
            place(step, location);
        }
        step.put("setup", 0)
                .put("service", 0)
                .put("waiting_time", 0)
                .put("arrival", asked.epoch() + arrival)
                .put("duration", sums.duration)
                .put("distance", sums.distance);
        step.set("load", array(load));
        step.set("violations", JSON.arrayNode());
        return step;
    }

    private void place(ObjectNode node, int location) {
        GeoPoint point = asked.places().point(location);
        if (point != null) {
            node.set("location", JSON.arrayNode().add(point.lon()).add(point.lat()));
        }
        if (asked.places().row(location) >= 0) {
            node.put("location_index", asked.places().row(location));
        }
    }

    private void describe(ObjectNode node, String id) {
        JsonNode description = node(id).path("description");
        if (description.isTextual()) {
            node.put("description", description.asText());
        }
    }

    private JsonNode node(String id) {
        return Objects.requireNonNull(asked.nodes().get(id), id);
    }

    private Stop stop(StopId id) {
        return Objects.requireNonNull(stops.get(id), id.value());
    }

    private static String type(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    private static void add(int[] load, List<Integer> amounts, int sign) {
        for (int i = 0; i < amounts.size() && i < load.length; i++) {
            load[i] += sign * amounts.get(i);
        }
    }

    private static ArrayNode array(int[] amounts) {
        ArrayNode array = JSON.arrayNode();
        for (int amount : amounts) {
            array.add(amount);
        }
        return array;
    }
}
