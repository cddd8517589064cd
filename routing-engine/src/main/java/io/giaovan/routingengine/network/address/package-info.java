/**
 * House numbers, streets and wards out of the road data, and the search among them. Serves geocoding, demonstrations and
 * the map. It must never know how roads are prepared.
 */
@NullMarked
package io.giaovan.routingengine.network.address;

import org.jspecify.annotations.NullMarked;
