package io.giaovan.routingengine.plan.vroom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * VROOM's plan mode: the vehicles bring their routes step by step, all rules are soft, and what is chosen is when each step
 * begins. Tells for each route what it breaks and by how much.
 */
final class FixedRoutes {
    private final VroomPlaces places;
    private final VroomTasks tasks;
    private final List<VroomVehicle> vehicles;
    private final Set<String> visited = new HashSet<>();

    FixedRoutes(JsonNode request, VroomPlaces places) {
        this.places = places;
        this.tasks = new VroomTasks(request, places);
        this.vehicles = VroomVehicle.all(request, tasks, places);
    }

    int dimensions() {
        return tasks.dimensions();
    }

    /** The routes of all vehicles that bring steps. */
    List<DrivenRoute> timed() {
        List<DrivenRoute> routes = new ArrayList<>();
        for (VroomVehicle vehicle : vehicles) {
            JsonNode steps = vehicle.node().path("steps");
            if (steps.isArray() && !steps.isEmpty()) {
                List<FixedStep> row = row(vehicle, steps);
                routes.add(new FixedRoute(vehicle, row, places, tasks.dimensions()).timed());
            }
        }
        return routes;
    }

    /** Tasks that are on no vehicle's route; known once {@link #timed} has run. */
    List<VroomTask> left() {
        return tasks.all().stream()
                .filter(task -> !visited.contains(task.key()))
                .toList();
    }

    /** All steps from start to end, with those that the request may leave out. */
    private List<FixedStep> row(VroomVehicle vehicle, JsonNode steps) {
        List<FixedStep> row = new ArrayList<>();
        FixedStep start = new FixedStep("start", null, null, 0, StepTimes.NEVER);
        FixedStep end = new FixedStep("end", null, null, 0, StepTimes.NEVER);
        Set<Long> pauses = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            String type = step.path("type").asText();
            switch (type) {
                case "start" -> {
                    if (i > 0) {
                        throw VroomTrouble.input("Unexpected start in input steps for vehicle " + vehicle.id() + ".");
                    }
                    start = bound(type, null, null, step, vehicle);
                }
                case "end" -> {
                    if (i < steps.size() - 1) {
                        throw VroomTrouble.input("Unexpected end in input steps for vehicle " + vehicle.id() + ".");
                    }
                    end = bound(type, null, null, step, vehicle);
                }
                case "break" -> row.add(bound(type, null, pause(vehicle, step, pauses), step, vehicle));
                case "job", "pickup", "delivery" ->
                    row.add(bound(type, task(vehicle, type, step), null, step, vehicle));
                default -> throw VroomTrouble.input("Invalid type in steps for vehicle " + vehicle.id() + ".");
            }
        }
        row.addFirst(start);
        row.addLast(end);
        return row;
    }

    private VroomTask task(VroomVehicle vehicle, String type, JsonNode step) {
        long id = VroomFields.id(step, "steps of vehicle " + vehicle.id());
        VroomTask task = tasks.find(type, id);
        if (task == null) {
            throw VroomTrouble.input("Invalid " + type + " id " + id + " for vehicle " + vehicle.id() + ".");
        }
        if (!visited.add(task.key())) {
            throw VroomTrouble.input(
                    "Duplicate " + type + " id " + id + " in input steps for vehicle " + vehicle.id() + ".");
        }
        return task;
    }

    private static VroomVehicle.Pause pause(VroomVehicle vehicle, JsonNode step, Set<Long> seen) {
        long id = VroomFields.id(step, "steps of vehicle " + vehicle.id());
        if (!seen.add(id)) {
            throw VroomTrouble.input("Duplicate break id " + id + " in input steps for vehicle " + vehicle.id() + ".");
        }
        return vehicle.pauses().stream()
                .filter(pause -> pause.id() == id)
                .findFirst()
                .orElseThrow(() -> VroomTrouble.input("Invalid break id " + id + " for vehicle " + vehicle.id() + "."));
    }

    private static FixedStep bound(
            String type,
            @Nullable VroomTask task,
            VroomVehicle.@Nullable Pause pause,
            JsonNode step,
            VroomVehicle vehicle) {
        long at = VroomFields.number(step, "service_at", -1, VroomFields.SECOND_MAX);
        long after = VroomFields.number(step, "service_after", 0, VroomFields.SECOND_MAX);
        long before = VroomFields.number(step, "service_before", StepTimes.NEVER, VroomFields.SECOND_MAX);
        if (at >= 0) {
            after = Math.max(after, at);
            before = Math.min(before, at);
        }
        if (after > before) {
            throw infeasible(vehicle);
        }
        return new FixedStep(type, task, pause, after, before);
    }

    static VroomTrouble infeasible(VroomVehicle vehicle) {
        return VroomTrouble.input("Infeasible route for vehicle " + vehicle.id() + ".");
    }

    /**
     * A step as the request gives it.
     *
     * @param task what is done, null at start, end and break
     * @param pause the break, else null
     * @param notBefore earliest begin, 0 for none
     * @param notAfter latest begin, {@link StepTimes#NEVER} for none
     */
    record FixedStep(
            String type, @Nullable VroomTask task, VroomVehicle.@Nullable Pause pause, long notBefore, long notAfter) {}
}
