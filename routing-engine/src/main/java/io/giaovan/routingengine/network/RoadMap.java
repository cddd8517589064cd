package io.giaovan.routingengine.network;

import java.util.List;
import java.util.function.Consumer;

/** What the road data has to draw. Safe for use by many threads. */
public interface RoadMap {
    /** Hands over every road that comes near the box, each once, in no particular order. */
    void roads(RoadBounds box, Consumer<RoadLine> taker);

    /** All water of the road data. */
    List<MapArea> water();

    /** All ward boundaries of the road data. */
    List<MapArea> wards();
}
