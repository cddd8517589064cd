package io.giaovan.routingengine.plan.vroom;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.routingengine.model.PlanningProblem;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the jobs and shipments of a request. */
final class VroomTasks {
    private static final int PRIORITY_MAX = 100;

    private final VroomPlaces places;
    private final int dimensions;
    private final Map<String, VroomTask> tasks = new LinkedHashMap<>();

    VroomTasks(JsonNode request, VroomPlaces places) {
        this.places = places;
        this.dimensions = dimensions(request);
        for (JsonNode job : request.path("jobs")) {
            job(job);
        }
        for (JsonNode shipment : request.path("shipments")) {
            shipment(shipment);
        }
    }

    /** Jobs first, then pickups each with its delivery. */
    Collection<VroomTask> all() {
        return Collections.unmodifiableCollection(tasks.values());
    }

    @Nullable
    VroomTask find(String type, long id) {
        return tasks.get(VroomTask.key(type, id));
    }

    /** How many load dimensions the request has. */
    int dimensions() {
        return dimensions;
    }

    /** Amounts of an object, as many as there are dimensions or none. */
    List<Integer> amounts(JsonNode node, String field) {
        List<Integer> amounts = VroomFields.amounts(node, field, PlanningProblem.LOAD_MAX);
        if (!amounts.isEmpty() && amounts.size() != dimensions) {
            throw VroomTrouble.input("Inconsistent capacity lengths: " + amounts.size() + " and " + dimensions + ".");
        }
        return amounts;
    }

    private void job(JsonNode job) {
        boolean old = !job.has("delivery") && !job.has("pickup");
        VroomTask read = task("job", job, job, amounts(job, old ? "amount" : "delivery"), amounts(job, "pickup"), "");
        add(read);
    }

    private void shipment(JsonNode shipment) {
        JsonNode pickup = shipment.path("pickup");
        JsonNode delivery = shipment.path("delivery");
        List<Integer> amount = amounts(shipment, "amount");
        String from = VroomTask.key("pickup", VroomFields.id(pickup, "pickup"));
        String to = VroomTask.key("delivery", VroomFields.id(delivery, "delivery"));
        add(task("pickup", pickup, shipment, List.of(), amount, to));
        add(task("delivery", delivery, shipment, amount, List.of(), from));
    }

    private VroomTask task(
            String type, JsonNode step, JsonNode owner, List<Integer> delivery, List<Integer> pickup, String other) {
        long id = VroomFields.id(step, type);
        Integer location = places.location(step, "location", "location_index");
        if (location == null) {
            throw VroomTrouble.input("Invalid location for " + type + " " + id + ".");
        }
        return new VroomTask(
                type,
                id,
                step,
                location,
                VroomFields.seconds(step, "setup"),
                VroomFields.seconds(step, "service"),
                delivery,
                pickup,
                VroomFields.skills(owner),
                (int) VroomFields.number(owner, "priority", 0, PRIORITY_MAX),
                VroomFields.windows(step.path("time_windows")),
                other.isEmpty() ? VroomTask.key(type, id) : other);
    }

    private void add(VroomTask task) {
        if (tasks.putIfAbsent(task.key(), task) != null) {
            throw VroomTrouble.input("Duplicate " + task.type() + " id: " + task.id() + ".");
        }
    }

    private static int dimensions(JsonNode request) {
        for (JsonNode vehicle : request.path("vehicles")) {
            if (vehicle.path("capacity").isArray() && !vehicle.path("capacity").isEmpty()) {
                return vehicle.path("capacity").size();
            }
        }
        for (JsonNode job : request.path("jobs")) {
            for (String field : List.of("delivery", "pickup", "amount")) {
                if (!job.path(field).isEmpty()) {
                    return job.path(field).size();
                }
            }
        }
        for (JsonNode shipment : request.path("shipments")) {
            if (!shipment.path("amount").isEmpty()) {
                return shipment.path("amount").size();
            }
        }
        return 0;
    }
}
