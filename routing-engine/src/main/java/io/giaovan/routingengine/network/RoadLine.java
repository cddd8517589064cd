package io.giaovan.routingengine.network;

import io.giaovan.contracts.place.GeoPoint;
import java.util.List;

/**
 * A road as the map draws it.
 *
 * @param name may be empty
 * @param kind OpenStreetMap's class ({@code primary}, {@code residential} …), or {@code alley} where only motorbikes may go
 * @param oneWay true when cars, or motorbikes in an alley, drive it only in the order of its points
 * @param bridge true on a bridge
 * @param points at least two
 */
public record RoadLine(String name, String kind, boolean oneWay, boolean bridge, List<GeoPoint> points) {}
