package io.giaovan.routingengine.dispatch;

/**
 * Names a stop on a route, for instance {@code c1.2026-11-24.1.3}.
 *
 * @param route the route
 * @param number of the stop on the route, 1 being the first as planned
 */
public record StopRef(RouteId route, int number) {
    public StopRef {
        if (number < 1 || number > 1_000) {
            throw new IllegalArgumentException("stopId: number " + number + " is outside 1 to 1000");
        }
    }

    /** Reads {@link #toString()}; refuses anything else. */
    public static StopRef of(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || !text.substring(dot + 1).matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("stopId: is not of the form courier.2026-11-24.1.3");
        }
        return new StopRef(RouteId.of(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return route + "." + number;
    }
}
