/**
 * Routes under way that are planned anew: late couriers, lost vehicles, new and cancelled stops, closed roads. Serves
 * dispatchers and the watch over routes. It must never move what a courier has begun.
 */
@NullMarked
package io.giaovan.routingengine.dispatch.live;

import org.jspecify.annotations.NullMarked;
