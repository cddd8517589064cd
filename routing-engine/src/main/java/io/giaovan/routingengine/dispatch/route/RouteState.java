package io.giaovan.routingengine.dispatch.route;

import java.time.Instant;

/** Where a route stands. */
public sealed interface RouteState {
    /** Given to the courier, who has not left. */
    record Released() implements RouteState {}

    /** The courier left the depot. */
    record UnderWay(Instant departedAt) implements RouteState {}

    /** Every stop is over, the route was given up, or the shift ended. */
    record Done(Instant at) implements RouteState {}
}
