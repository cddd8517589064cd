package io.giaovan.routingengine.network;

import io.giaovan.contracts.place.GeoPoint;
import java.util.List;

/** The quickest way between two points for one vehicle kind, or why there is none. */
public sealed interface RoadPath {
    /**
     * A way was found.
     *
     * @param geometry points along it from start to end, at least one
     * @param seconds driving time at free flow
     * @param metres length
     */
    record Found(List<GeoPoint> geometry, int seconds, int metres) implements RoadPath {
        public Found {
            geometry = List.copyOf(geometry);
            if (geometry.isEmpty()) {
                throw new IllegalArgumentException("geometry: has no point, at least 1 is needed");
            }
        }
    }

    /**
     * Both ends are on roads, but no way leads from one to the other.
     *
     * @param from snapped start
     * @param to snapped end
     */
    record Unreachable(Snap.OnRoad from, Snap.OnRoad to) implements RoadPath {}

    /**
     * An end is not near a road.
     *
     * @param refusal a {@link Snap.TooFar} or {@link Snap.OutsideBounds}
     */
    record OffRoad(Snap refusal) implements RoadPath {}
}
