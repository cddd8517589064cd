/**
 * Decides how a planning problem is asked for and answered over HTTP: in our own words, and in those of VROOM for clients
 * that speak it already. Serves anybody with a planning key. It must never know depots, couriers or deliveries.
 */
@NullMarked
package io.giaovan.routingengine.plan;

import org.jspecify.annotations.NullMarked;
