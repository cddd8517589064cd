package io.giaovan.routingengine.promise;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.travel.TravelFan;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Travel among the places of one depot-day, the depot being location 0. The matrices have room to spare, so that a new
 * place costs one row and one column; the first spare location serves whoever only asks. Not safe for use by many threads.
 */
final class DayTravel {
    private static final int SPARE = 32;

    private final TravelTimes travel;
    private final List<GeoPoint> points = new ArrayList<>();
    private final Map<GeoPoint, Integer> locations = new HashMap<>();
    private final Map<VehicleProfile, TravelMatrix> matrices = new EnumMap<>(VehicleProfile.class);
    private int room;
    private @Nullable GeoPoint guest;

    DayTravel(TravelTimes travel, GeoPoint depot, Set<VehicleProfile> kinds, Set<GeoPoint> known) {
        this.travel = travel;
        enter(depot);
        known.forEach(this::enter);
        this.room = points.size() + points.size() / 4 + SPARE;
        for (VehicleProfile kind : kinds) {
            TravelMatrix tight = travel.between(kind, points);
            matrices.put(kind, roomy(tight, points.size()));
        }
    }

    /** Where a place is in the matrices; a new one is entered. */
    int location(GeoPoint point) {
        int location = guestLocation(point);
        if (location == points.size()) {
            enter(point);
            guest = null;
        }
        return location;
    }

    /** Where a place is in the matrices until the next place is asked for; a new one is not entered. */
    int guestLocation(GeoPoint point) {
        Integer known = locations.get(point);
        if (known != null) {
            return known;
        }
        int location = points.size();
        if (!point.equals(guest)) {
            if (location >= room) {
                room = location + location / 4 + SPARE;
                matrices.replaceAll((_, matrix) -> roomy(matrix, location));
            }
            matrices.forEach((kind, matrix) -> fill(matrix, location, travel.fan(kind, point, points)));
            guest = point;
        }
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

    private void enter(GeoPoint point) {
        if (locations.putIfAbsent(point, points.size()) == null) {
            points.add(point);
        }
    }

    private TravelMatrix roomy(TravelMatrix tight, int used) {
        int[] seconds = new int[room * room];
        int[] metres = new int[room * room];
        Arrays.fill(seconds, TravelMatrix.UNREACHABLE);
        Arrays.fill(metres, TravelMatrix.UNREACHABLE);
        for (int row = 0; row < used; row++) {
            System.arraycopy(tight.seconds(), row * tight.size(), seconds, row * room, used);
            System.arraycopy(tight.metres(), row * tight.size(), metres, row * room, used);
        }
        return new TravelMatrix(room, seconds, metres);
    }

    private static void fill(TravelMatrix matrix, int location, TravelFan fan) {
        int size = matrix.size();
        for (int other = 0; other < fan.outSeconds().length; other++) {
            matrix.seconds()[location * size + other] = fan.outSeconds()[other];
            matrix.metres()[location * size + other] = fan.outMetres()[other];
            matrix.seconds()[other * size + location] = fan.backSeconds()[other];
            matrix.metres()[other * size + location] = fan.backMetres()[other];
        }
        matrix.seconds()[location * size + location] = 0;
        matrix.metres()[location * size + location] = 0;
    }
}
