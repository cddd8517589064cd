package io.giaovan.routingengine.network.tile;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.network.RoadBounds;
import org.locationtech.jts.geom.Coordinate;

/**
 * A square of the web map in spherical Mercator projection.
 *
 * @param zoom {@value #ZOOM_MIN} to {@value #ZOOM_MAX}; the world is 2^zoom squares wide
 * @param x column from the date line eastwards
 * @param y row from the north southwards
 */
record TileAddress(int zoom, int x, int y) {
    static final int ZOOM_MIN = 10;
    static final int ZOOM_MAX = 18;
    /** Units along one side of a tile. */
    static final int EXTENT = 4096;

    TileAddress {
        if (zoom < ZOOM_MIN || zoom > ZOOM_MAX) {
            throw ProblemException.invalid("z", zoom, "zoom levels are " + ZOOM_MIN + " to " + ZOOM_MAX);
        }
        int last = (1 << zoom) - 1;
        if (x < 0 || x > last) {
            throw ProblemException.invalid("x", x, "columns at zoom " + zoom + " are 0 to " + last);
        }
        if (y < 0 || y > last) {
            throw ProblemException.invalid("y", y, "rows at zoom " + zoom + " are 0 to " + last);
        }
    }

    /** The square with a margin, given as a share of its side. */
    RoadBounds bounds(double margin) {
        return new RoadBounds(lat(y + 1 + margin), lon(x - margin), lat(y - margin), lon(x + 1 + margin));
    }

    /** Where a point lies in this tile, in its units from the north-west corner; outside points get values outside 0 to 4096. */
    Coordinate place(GeoPoint point) {
        double side = 1 << zoom;
        double sine = Math.sin(Math.toRadians(point.lat()));
        double column = (point.lon() + 180) / 360 * side;
        double row = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side;
        return new Coordinate(Math.rint((column - x) * EXTENT), Math.rint((row - y) * EXTENT));
    }

    private double lon(double column) {
        return Math.clamp(column / (1 << zoom) * 360 - 180, -180, 180);
    }

    private double lat(double row) {
        double mercator = Math.PI * (1 - 2 * Math.clamp(row / (1 << zoom), 0, 1));
        return Math.toDegrees(Math.atan(Math.sinh(mercator)));
    }
}
