package io.giaovan.routingengine.model;

import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a problem's parts must agree on among each other; each part has checked itself. */
final class ProblemChecks {
    private ProblemChecks() {}

    static void check(
            List<Vehicle> vehicles, List<Stop> stops, List<Shipment> shipments, Map<String, TravelMatrix> travel) {
        int locations = locations(travel);
        int dimensions =
                vehicles.isEmpty() ? 0 : vehicles.getFirst().capacities().size();
        Map<StopId, Stop> stopById = new HashMap<>();
        for (Stop stop : stops) {
            if (stopById.put(stop.id(), stop) != null) {
                throw new IllegalArgumentException("stops: id " + stop.id() + " is used twice");
            }
            location("stop " + stop.id() + ": location", stop.location(), locations);
            if (!vehicles.isEmpty()) {
                dimension("stop " + stop.id() + ": deliver", stop.deliver().size(), dimensions);
                dimension("stop " + stop.id() + ": collect", stop.collect().size(), dimensions);
            }
        }
        vehicles(vehicles, travel, locations, dimensions);
        skills(vehicles, stops);
        shipments(shipments, stopById, dimensions);
        committed(vehicles, stopById);
        windows(vehicles, stops);
    }

    private static int locations(Map<String, TravelMatrix> travel) {
        int size = -1;
        for (Map.Entry<String, TravelMatrix> entry : travel.entrySet()) {
            TravelMatrix matrix = entry.getValue();
            if (size >= 0 && matrix.size() != size) {
                throw new IllegalArgumentException("travel." + entry.getKey() + ": has " + matrix.size()
                        + " locations, another profile has " + size);
            }
            size = matrix.size();
        }
        return Math.max(size, 0);
    }

    private static void location(String field, int location, int locations) {
        if (location >= locations) {
            throw new IllegalArgumentException(
                    field + ": " + location + " is outside the travel matrix of " + locations + " locations");
        }
    }

    private static void dimension(String field, int entries, int dimensions) {
        if (entries != 0 && entries != dimensions) {
            throw new IllegalArgumentException(
                    field + ": has " + entries + " load dimensions, the vehicles have " + dimensions);
        }
    }

    private static void vehicles(
            List<Vehicle> vehicles, Map<String, TravelMatrix> travel, int locations, int dimensions) {
        Set<VehicleId> ids = new HashSet<>();
        for (Vehicle vehicle : vehicles) {
            String at = "vehicle " + vehicle.id() + ": ";
            if (!ids.add(vehicle.id())) {
                throw new IllegalArgumentException("vehicles: id " + vehicle.id() + " is used twice");
            }
            if (!travel.containsKey(vehicle.profile())) {
                throw new IllegalArgumentException(at + "profile: '" + vehicle.profile() + "' has no travel matrix");
            }
            location(at + "startLocation", vehicle.startLocation(), locations);
            location(at + "endLocation", vehicle.endLocation(), locations);
            Reloading reloading = vehicle.reloading();
            if (reloading != null) {
                location(at + "reloading.location", reloading.location(), locations);
            }
            Progress progress = vehicle.progress();
            if (progress != null) {
                location(at + "progress.location", progress.location(), locations);
                dimension(at + "progress.onBoard", progress.onBoard().size(), dimensions);
            }
            if (vehicle.capacities().size() != dimensions) {
                throw new IllegalArgumentException(at + "capacities: has "
                        + vehicle.capacities().size() + " load dimensions, the first vehicle has " + dimensions);
            }
        }
    }

    private static void skills(List<Vehicle> vehicles, List<Stop> stops) {
        Set<String> skills = new HashSet<>();
        vehicles.forEach(vehicle -> skills.addAll(vehicle.skills()));
        stops.forEach(stop -> skills.addAll(stop.skills()));
        Checks.size("skills", skills.size(), PlanningProblem.SKILLS_MAX);
    }

    private static void shipments(List<Shipment> shipments, Map<StopId, Stop> stopById, int dimensions) {
        Set<StopId> seen = new HashSet<>();
        for (Shipment shipment : shipments) {
            String at = "shipment " + shipment.pickup() + ": ";
            dimension(at + "load", shipment.load().size(), dimensions);
            Stop pickup = end(at, shipment.pickup(), stopById, seen);
            Stop delivery = end(at, shipment.delivery(), stopById, seen);
            if (pickup.required() != delivery.required()) {
                throw new IllegalArgumentException(at + "required: differs between pickup and delivery");
            }
        }
    }

    private static Stop end(String at, StopId id, Map<StopId, Stop> stopById, Set<StopId> seen) {
        Stop stop = stopById.get(id);
        if (stop == null) {
            throw new IllegalArgumentException(at + "stop " + id + " is not among the stops");
        }
        if (!seen.add(id)) {
            throw new IllegalArgumentException(at + "stop " + id + " is already part of a shipment");
        }
        boolean ownLoad = stop.deliver().stream().anyMatch(load -> load > 0)
                || stop.collect().stream().anyMatch(load -> load > 0);
        if (ownLoad || stop.releaseSeconds() > 0) {
            throw new IllegalArgumentException(
                    at + "stop " + id + " has a load or release of its own; state the load on the shipment");
        }
        return stop;
    }

    private static void committed(List<Vehicle> vehicles, Map<StopId, Stop> stopById) {
        Set<StopId> seen = new HashSet<>();
        for (Vehicle vehicle : vehicles) {
            Progress progress = vehicle.progress();
            if (progress == null) {
                continue;
            }
            for (StopId id : progress.committed()) {
                if (!stopById.containsKey(id)) {
                    throw new IllegalArgumentException(
                            "vehicle " + vehicle.id() + ": progress.committed: " + id + " is not among the stops");
                }
                if (!seen.add(id)) {
                    throw new IllegalArgumentException(
                            "vehicle " + vehicle.id() + ": progress.committed: " + id + " is on two routes");
                }
            }
            for (StopId id : progress.driven()) {
                if (!seen.add(id)) {
                    throw new IllegalArgumentException(
                            "vehicle " + vehicle.id() + ": progress.driven: " + id + " is on two routes");
                }
            }
        }
    }

    private static void windows(List<Vehicle> vehicles, List<Stop> stops) {
        if (vehicles.isEmpty()) {
            return;
        }
        int start =
                vehicles.stream().mapToInt(v -> v.shift().startSeconds()).min().orElseThrow();
        int end = vehicles.stream().mapToInt(v -> v.shift().lastSecond()).max().orElseThrow();
        for (Stop stop : stops) {
            if (stop.windows().isEmpty()) {
                continue;
            }
            int first = stop.windows().getFirst().startSeconds();
            int last = stop.windows().getLast().endSeconds() + stop.lateSecondsMax();
            if (first > end || last < start) {
                throw new IllegalArgumentException("stop " + stop.id() + ": windows: " + first + " to " + last
                        + " is outside every shift, which lie in " + start + " to " + end);
            }
        }
    }
}
