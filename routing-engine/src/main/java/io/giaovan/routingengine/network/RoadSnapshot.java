package io.giaovan.routingengine.network;

import io.giaovan.contracts.place.GeoPoint;
import java.util.Optional;

/** The roads at one moment; never changes, so that a long calculation sees one state of the world. */
public interface RoadSnapshot {
    /** Names road data and closures, as {@link RoadNetwork#snapshotId()}. */
    String id();

    RoadHierarchy hierarchy(VehicleProfile profile);

    /** Where the point is in terms of {@link #hierarchy}, or empty when it cannot be brought to a road. */
    Optional<RoadPosition> position(VehicleProfile profile, GeoPoint point);
}
