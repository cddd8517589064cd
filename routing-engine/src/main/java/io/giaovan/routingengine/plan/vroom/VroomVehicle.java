package io.giaovan.routingengine.plan.vroom;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.RouteLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle, as the request states it.
 *
 * @param id unique among vehicles
 * @param node the request's own object
 * @param start in {@link VroomPlaces}, null when the route begins at its first task
 * @param end in {@link VroomPlaces}, null when the route ends at its last task; never both
 * @param profile whose roads or matrices
 * @param speedFactor durations are divided by it
 * @param costs prices
 * @param capacity as many as there are dimensions
 * @param skills what it can do
 * @param window working hours in VROOM's seconds, or null
 * @param pauses breaks in the request's order
 * @param tasksMax most tasks
 * @param travelTimeMax most seconds driven, {@link RouteLimits#NONE} for none
 * @param distanceMax most metres driven, {@link RouteLimits#NONE} for none
 */
record VroomVehicle(
        long id,
        JsonNode node,
        @Nullable Integer start,
        @Nullable Integer end,
        String profile,
        double speedFactor,
        Costs costs,
        List<Integer> capacity,
        Set<String> skills,
        long @Nullable [] window,
        List<Pause> pauses,
        int tasksMax,
        int travelTimeMax,
        int distanceMax) {
    private static final long COST_RATE_MAX = 1_000_000;
    private static final long USUAL_PER_HOUR = 3600;

    /** Prices: for using the vehicle, for an hour driven, for a kilometre driven and for an hour of set-up and service. */
    record Costs(long fixed, long perHour, long perKilometre, long perTaskHour) {
        boolean areUsual() {
            return perHour == USUAL_PER_HOUR && perKilometre == 0;
        }

        boolean areDistance() {
            return perHour == 0 && perKilometre == 1000;
        }
    }

    /**
     * A break.
     *
     * @param loadMax most load on board during it, empty for no limit
     */
    record Pause(long id, JsonNode node, int service, List<long[]> windows, List<Integer> loadMax) {}

    /** Reads all vehicles of a request, whose places become known by that. */
    static List<VroomVehicle> all(JsonNode request, VroomTasks tasks, VroomPlaces places) {
        List<VroomVehicle> vehicles = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        for (JsonNode node : request.path("vehicles")) {
            VroomVehicle vehicle = of(node, tasks, places);
            if (!ids.add(vehicle.id())) {
                throw VroomTrouble.input("Duplicate vehicle id: " + vehicle.id() + ".");
            }
            vehicles.add(vehicle);
        }
        return vehicles;
    }

    private static VroomVehicle of(JsonNode node, VroomTasks tasks, VroomPlaces places) {
        long id = VroomFields.id(node, "vehicle");
        Integer start = places.location(node, "start", "start_index");
        Integer end = places.location(node, "end", "end_index");
        if (start == null && end == null) {
            throw VroomTrouble.input("No start or end specified for vehicle " + id + ".");
        }
        JsonNode costs = node.path("costs");
        List<Integer> capacity = tasks.amounts(node, "capacity");
        JsonNode hours = node.path("time_window");
        return new VroomVehicle(
                id,
                node,
                start,
                end,
                profile(node),
                speedFactor(node),
                new Costs(
                        VroomFields.number(costs, "fixed", 0, PlanningProblem.PRICE_MAX),
                        VroomFields.number(costs, "per_hour", USUAL_PER_HOUR, COST_RATE_MAX),
                        VroomFields.number(costs, "per_km", 0, COST_RATE_MAX),
                        VroomFields.number(costs, "per_task_hour", 0, COST_RATE_MAX)),
                capacity.isEmpty() ? Collections.nCopies(tasks.dimensions(), 0) : capacity,
                new HashSet<>(VroomFields.skills(node)),
                hours.isMissingNode() || hours.isNull() ? null : VroomFields.window(hours),
                pauses(node, tasks, id),
                limit(node, "max_tasks"),
                limit(node, "max_travel_time"),
                limit(node, "max_distance"));
    }

    /** The key of its stop and vehicle names. */
    String key() {
        return "vehicle-" + id;
    }

    private static List<Pause> pauses(JsonNode vehicle, VroomTasks tasks, long id) {
        List<Pause> pauses = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        for (JsonNode pause : vehicle.path("breaks")) {
            Pause read = new Pause(
                    VroomFields.id(pause, "break of vehicle " + id),
                    pause,
                    VroomFields.seconds(pause, "service"),
                    VroomFields.windows(pause.path("time_windows")),
                    tasks.amounts(pause, "max_load"));
            if (!ids.add(read.id())) {
                throw VroomTrouble.input("Duplicate break id: " + read.id() + ".");
            }
            pauses.add(read);
        }
        return pauses;
    }

    private static int limit(JsonNode vehicle, String field) {
        return (int) VroomFields.number(vehicle, field, RouteLimits.NONE, RouteLimits.NONE);
    }

    private static String profile(JsonNode vehicle) {
        String profile = vehicle.path("profile").asText("car");
        if (profile.isEmpty() || profile.length() > 50) {
            throw VroomTrouble.input("Invalid profile: 1 to 50 characters expected.");
        }
        return profile;
    }

    private static double speedFactor(JsonNode vehicle) {
        double factor = vehicle.path("speed_factor").asDouble(1);
        if (!(factor > 0 && factor <= 5)) {
            throw VroomTrouble.input("Invalid speed_factor value: more than 0 and at most 5 expected.");
        }
        return factor;
    }
}
