/**
 * Decides how a planning problem is asked for and answered in VROOM's words: routes chosen by our search, or given routes
 * timed and their violations told. Serves clients that speak to vroom-express, openrouteservice or Fleetbase. It must never
 * answer in a shape that those servers would not.
 */
@NullMarked
package io.giaovan.routingengine.plan.vroom;

import org.jspecify.annotations.NullMarked;
