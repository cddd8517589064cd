/**
 * Decides which vehicle may be where and when, from zones given as data. Serves the road graph, which leaves closed roads
 * out, and planning, which keeps stops out of ban windows. It must never change a road itself or know of plans.
 */
@NullMarked
package io.giaovan.routingengine.network.zone;

import org.jspecify.annotations.NullMarked;
