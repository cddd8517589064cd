package io.giaovan.routingengine.plan.vroom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.giaovan.contracts.place.GeoPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** Writes routes the way VROOM does. */
final class VroomAnswer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final VroomPlaces places;
    private final int dimensions;

    VroomAnswer(VroomPlaces places, int dimensions) {
        this.places = places;
        this.dimensions = dimensions;
    }

    ObjectNode write(List<DrivenRoute> driven, Collection<VroomTask> left, long loadingMillis, long solvingMillis) {
        ArrayNode routes = JSON.arrayNode();
        driven.forEach(route -> routes.add(route(route)));
        ArrayNode unassigned = JSON.arrayNode();
        left.forEach(task -> unassigned.add(unassigned(task)));
        ObjectNode summary = JSON.objectNode();
        sums(summary, driven);
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

    private ObjectNode unassigned(VroomTask task) {
        ObjectNode node = JSON.objectNode();
        node.put("id", task.id());
        place(node, task.location());
        node.put("type", task.type());
        describe(node, task.node());
        return node;
    }

    private ObjectNode route(DrivenRoute route) {
        ObjectNode node = JSON.objectNode();
        node.put("vehicle", route.vehicle().id());
        sums(node, List.of(route));
        describe(node, route.vehicle().node());
        ArrayNode steps = JSON.arrayNode();
        route.steps().forEach(step -> steps.add(step(step)));
        node.set("steps", steps);
        if (places.drawsRoutes()) {
            List<Integer> passed = route.steps().stream()
                    .map(DrivenStep::location)
                    .filter(location -> location >= 0)
                    .toList();
            node.put("geometry", places.line(route.vehicle().profile(), passed));
        }
        return node;
    }

    private void sums(ObjectNode node, List<DrivenRoute> routes) {
        node.put("cost", sum(routes, DrivenRoute::cost))
                .put("setup", sum(routes, DrivenRoute::setup))
                .put("service", sum(routes, DrivenRoute::service))
                .put("duration", sum(routes, DrivenRoute::duration))
                .put("waiting_time", sum(routes, DrivenRoute::waiting))
                .put("priority", sum(routes, DrivenRoute::priority))
                .put("distance", sum(routes, DrivenRoute::distance));
        int[] delivered = new int[dimensions];
        int[] collected = new int[dimensions];
        List<VroomViolation> violations = new ArrayList<>();
        for (DrivenRoute route : routes) {
            for (int i = 0; i < dimensions; i++) {
                delivered[i] += route.delivered()[i];
                collected[i] += route.collected()[i];
            }
            violations.addAll(route.violations());
        }
        node.set("delivery", array(delivered));
        node.set("pickup", array(collected));
        node.set("amount", array(delivered));
        node.set("violations", violations(VroomViolation.summed(violations)));
    }

    private ObjectNode step(DrivenStep step) {
        ObjectNode node = JSON.objectNode();
        node.put("type", step.type());
        if (step.location() >= 0) {
            place(node, step.location());
        }
        Long id = step.id();
        if (id != null) {
            node.put("id", id);
            if (!step.type().equals("break")) {
                node.put("job", id);
            }
        }
        node.put("setup", step.setup())
                .put("service", step.service())
                .put("waiting_time", step.waiting())
                .put("arrival", step.arrival())
                .put("duration", step.duration())
                .put("distance", step.distance());
        node.set("load", array(step.load()));
        node.set("violations", violations(step.violations()));
        JsonNode asked = step.node();
        if (asked != null) {
            describe(node, asked);
        }
        return node;
    }

    private void place(ObjectNode node, int location) {
        GeoPoint point = places.point(location);
        if (point != null) {
            node.set("location", JSON.arrayNode().add(point.lon()).add(point.lat()));
        }
        if (places.row(location) >= 0) {
            node.put("location_index", places.row(location));
        }
    }

    private static void describe(ObjectNode node, JsonNode asked) {
        JsonNode description = asked.path("description");
        if (description.isTextual()) {
            node.put("description", description.asText());
        }
    }

    private static ArrayNode violations(List<VroomViolation> violations) {
        ArrayNode array = JSON.arrayNode();
        for (VroomViolation violation : violations) {
            ObjectNode node = array.addObject();
            if (violation.seconds() > 0) {
                node.put("duration", violation.seconds());
            }
            node.put("cause", violation.cause());
        }
        return array;
    }

    private static long sum(List<DrivenRoute> routes, ToLongFunction<DrivenRoute> of) {
        return routes.stream().mapToLong(of).sum();
    }

    private static ArrayNode array(int[] amounts) {
        ArrayNode array = JSON.arrayNode();
        for (int amount : amounts) {
            array.add(amount);
        }
        return array;
    }
}
