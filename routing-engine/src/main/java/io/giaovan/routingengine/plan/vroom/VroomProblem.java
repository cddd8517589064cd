package io.giaovan.routingengine.plan.vroom;

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
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A VROOM request as a planning problem. Stops are named {@code job-7}, {@code pickup-7} and {@code delivery-7}, vehicles
 * {@code vehicle-1}; times count from {@link #epoch}.
 *
 * @param problem the problem; the distance in its matrices is VROOM's cost
 * @param places locations and travel
 * @param epoch VROOM's second at which the problem's second 0 lies
 * @param tasks the request's tasks by stop id
 * @param vehicles the request's vehicles by vehicle id
 */
record VroomProblem(
        PlanningProblem problem,
        VroomPlaces places,
        long epoch,
        Map<StopId, VroomTask> tasks,
        Map<VehicleId, VroomVehicle> vehicles) {
    private static final int DAY = 86_400;

    static VroomProblem of(JsonNode request, VroomPlaces places) {
        return new Reader(request, places).read();
    }

    VroomTask task(StopId id) {
        return Objects.requireNonNull(tasks.get(id), id.value());
    }

    VroomVehicle vehicle(VehicleId id) {
        return Objects.requireNonNull(vehicles.get(id), id.value());
    }

    int dimensions() {
        return problem.dimensions();
    }

    /** A vehicle's breaks in the order in which they are taken. */
    List<VroomVehicle.Pause> pauses(VroomVehicle vehicle) {
        return sorted(vehicle.pauses());
    }

    private static List<VroomVehicle.Pause> sorted(List<VroomVehicle.Pause> pauses) {
        return pauses.stream()
                .sorted(Comparator.comparingLong(
                        pause -> pause.windows().isEmpty() ? 0 : pause.windows().getFirst()[0]))
                .toList();
    }

    /** Reads one request. */
    private static final class Reader {
        private final VroomPlaces places;
        private final VroomTasks tasks;
        private final List<VroomVehicle> vehicles;
        private final long epoch;
        private final int priorityWeight;
        private final Map<String, TravelMatrix> travel = new HashMap<>();
        private final Map<VehicleId, List<StopId>> warm = new HashMap<>();

        Reader(JsonNode request, VroomPlaces places) {
            this.places = places;
            this.tasks = new VroomTasks(request, places);
            this.vehicles = VroomVehicle.all(request, tasks, places);
            this.epoch = epoch();
            this.priorityWeight = priorityWeight();
        }

        /** Priority counts before the number of tasks, as far as the range of priorities has room for both. */
        private int priorityWeight() {
            int highest =
                    tasks.all().stream().mapToInt(VroomTask::priority).max().orElse(0);
            return Math.max(1, (Stop.PRIORITY_MAX - 1) / Math.max(1, highest));
        }

        VroomProblem read() {
            checkTaskPrices();
            Map<StopId, VroomTask> byStop = new HashMap<>();
            List<Stop> stops = new ArrayList<>();
            List<Shipment> shipments = new ArrayList<>();
            for (VroomTask task : tasks.all()) {
                stops.add(stop(task));
                byStop.put(new StopId(task.key()), task);
                if (task.type().equals("pickup")) {
                    shipments.add(new Shipment(new StopId(task.key()), new StopId(task.other()), task.pickup()));
                }
            }
            Map<VehicleId, VroomVehicle> byId = new HashMap<>();
            List<Vehicle> drivers = new ArrayList<>();
            for (VroomVehicle vehicle : vehicles) {
                Vehicle driver = vehicle(vehicle);
                drivers.add(driver);
                byId.put(driver.id(), vehicle);
                warmStart(driver.id(), vehicle);
            }
            try {
                return new VroomProblem(
                        new PlanningProblem(
                                drivers,
                                stops,
                                shipments,
                                travel,
                                Objective.COST,
                                0,
                                warm.isEmpty() ? null : new WarmStart(warm, 0)),
                        places,
                        epoch,
                        byStop,
                        byId);
            } catch (IllegalArgumentException refused) {
                throw VroomTrouble.input(String.valueOf(refused.getMessage()));
            }
        }

        /** A price that all vehicles ask alike for work at the tasks does not change which routes are best. */
        private void checkTaskPrices() {
            long kinds = vehicles.stream()
                    .map(vehicle -> vehicle.costs().perTaskHour())
                    .distinct()
                    .count();
            if (kinds > 1) {
                throw VroomTrouble.input("per_task_hour is offered only when it is the same for all vehicles.");
            }
        }

        private Stop stop(VroomTask task) {
            Stop stop = Stop.of(task.key(), task.location())
                    .withService(task.service(), task.setup())
                    .withWindows(task.windows().stream().map(this::window).toArray(Window[]::new))
                    .withSkills(task.skills().toArray(String[]::new))
                    .withPriority(Math.min(Stop.PRIORITY_MAX, task.priority() * priorityWeight + 1));
            return task.isJob() ? stop.withLoads(task.delivery(), task.pickup()) : stop;
        }

        private Vehicle vehicle(VroomVehicle vehicle) {
            VroomVehicle.Costs costs = vehicle.costs();
            String matrix = vehicle.profile() + "|" + vehicle.speedFactor() + "|" + costs.perHour() + "|"
                    + costs.perKilometre();
            travel.computeIfAbsent(matrix, _ -> places.priced(vehicle));
            Integer start = vehicle.start();
            Integer end = vehicle.end();
            Shift shift = shift(vehicle);
            return new Vehicle(
                    new VehicleId(vehicle.key()),
                    matrix,
                    "default",
                    start == null ? Vehicle.OPEN : start,
                    end == null ? Vehicle.OPEN : end,
                    vehicle.capacity(),
                    vehicle.skills(),
                    shift,
                    breaks(vehicle, shift),
                    new Prices(costs.fixed(), 0, 1000),
                    limits(vehicle),
                    null,
                    100,
                    null);
        }

        private Shift shift(VroomVehicle vehicle) {
            long[] hours = vehicle.window();
            if (hours == null) {
                return Shift.ALWAYS;
            }
            Window window = window(hours);
            return Shift.between(window.startSeconds(), window.endSeconds());
        }

        private List<Break> breaks(VroomVehicle vehicle, Shift shift) {
            List<Break> breaks = new ArrayList<>();
            for (VroomVehicle.Pause pause : sorted(vehicle.pauses())) {
                if (pause.windows().size() > 1) {
                    throw VroomTrouble.input("A break with more than one time window is not offered here.");
                }
                if (!pause.loadMax().isEmpty()) {
                    throw VroomTrouble.input("A break with max_load is offered only in plan mode.");
                }
                Window when = pause.windows().isEmpty()
                        ? new Window(shift.startSeconds(), shift.endSeconds())
                        : window(pause.windows().getFirst());
                breaks.add(new Break(
                        Math.max(shift.startSeconds(), when.startSeconds()),
                        Math.min(shift.endSeconds(), when.endSeconds()),
                        pause.service()));
            }
            return breaks;
        }

        private static RouteLimits limits(VroomVehicle vehicle) {
            int cost = RouteLimits.NONE;
            if (vehicle.travelTimeMax() < RouteLimits.NONE) {
                if (!vehicle.costs().areUsual()) {
                    throw VroomTrouble.input("max_travel_time is offered only with the default costs.");
                }
                cost = vehicle.travelTimeMax();
            }
            if (vehicle.distanceMax() < RouteLimits.NONE) {
                if (!vehicle.costs().areDistance() || vehicle.travelTimeMax() < RouteLimits.NONE) {
                    throw VroomTrouble.input("max_distance is offered only with costs of per_hour 0 and per_km 1000.");
                }
                cost = vehicle.distanceMax();
            }
            return new RouteLimits(vehicle.tasksMax(), cost, RouteLimits.NONE, 1, RouteLimits.NO_CASH_LIMIT);
        }

        private void warmStart(VehicleId id, VroomVehicle vehicle) {
            List<StopId> row = new ArrayList<>();
            for (JsonNode step : vehicle.node().path("steps")) {
                String type = step.path("type").asText();
                switch (type) {
                    case "start", "end", "break" -> {}
                    case "job", "pickup", "delivery" -> {
                        VroomTask task = tasks.find(type, VroomFields.id(step, "steps of vehicle " + vehicle.id()));
                        if (task == null) {
                            throw VroomTrouble.input("Invalid " + type + " id " + step.path("id") + " for vehicle "
                                    + vehicle.id() + ".");
                        }
                        row.add(new StopId(task.key()));
                    }
                    default -> throw VroomTrouble.input("Invalid type in steps for vehicle " + vehicle.id() + ".");
                }
            }
            if (!row.isEmpty()) {
                warm.put(id, row);
            }
        }

        private Window window(long[] window) {
            long start = window[0] - epoch;
            long end = Math.min(window[1] - epoch, PlanningProblem.SECONDS_MAX);
            if (start > PlanningProblem.SECONDS_MAX) {
                throw VroomTrouble.input("Time windows lie further apart than " + PlanningProblem.SECONDS_MAX + " s.");
            }
            return new Window((int) start, (int) end);
        }

        /** A day before the first window, so that a vehicle without hours can leave in time for it. */
        private long epoch() {
            long first = Long.MAX_VALUE;
            for (VroomVehicle vehicle : vehicles) {
                long[] hours = vehicle.window();
                first = hours == null ? first : Math.min(first, hours[0]);
                for (VroomVehicle.Pause pause : vehicle.pauses()) {
                    first = pause.windows().isEmpty()
                            ? first
                            : Math.min(first, pause.windows().getFirst()[0]);
                }
            }
            for (VroomTask task : tasks.all()) {
                first = task.windows().isEmpty()
                        ? first
                        : Math.min(first, task.windows().getFirst()[0]);
            }
            return first == Long.MAX_VALUE ? 0 : Math.max(0, first - DAY);
        }
    }
}
