package io.giaovan.routingengine.plan.vroom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.Snap;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The locations of a VROOM request and the travel between them: from the request's own matrices, which are indexed, or from
 * the roads. Since VROOM's cost of travel is whatever the request says, it takes the place of the distance in the matrices
 * that the solver gets.
 */
final class VroomPlaces {
    private static final int COST_MAX = TravelMatrix.UNREACHABLE - 1;

    private final JsonNode matrices;
    private final boolean drawn;
    private final TravelTimes roads;
    private final RoadNetwork network;
    private final List<@Nullable GeoPoint> points = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private final List<Integer> rows = new ArrayList<>();
    private final Map<String, TravelMatrix> travelled = new HashMap<>();
    private final Map<Pricing, TravelMatrix> pricedAt = new HashMap<>();

    /** Vehicles with the same travel at the same price. */
    private record Pricing(String profile, double speedFactor, long perHour, long perKilometre) {}

    VroomPlaces(JsonNode request, TravelTimes roads, RoadNetwork network) {
        JsonNode legacy = request.path("matrix");
        this.matrices = request.path("matrices").isObject()
                ? request.path("matrices")
                : legacy.isArray()
                        ? JsonNodeFactory.instance
                                .objectNode()
                                .set(
                                        "car",
                                        JsonNodeFactory.instance.objectNode().set("durations", legacy))
                        : MissingNode.getInstance();
        this.drawn = request.path("options").path("g").asBoolean(false);
        this.roads = roads;
        this.network = network;
    }

    boolean ownMatrices() {
        return matrices.isObject();
    }

    /** The location of a point or index, or null when neither is given. */
    @Nullable
    Integer location(JsonNode node, String pointField, String indexField) {
        GeoPoint point = VroomFields.point(node.path(pointField));
        JsonNode index = node.path(indexField);
        if (ownMatrices()) {
            if (!index.isIntegralNumber()) {
                if (point == null) {
                    return null;
                }
                throw VroomTrouble.input("Missing " + indexField + ": the request has its own matrices.");
            }
            if (index.asLong() < 0 || index.asLong() > TravelMatrix.SIZE_MAX) {
                throw VroomTrouble.input(indexField + " exceeding matrix size.");
            }
            return known.computeIfAbsent(index.asInt(), row -> place(point, (Integer) row));
        }
        return point == null ? null : known.computeIfAbsent(point, _ -> place(point, -1));
    }

    int size() {
        return points.size();
    }

    @Nullable
    GeoPoint point(int location) {
        return points.get(location);
    }

    /** The index in the request's matrices, or -1. */
    int row(int location) {
        return rows.get(location);
    }

    /** Duration and distance by the roads or the request, before any price. */
    TravelMatrix travel(String profile) {
        return travelled.computeIfAbsent(profile, _ -> ownMatrices() ? given(profile) : byRoad(profile));
    }

    /** Duration in seconds for a vehicle, and VROOM's cost in the place of the distance. */
    TravelMatrix priced(VroomVehicle vehicle) {
        VroomVehicle.Costs costs = vehicle.costs();
        return pricedAt.computeIfAbsent(
                new Pricing(vehicle.profile(), vehicle.speedFactor(), costs.perHour(), costs.perKilometre()),
                this::priced);
    }

    /**
     * What a route costs: its way by the request's own costs, or else its duration and distance priced as a whole, so that
     * nothing is lost by rounding each leg.
     *
     * @param wayCosts sum over the legs of what stands in the place of the distance in {@link #priced}
     * @param workSeconds set-up and service at tasks
     */
    long cost(VroomVehicle vehicle, long wayCosts, long duration, long metres, long workSeconds) {
        VroomVehicle.Costs costs = vehicle.costs();
        boolean own =
                ownMatrices() && matrices.path(vehicle.profile()).path("costs").isArray();
        double way = own ? wayCosts : duration * (costs.perHour() / 3600.0) + metres * (costs.perKilometre() / 1000.0);
        return costs.fixed() + (long) (way + workSeconds * (costs.perTaskHour() / 3600.0));
    }

    /** Whether routes are drawn: on request, and only where they follow our roads. */
    boolean drawsRoutes() {
        return drawn && !ownMatrices();
    }

    /** The way over several locations as an encoded polyline; a leg without a way is a straight line. */
    String line(String profile, List<Integer> locations) {
        VehicleProfile kind = kind(profile);
        List<GeoPoint> line = new ArrayList<>();
        for (int i = 1; i < locations.size(); i++) {
            GeoPoint from = onMap(locations.get(i - 1));
            GeoPoint to = onMap(locations.get(i));
            line.addAll(
                    network.path(kind, from, to) instanceof RoadPath.Found way ? way.geometry() : List.of(from, to));
        }
        return Polyline.of(line);
    }

