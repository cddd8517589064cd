package io.giaovan.routingengine.network;

import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import java.util.Optional;
import java.util.Set;

/**
 * The roads as they are now. Every call answers from one whole snapshot; when zones close or open roads, the next call sees
 * the new snapshot. Safe for use by many threads.
 */
public interface RoadNetwork {
    /** Names the road data and the closures in force; whatever is derived from roads is stale once this changes. */
    String snapshotId();

    RoadBounds bounds();

    Set<VehicleProfile> profiles();

    /** The nearest road point that the vehicle may use. Answers are cached. */
    Snap snap(VehicleProfile profile, GeoPoint point);

    /** The quickest way from one point to another. */
    RoadPath path(VehicleProfile profile, GeoPoint from, GeoPoint to);

    /**
     * Looks an address up by house number, street name and ward; marks and letter case do not matter. An address that already
     * has a point is answered with it. Empty when the street is unknown.
     */
    Optional<GeoPoint> locate(Address address);
}
