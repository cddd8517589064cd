package io.giaovan.routingengine.promise;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Travel among the places of one depot-day, the depot being location 0. Not safe for use by many threads. */
final class DayTravel {
    private final TravelTimes travel;
    private final List<GeoPoint> points = new ArrayList<>();
    private final Map<GeoPoint, Integer> locations = new HashMap<>();
    private final Map<VehicleProfile, TravelMatrix> matrices = new EnumMap<>(VehicleProfile.class);

    DayTravel(TravelTimes travel, GeoPoint depot, Set<VehicleProfile> kinds, Set<GeoPoint> known) {
        this.travel = travel;
        add(depot);
        known.forEach(this::add);
        kinds.forEach(kind -> matrices.put(kind, travel.between(kind, points)));
    }

    /** Where a point is in the matrices; a new point is added to them. */
    int location(GeoPoint point) {
        Integer known = locations.get(point);
        if (known != null) {
            return known;
        }
        int location = add(point);
        matrices.replaceAll((kind, _) -> travel.between(kind, points));
        return location;
    }

    int size() {
        return points.size();
    }

    TravelMatrix matrix(VehicleProfile kind) {
        TravelMatrix matrix = matrices.get(kind);
        if (matrix == null) {
            throw new IllegalArgumentException("vehicle: no travel times for " + kind.key());
        }
        return matrix;
    }

    private int add(GeoPoint point) {
        return locations.computeIfAbsent(point, _ -> {
            points.add(point);
            return points.size() - 1;
        });
    }
}
