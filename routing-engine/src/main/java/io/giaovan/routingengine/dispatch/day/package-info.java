/**
 * A depot's plan: the deliveries of a day made a planning problem, its search in the background, the plan's life from
 * asked to released. Serves the board and the live plan. It must never change a route that is under way.
 */
@NullMarked
package io.giaovan.routingengine.dispatch.day;

import org.jspecify.annotations.NullMarked;
