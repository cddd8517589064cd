/**
 * A courier's route with its stops, and where couriers were seen. Serves couriers, the board and the live plan. It must
 * never choose the order of its stops.
 */
@NullMarked
package io.giaovan.routingengine.dispatch.route;

import org.jspecify.annotations.NullMarked;
