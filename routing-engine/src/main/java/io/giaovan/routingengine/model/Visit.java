package io.giaovan.routingengine.model;

/** One thing a vehicle does on its route, at a location, from arrival over the start of work to departure, in seconds. */
public sealed interface Visit {
    int location();

    int arrivalSeconds();

    int startSeconds();

    int departureSeconds();

    /** Serving a stop. */
    record AtStop(StopId stop, int location, int arrivalSeconds, int startSeconds, int departureSeconds)
            implements Visit {}

    /** Back at the depot between two trips; work may wait for goods to be released before departure. */
    record Reload(int location, int arrivalSeconds, int startSeconds, int departureSeconds) implements Visit {}

    /** Taking the vehicle's break of this index where it stands; -1 as location on an open start. */
    record Pause(int index, int location, int arrivalSeconds, int startSeconds, int departureSeconds)
            implements Visit {}
}
