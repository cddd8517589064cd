/**
 * Decides what the road graph is, per vehicle kind: which roads may be used, how fast, and which are closed now. Serves
 * travel times, planning, dispatch and the maps with snapping, single paths, addresses and tiles. It must never know of
 * orders, stops or plans.
 */
@NullMarked
package io.giaovan.routingengine.network;

import org.jspecify.annotations.NullMarked;
