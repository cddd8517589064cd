package io.giaovan.routingengine.network.city;

import io.giaovan.contracts.place.GeoPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The ground: bends a regular grid so that streets look grown, and lays a river from south to north. Uses {@link StrictMath}
 * so that every machine draws the same city.
 */
final class CityTerrain {
    /** Streets each way. */
    static final int LINES = 51;

    static final double SPACING_METRES = 120;
    private static final double SIDE_METRES = (LINES - 1) * SPACING_METRES;
    private static final double SOUTH = 10.7730;
    private static final double WEST = 106.6730;
    private static final double METRES_PER_LAT = 110_600;
    private static final double METRES_PER_LON = 109_350;
    private static final double RIVER_HALF_WIDTH = 55;
    private static final double RIVERSIDE = 25;

    private final double[] phase;

    CityTerrain(Random random) {
        phase = random.doubles(6, 0, 2 * Math.PI).toArray();
    }

    /** A place in metres from the south-west corner. */
    record Spot(double x, double y) {
        Spot towards(Spot other, double share) {
            return new Spot(x + share * (other.x - x), y + share * (other.y - y));
        }

        Spot moved(double dx, double dy) {
            return new Spot(x + dx, y + dy);
        }

        double metresTo(Spot other) {
            return StrictMath.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
        }
    }

    /** Where the crossing of two grid lines comes to lie. */
    Spot bent(double column, double row) {
        double x = column * SPACING_METRES;
        double y = row * SPACING_METRES;
        return new Spot(
                x + 85 * wave(y, 2600, 0) + 45 * wave(x + y, 1500, 1),
                y + 85 * wave(x, 2900, 2) + 45 * wave(x - y, 1700, 3));
    }

    boolean isRiver(Spot spot) {
        return StrictMath.abs(spot.x() - riverMiddle(spot.y())) < RIVER_HALF_WIDTH + RIVERSIDE;
    }

    List<GeoPoint> riverOutline() {
        List<GeoPoint> west = new ArrayList<>();
        List<GeoPoint> east = new ArrayList<>();
        for (double y = -300; y <= SIDE_METRES + 300; y += 100) {
            west.add(onEarth(new Spot(riverMiddle(y) - RIVER_HALF_WIDTH, y)));
            east.add(onEarth(new Spot(riverMiddle(y) + RIVER_HALF_WIDTH, y)));
        }
        Collections.reverse(east);
        west.addAll(east);
        return west;
    }

    /** To degrees, rounded to the seven decimals that are written. */
    GeoPoint onEarth(Spot spot) {
        return new GeoPoint(
                sevenDecimals(SOUTH + spot.y() / METRES_PER_LAT), sevenDecimals(WEST + spot.x() / METRES_PER_LON));
    }

    private double riverMiddle(double y) {
        return SIDE_METRES / 2 + 430 * wave(y, 5300, 4) + 140 * wave(y, 2150, 5);
    }

    private double wave(double at, double length, int which) {
        return StrictMath.sin(2 * Math.PI * at / length + phase[which]);
    }

    private static double sevenDecimals(double degrees) {
        return StrictMath.round(degrees * 1e7) / 1e7;
    }
}
