package io.giaovan.routingengine.network.city;

import io.giaovan.contracts.place.GeoPoint;

/**
 * A place to start routes from, on a road that trucks may use.
 *
 * @param code short key, for instance {@code kho-1}
 * @param name for people
 * @param point on the road
 */
public record CityDepot(String code, String name, GeoPoint point) {}
