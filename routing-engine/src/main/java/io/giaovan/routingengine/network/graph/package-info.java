/**
 * Roads imported and prepared by GraphHopper, and closed or opened while everybody drives. Serves the network's rooms with
 * one whole state of the roads at a time. It must never be named outside the network: others know the ports above it.
 */
@NullMarked
package io.giaovan.routingengine.network.graph;

import org.jspecify.annotations.NullMarked;
