package io.giaovan.routingengine.network.zone;

import java.util.List;

/** Takes roads out of use. */
public interface RoadClosing {
    /** Makes these, and no others, the closures in force; returns once new journeys keep out of them. */
    void closeRoads(List<RestrictedZone> closures);
}
