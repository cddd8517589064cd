package io.giaovan.routingengine.model;

import org.jspecify.annotations.Nullable;

/**
 * What the planner moves between routes: one stop, or one chance to reload. Compared by identity, because all chances to
 * reload look alike.
 */
public final class RouteVisit {
    private final @Nullable Stop stop;

    private RouteVisit(@Nullable Stop stop) {
        this.stop = stop;
    }

    public static RouteVisit at(Stop stop) {
        return new RouteVisit(stop);
    }

    public static RouteVisit reload() {
        return new RouteVisit(null);
    }

    /** The stop, or null for a visit to reload. */
    public @Nullable Stop stop() {
        return stop;
    }

    @Override
    public String toString() {
        return stop == null ? "reload" : stop.id().value();
    }
}
