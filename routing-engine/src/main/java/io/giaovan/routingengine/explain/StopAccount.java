package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.VehicleId;
import org.jspecify.annotations.Nullable;

/**
 * What a planned stop means for its route.
 *
 * @param stop the stop
 * @param vehicle whose route it is on
 * @param costShare what its route would cost less without it, in minor units; with a shipment, without pickup and delivery.
 *     Shares need not add up to the route's cost, because stops share ways; below 0 when the stop shortens waiting
 * @param slackSeconds how much later the vehicle may come here, keeping its order and its breaks, before anything on the route
 *     becomes late or unlawful
 * @param late why work begins after the last window, or null when it does not
 */
public record StopAccount(
        StopId stop,
        VehicleId vehicle,
        long costShare,
        int slackSeconds,
        @Nullable Lateness late) {

    /** What makes a stop late; each word is stable and part of the API. */
    public enum Cause {
        /** The goods are ready too late, even for a route with nothing else on it. */
        NOT_READY,
        /** Even first on the route it would be late. */
        TOO_FAR,
        /** What the vehicle is already committed to takes until then. */
        COMMITTED_BEFORE,
        /** A stop before it takes the time. */
        STOP_BEFORE,
        /** Several stops before it take the time together, or a break does. */
        ROUTE_BEFORE
    }

    /**
     * Why a stop is late.
     *
     * @param seconds how much
     * @param cause what makes it so
     * @param because the stop before it that costs the most of that time, or null
     * @param gainedSeconds how much earlier work would begin without that stop
     * @param detail in words, with the leg that leads here
     */
    public record Lateness(
            int seconds, Cause cause, @Nullable StopId because, int gainedSeconds, String detail) {}
}
