package io.giaovan.routingengine.dispatch;

import io.giaovan.routingengine.fleet.CourierId;
import java.time.LocalDate;

/**
 * Identifies a route: the courier's trip of this number on a day, so that a courier's routes are found by their ids.
 *
 * @param courier who drives
 * @param day the plan's local day
 * @param number 1 to {@value #NUMBER_MAX}, in the order in which the trips are driven
 */
public record RouteId(CourierId courier, LocalDate day, int number) {
    public static final int NUMBER_MAX = 99;

    public RouteId {
        if (number < 1 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("routeId: number " + number + " is outside 1 to " + NUMBER_MAX);
        }
    }

    /** Reads {@link #toString()}; refuses anything else. */
    public static RouteId of(String text) {
        String[] parts = text.length() > 80 ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{4}-\\d{2}-\\d{2}") || !parts[2].matches("[1-9]\\d?")) {
            throw new IllegalArgumentException("routeId: is not of the form courier.2026-11-24.1");
        }
        return new RouteId(new CourierId(parts[0]), LocalDate.parse(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return courier + "." + day + "." + number;
    }
}
