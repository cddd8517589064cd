package io.giaovan.routingengine.network;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.zone.Outline;
import java.util.List;

/**
 * A line on the map, or an area when closed.
 *
 * @param name may be empty
 * @param closed true for an area, whose last point repeats the first
 * @param points in order
 */
public record MapArea(String name, boolean closed, List<GeoPoint> points) {
    public MapArea {
        points = List.copyOf(points);
    }

    /** True when the point lies within an area; never for a line. */
    public boolean contains(GeoPoint point) {
        return closed && Outline.contains(points, point);
    }
}
