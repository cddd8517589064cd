package io.giaovan.routingengine.network.graph;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.index.LocationIndex;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadSpot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Brings points to the roads of one vehicle kind and remembers the latest answers. */
final class SnapIndex {
    private final LocationIndex index;
    private final EdgeFilter usable;
    private final Map<GeoPoint, Optional<RoadSpot>> known;

    SnapIndex(LocationIndex index, EdgeFilter usable, int cached) {
        this.index = index;
        this.usable = usable;
        known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<GeoPoint, Optional<RoadSpot>> eldest) {
                return size() > cached;
            }
        };
    }

    /** The nearest road that the vehicle may use at any distance the index can see, which is about a kilometre. */
    Optional<RoadSpot> nearest(GeoPoint point) {
        synchronized (known) {
            Optional<RoadSpot> remembered = known.get(point);
            if (remembered != null) {
                return remembered;
            }
        }
        com.graphhopper.storage.index.Snap found = index.findClosest(point.lat(), point.lon(), usable);
        Optional<RoadSpot> spot = found.isValid() ? Optional.of(RoadSpot.of(point, found)) : Optional.empty();
        synchronized (known) {
            known.put(point, spot);
        }
        return spot;
    }
}