    private GeoPoint onMap(int location) {
        return Objects.requireNonNull(points.get(location), "without matrices every place has a point");
    }

    private TravelMatrix priced(Pricing pricing) {
        String profile = pricing.profile();
        TravelMatrix travel = travel(profile);
        int size = travel.size();
        int[] seconds = new int[size * size];
        int[] costs = new int[size * size];
        JsonNode own = ownMatrices() ? matrices.path(profile).path("costs") : matrices;
        for (int i = 0; i < size * size; i++) {
            if (travel.seconds()[i] >= TravelMatrix.UNREACHABLE) {
                seconds[i] = TravelMatrix.UNREACHABLE;
                costs[i] = TravelMatrix.UNREACHABLE;
                continue;
            }
            seconds[i] = (int) Math.round(travel.seconds()[i] / pricing.speedFactor());
            double cost = own.isArray()
                    ? cell(own, profile + " costs", rows.get(i / size), rows.get(i % size))
                    : seconds[i] * (pricing.perHour() / 3600.0)
                            + travel.metres()[i] * (pricing.perKilometre() / 1000.0);
            costs[i] = (int) Math.min(COST_MAX, Math.round(cost));
        }
        return new TravelMatrix(size, seconds, costs);
    }

    private int place(@Nullable GeoPoint point, int row) {
        points.add(point);
        rows.add(row);
        return points.size() - 1;
    }

    private TravelMatrix given(String profile) {
        JsonNode durations = matrices.path(profile).path("durations");
        if (!durations.isArray()) {
            throw VroomTrouble.input("Missing durations matrix for profile " + profile + ".");
        }
        JsonNode distances = matrices.path(profile).path("distances");
        square(durations, profile + " durations");
        square(distances, profile + " distances");
        square(matrices.path(profile).path("costs"), profile + " costs");
        int size = points.size();
        int[] seconds = new int[size * size];
        int[] metres = new int[size * size];
        for (int i = 0; i < size * size; i++) {
            seconds[i] = cell(durations, profile + " durations", rows.get(i / size), rows.get(i % size));
            metres[i] = distances.isArray()
                    ? cell(distances, profile + " distances", rows.get(i / size), rows.get(i % size))
                    : 0;
        }
        return new TravelMatrix(size, seconds, metres);
    }

    /** Times there and back may differ, so a matrix need not be symmetric; it must have as many columns as rows. */
    private static void square(JsonNode matrix, String name) {
        for (int row = 0; row < matrix.size(); row++) {
            if (matrix.get(row).size() != matrix.size()) {
                throw VroomTrouble.input("Unexpected matrix line length: row " + row + " of " + name + " has "
                        + matrix.get(row).size() + " entries, the matrix has " + matrix.size() + " rows.");
            }
        }
    }

    private static int cell(JsonNode matrix, String name, int from, int to) {
        JsonNode cell = matrix.path(from).path(to);
        if (cell.isMissingNode()) {
            throw VroomTrouble.input("location_index exceeding matrix size in " + name + ".");
        }
        if (!cell.isIntegralNumber() || cell.asLong() < 0 || cell.asLong() > COST_MAX) {
            throw VroomTrouble.input("Invalid " + name + " matrix entry.");
        }
        return cell.asInt();
    }

    private TravelMatrix byRoad(String profile) {
        List<GeoPoint> all = points.stream()
                .map(point -> Objects.requireNonNull(point, "without matrices every place has a point"))
                .toList();
        VehicleProfile kind = kind(profile);
        for (GeoPoint point : all) {
            if (!(network.snap(kind, point) instanceof Snap.OnRoad)) {
                throw new VroomTrouble(
                        VroomTrouble.ROUTING,
                        "Unfound route(s) from location [" + point.lon() + "," + point.lat() + "]: no road for "
                                + kind.key() + " is near.");
            }
        }
        return roads.between(kind, all);
    }

    /** Which of our vehicle kinds a client's profile means; anything unknown drives like a van. */
    private static VehicleProfile kind(String profile) {
        String name = profile.toLowerCase(Locale.ROOT);
        if (name.contains("truck") || name.contains("hgv") || name.contains("heavy")) {
            return VehicleProfile.TRUCK;
        }
        if (name.contains("motor") || name.contains("moped") || name.contains("scooter") || name.contains("bike")) {
            return VehicleProfile.MOTORBIKE;
        }
        return VehicleProfile.VAN;
    }
}
