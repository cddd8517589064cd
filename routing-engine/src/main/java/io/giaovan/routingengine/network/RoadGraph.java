package io.giaovan.routingengine.network;

import io.giaovan.routingengine.network.zone.RoadClosing;

/**
 * A road network that also shows its prepared hierarchies, for searches over many points at once, its shapes,
 * for maps, and lets roads be closed.
 */
public interface RoadGraph extends RoadNetwork, RoadClosing, AutoCloseable {
    /** The state of the roads now. */
    RoadSnapshot snapshot();

    /** What there is to draw. */
    RoadMap map();

    /** Gives memory and files back; no call may follow. */
    @Override
    void close();
}
