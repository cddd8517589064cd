package io.giaovan.routingengine.network;

import io.giaovan.contracts.place.GeoPoint;

/**
 * The rectangle that the road data covers, edges included, in degrees.
 *
 * @param south least latitude
 * @param west least longitude
 * @param north greatest latitude
 * @param east greatest longitude
 */
public record RoadBounds(double south, double west, double north, double east) {
    private static final double METRES_PER_DEGREE = 111_195;

    public RoadBounds {
        if (!(south <= north && west <= east)) {
            throw new IllegalArgumentException(
                    "bounds: south " + south + " or west " + west + " lies beyond north " + north + " or east " + east);
        }
    }

    public boolean contains(GeoPoint point) {
        return point.lat() >= south && point.lat() <= north && point.lon() >= west && point.lon() <= east;
    }

    public GeoPoint centre() {
        return at(0.5, 0.5);
    }

    /** The point at these shares of the way from south to north and from west to east. */
    public GeoPoint at(double northwards, double eastwards) {
        return new GeoPoint(south + northwards * (north - south), west + eastwards * (east - west));
    }

    /** The same rectangle with a margin on every side. */
    public RoadBounds widenedBy(double metres) {
        double lat = metres / METRES_PER_DEGREE;
        double lon = lat / Math.max(0.01, Math.cos(Math.toRadians(Math.max(Math.abs(south), Math.abs(north)))));
        return new RoadBounds(south - lat, west - lon, north + lat, east + lon);
    }
}
