/**
 * Decides who may drive, from which depot, with which vehicle, in which hours, and which shift is open. Serves promises,
 * dispatch and the couriers' app with depots, couriers, dispatchers and shifts. It must never know a delivery or a route,
 * nor keep a pin or key that can be read.
 */
@NullMarked
package io.giaovan.routingengine.fleet;

import org.jspecify.annotations.NullMarked;
