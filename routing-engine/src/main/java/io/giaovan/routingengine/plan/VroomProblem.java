package io.giaovan.routingengine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Prices;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Shift;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.WarmStart;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A VROOM request as a planning problem. Stops are named {@code job-7}, {@code pickup-7} and {@code delivery-7}, vehicles
 * {@code vehicle-1}; times count from {@link #epoch}.
 *
 * @param problem the problem; the distance in its matrices is VROOM's cost
 * @param places locations and travel
 * @param epoch VROOM's second at which the problem's second 0 lies
 * @param nodes the request's own objects by stop id and vehicle id
 */
record VroomProblem(PlanningProblem problem, VroomPlaces places, long epoch, Map<String, JsonNode> nodes) {
    private static final int DAY = 86_400;
    private static final int PRIORITY_MAX = 100;
    private static final long COST_RATE_MAX = 1_000_000;

    static VroomProblem of(JsonNode request, TravelTimes roads, RoadNetwork network) {
        return new Reader(request, roads, network).read();
    }

    /** The request's profile of a vehicle. */
    static String profile(JsonNode vehicle) {
        String profile = vehicle.path("profile").asText("car");
        if (profile.isEmpty() || profile.length() > 50) {
            throw VroomTrouble.input("Invalid profile: 1 to 50 characters expected.");
        }
        return profile;
    }

    static double speedFactor(JsonNode vehicle) {
        double factor = vehicle.path("speed_factor").asDouble(1);
        if (!(factor > 0 && factor <= 5)) {
            throw VroomTrouble.input("Invalid speed_factor value: more than 0 and at most 5 expected.");
        }
        return factor;
    }

    /** Reads one request. */
    private static final class Reader {
        private final JsonNode request;
        private final VroomPlaces places;
        private final long epoch;
        private final int dimensions;
        private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
        private final List<Stop> stops = new ArrayList<>();
        private final List<Shipment> shipments = new ArrayList<>();
        private final List<Vehicle> vehicles = new ArrayList<>();
        private final Map<String, TravelMatrix> travel = new HashMap<>();
        private final Map<VehicleId, List<StopId>> warm = new HashMap<>();

        Reader(JsonNode request, TravelTimes roads, RoadNetwork network) {
            this.request = request;
            this.places = new VroomPlaces(request, roads, network);
            this.epoch = epoch(request);
            this.dimensions = dimensions(request);
        }

        VroomProblem read() {
            Set<Long> jobIds = new HashSet<>();
            for (JsonNode job : request.path("jobs")) {
                job(job, jobIds);
            }
            Set<Long> pickupIds = new HashSet<>();
            Set<Long> deliveryIds = new HashSet<>();
            for (JsonNode shipment : request.path("shipments")) {
                shipment(shipment, pickupIds, deliveryIds);
            }
            Set<Long> vehicleIds = new HashSet<>();
            List<Runnable> later = new ArrayList<>();
            for (JsonNode vehicle : request.path("vehicles")) {
                later.add(vehicle(vehicle, vehicleIds));
            }
            later.forEach(Runnable::run);
            try {
                return new VroomProblem(
                        new PlanningProblem(
                                vehicles,
                                stops,
                                shipments,
                                travel,
                                Objective.COST,
                                0,
                                warm.isEmpty() ? null : new WarmStart(warm, 0)),
                        places,
                        epoch,
                        nodes);
            } catch (IllegalArgumentException refused) {
                throw VroomTrouble.input(String.valueOf(refused.getMessage()));
            }
        }

        private void job(JsonNode job, Set<Long> ids) {
            long id = VroomFields.id(job, "job");
            if (!ids.add(id)) {
                throw VroomTrouble.input("Duplicate job id: " + id + ".");
            }
            boolean old = !job.has("delivery") && !job.has("pickup");
            List<Integer> deliver =
                    sized(VroomFields.amounts(job, old ? "amount" : "delivery", PlanningProblem.LOAD_MAX));
            List<Integer> collect = sized(VroomFields.amounts(job, "pickup", PlanningProblem.LOAD_MAX));
            stops.add(stop("job-" + id, job, job).withLoads(deliver, collect));
        }

        private void shipment(JsonNode shipment, Set<Long> pickups, Set<Long> deliveries) {
            JsonNode pickup = shipment.path("pickup");
            JsonNode delivery = shipment.path("delivery");
            long from = VroomFields.id(pickup, "pickup");
            long to = VroomFields.id(delivery, "delivery");
            if (!pickups.add(from)) {
                throw VroomTrouble.input("Duplicate pickup id: " + from + ".");
            }
            if (!deliveries.add(to)) {
                throw VroomTrouble.input("Duplicate delivery id: " + to + ".");
            }
            stops.add(stop("pickup-" + from, pickup, shipment));
            stops.add(stop("delivery-" + to, delivery, shipment));
            shipments.add(new Shipment(
                    new StopId("pickup-" + from),
                    new StopId("delivery-" + to),
                    sized(VroomFields.amounts(shipment, "amount", PlanningProblem.LOAD_MAX))));
        }

        private Stop stop(String id, JsonNode step, JsonNode owner) {
            Integer location = places.location(step, "location", "location_index");
            if (location == null) {
                throw VroomTrouble.input("Invalid location for " + id + ".");
            }
            nodes.put(id, step);
            int priority = (int) VroomFields.number(owner, "priority", 0, PRIORITY_MAX);
            return Stop.of(id, location)
                    .withService(seconds(step, "service"), seconds(step, "setup"))
                    .withWindows(VroomFields.windows(step.path("time_windows")).stream()
                            .map(this::window)
                            .toArray(Window[]::new))
                    .withSkills(VroomFields.skills(owner).toArray(String[]::new))
                    .withPriority(Math.min(PRIORITY_MAX, priority + 1));
        }

        /** Reads a vehicle's places now and the rest when all places are known. */
        private Runnable vehicle(JsonNode vehicle, Set<Long> ids) {
            long number = VroomFields.id(vehicle, "vehicle");
            if (!ids.add(number)) {
                throw VroomTrouble.input("Duplicate vehicle id: " + number + ".");
            }
            Integer start = places.location(vehicle, "start", "start_index");
            Integer end = places.location(vehicle, "end", "end_index");
            if (start == null && end == null) {
                throw VroomTrouble.input("No start or end specified for vehicle " + number + ".");
            }
            String id = "vehicle-" + number;
            nodes.put(id, vehicle);
            return () -> vehicles.add(vehicle(id, vehicle, start, end));
        }

        private Vehicle vehicle(String id, JsonNode vehicle, @Nullable Integer start, @Nullable Integer end) {
            String profile = profile(vehicle);
            JsonNode costs = vehicle.path("costs");
            long fixed = VroomFields.number(costs, "fixed", 0, PlanningProblem.PRICE_MAX);
            long perHour = VroomFields.number(costs, "per_hour", 3600, COST_RATE_MAX);
            long perKilometre = VroomFields.number(costs, "per_km", 0, COST_RATE_MAX);
            double speed = speedFactor(vehicle);
            String matrix = profile + "|" + speed + "|" + perHour + "|" + perKilometre;
            travel.computeIfAbsent(matrix, _ -> places.priced(profile, speed, perHour, perKilometre));
            Shift shift = shift(vehicle);
            Vehicle read = new Vehicle(
                    new VehicleId(id),
                    matrix,
                    "default",
                    start == null ? Vehicle.OPEN : start,
                    end == null ? Vehicle.OPEN : end,
                    capacities(vehicle),
                    new HashSet<>(VroomFields.skills(vehicle)),
                    shift,
                    breaks(vehicle, shift),
                    new Prices(fixed, 0, 1000),
                    limits(vehicle, perHour, perKilometre),
                    null,
                    100,
                    null);
            warmStart(read.id(), vehicle);
            return read;
        }

        private Shift shift(JsonNode vehicle) {
            JsonNode window = vehicle.path("time_window");
            if (window.isMissingNode() || window.isNull()) {
                return Shift.ALWAYS;
            }
            Window hours = window(VroomFields.window(window));
            return Shift.between(hours.startSeconds(), hours.endSeconds());
        }

        private List<Break> breaks(JsonNode vehicle, Shift shift) {
            List<Break> breaks = new ArrayList<>();
            for (JsonNode pause : vehicle.path("breaks")) {
                List<long[]> windows = VroomFields.windows(pause.path("time_windows"));
                if (windows.size() > 1) {
                    throw VroomTrouble.input("A break with more than one time window is not offered here.");
                }
                Window when = windows.isEmpty()
                        ? new Window(shift.startSeconds(), shift.endSeconds())
                        : window(windows.getFirst());
                breaks.add(new Break(
                        Math.max(shift.startSeconds(), when.startSeconds()),
                        Math.min(shift.endSeconds(), when.endSeconds()),
                        seconds(pause, "service")));
            }
            breaks.sort((one, other) -> Integer.compare(one.earliestSeconds(), other.earliestSeconds()));
            return breaks;
        }

        private RouteLimits limits(JsonNode vehicle, long perHour, long perKilometre) {
            int tasks = (int) VroomFields.number(vehicle, "max_tasks", RouteLimits.NONE, RouteLimits.NONE);
            int cost = RouteLimits.NONE;
            if (vehicle.has("max_travel_time")) {
                if (perHour != 3600 || perKilometre != 0) {
                    throw VroomTrouble.input("max_travel_time is offered only with the default costs.");
                }
                cost = (int) VroomFields.number(vehicle, "max_travel_time", 0, RouteLimits.NONE);
            }
            if (vehicle.has("max_distance")) {
                if (perHour != 0 || perKilometre != 1000 || vehicle.has("max_travel_time")) {
                    throw VroomTrouble.input("max_distance is offered only with costs of per_hour 0 and per_km 1000.");
                }
                cost = (int) VroomFields.number(vehicle, "max_distance", 0, RouteLimits.NONE);
            }
            return new RouteLimits(tasks, cost, RouteLimits.NONE, 1, RouteLimits.NO_CASH_LIMIT);
        }

        private List<Integer> capacities(JsonNode vehicle) {
            List<Integer> given = VroomFields.amounts(vehicle, "capacity", PlanningProblem.LOAD_MAX);
            return given.isEmpty() ? Collections.nCopies(dimensions, 0) : sized(given);
        }

        private void warmStart(VehicleId id, JsonNode vehicle) {
            List<StopId> row = new ArrayList<>();
            for (JsonNode step : vehicle.path("steps")) {
                String type = step.path("type").asText();
                String stop = type + "-" + step.path("id").asLong();
                switch (type) {
                    case "start", "end", "break" -> {}
                    case "job", "pickup", "delivery" -> {
                        if (!nodes.containsKey(stop)) {
                            throw VroomTrouble.input("Invalid " + type + " id in vehicle steps.");
                        }
                        row.add(new StopId(stop));
                    }
                    default -> throw VroomTrouble.input("Invalid type in steps.");
                }
            }
            if (!row.isEmpty()) {
                warm.put(id, row);
            }
        }

        private List<Integer> sized(List<Integer> amounts) {
            if (!amounts.isEmpty() && amounts.size() != dimensions) {
                throw VroomTrouble.input(
                        "Inconsistent capacity lengths: " + amounts.size() + " and " + dimensions + ".");
            }
            return amounts;
        }

        private Window window(long[] window) {
            long start = window[0] - epoch;
            long end = Math.min(window[1] - epoch, PlanningProblem.SECONDS_MAX);
            if (start > PlanningProblem.SECONDS_MAX) {
                throw VroomTrouble.input("Time windows lie further apart than " + PlanningProblem.SECONDS_MAX + " s.");
            }
            return new Window((int) start, (int) end);
        }

        private static int seconds(JsonNode node, String field) {
            return (int) VroomFields.number(node, field, 0, PlanningProblem.SECONDS_MAX);
        }

        /** A day before the first window, so that a vehicle without hours can leave in time for it. */
        private static long epoch(JsonNode request) {
            long first = Long.MAX_VALUE;
            for (JsonNode vehicle : request.path("vehicles")) {
                JsonNode hours = vehicle.path("time_window");
                first = hours.isArray() ? Math.min(first, VroomFields.window(hours)[0]) : first;
            }
            for (JsonNode job : request.path("jobs")) {
                first = earliest(job, first);
            }
            for (JsonNode shipment : request.path("shipments")) {
                first = earliest(shipment.path("delivery"), earliest(shipment.path("pickup"), first));
            }
            return first == Long.MAX_VALUE ? 0 : Math.max(0, first - DAY);
        }

        private static long earliest(JsonNode step, long first) {
            List<long[]> windows = VroomFields.windows(step.path("time_windows"));
            return windows.isEmpty() ? first : Math.min(first, windows.getFirst()[0]);
        }

        private static int dimensions(JsonNode request) {
            for (JsonNode vehicle : request.path("vehicles")) {
                if (vehicle.path("capacity").isArray()
                        && !vehicle.path("capacity").isEmpty()) {
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
}
