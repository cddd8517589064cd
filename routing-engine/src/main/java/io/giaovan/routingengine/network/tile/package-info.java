/**
 * Decides what the base map shows at each zoom: the engine's own roads, water, wards and zones as vector tiles. Serves every
 * map page, without any service outside. It must never show stops, couriers or anything personal.
 */
@NullMarked
package io.giaovan.routingengine.network.tile;

import org.jspecify.annotations.NullMarked;
