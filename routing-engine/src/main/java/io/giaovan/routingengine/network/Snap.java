package io.giaovan.routingengine.network;

import io.giaovan.contracts.place.GeoPoint;

/** Where a point meets the roads of one vehicle kind, or why it does not. */
public sealed interface Snap {
    /** The point that was asked for. */
    GeoPoint asked();

    /**
     * The point lies near enough to a road.
     *
     * @param asked the point asked for
     * @param point the nearest point on a road that the vehicle may use
     * @param metres straight distance between the two
     */
    record OnRoad(GeoPoint asked, GeoPoint point, double metres) implements Snap {}

    /**
     * There is a road, but beyond the limit.
     *
     * @param asked the point asked for
     * @param metres straight distance to the nearest usable road, or infinity when none was found at all
     * @param limitMetres the limit in force
     */
    record TooFar(GeoPoint asked, double metres, double limitMetres) implements Snap {}

    /**
     * The point lies outside the road data.
     *
     * @param asked the point asked for
     * @param bounds what the road data covers
     */
    record OutsideBounds(GeoPoint asked, RoadBounds bounds) implements Snap {}
}
