/**
 * Roads imported and prepared by GraphHopper, and closed or opened while everybody drives. Serves the network's rooms with
 * one whole state of the roads at a time. It must never know what is planned on them; others
 * know the ports above it, and open them by {@link io.giaovan.routingengine.network.graph.RoadNetworks}.
 */
@NullMarked
package io.giaovan.routingengine.network.graph;

import org.jspecify.annotations.NullMarked;
