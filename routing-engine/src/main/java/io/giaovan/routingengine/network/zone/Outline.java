package io.giaovan.routingengine.network.zone;

import io.giaovan.contracts.place.GeoPoint;
import java.util.List;

/** Tests on a polygon given by its corners, treating degrees as a plane, which is exact enough within a city. */
public final class Outline {
    private Outline() {}

    /** Counts how often a ray to the east crosses the outline: an odd number means inside. */
    public static boolean contains(List<GeoPoint> corners, GeoPoint point) {
        boolean inside = false;
        GeoPoint previous = corners.getLast();
        for (GeoPoint corner : corners) {
            if ((corner.lat() > point.lat()) != (previous.lat() > point.lat())) {
                double crossing = corner.lon()
                        + (point.lat() - corner.lat())
                                / (previous.lat() - corner.lat())
                                * (previous.lon() - corner.lon());
                if (point.lon() < crossing) {
                    inside = !inside;
                }
            }
            previous = corner;
        }
        return inside;
    }

    /** True when the segment touches the polygon: an end lies inside or it crosses an edge. */
    static boolean touches(List<GeoPoint> corners, GeoPoint a, GeoPoint b) {
        if (contains(corners, a) || contains(corners, b)) {
            return true;
        }
        GeoPoint previous = corners.getLast();
        for (GeoPoint corner : corners) {
            if (side(a, b, previous) * side(a, b, corner) <= 0
                    && side(previous, corner, a) * side(previous, corner, b) <= 0) {
                return true;
            }
            previous = corner;
        }
        return false;
    }

    private static double side(GeoPoint a, GeoPoint b, GeoPoint c) {
        return Math.signum((b.lon() - a.lon()) * (c.lat() - a.lat()) - (b.lat() - a.lat()) * (c.lon() - a.lon()));
    }
}
