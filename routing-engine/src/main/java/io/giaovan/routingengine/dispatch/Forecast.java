package io.giaovan.routingengine.dispatch;

import io.giaovan.contracts.time.TimeWindow;

/**
 * What is expected of a stop that is still to come.
 *
 * @param expected range in which the courier arrives
 * @param stopsBefore stops before it
 * @param late whether it will be served after the promised window
 */
public record Forecast(TimeWindow expected, int stopsBefore, boolean late) {}
