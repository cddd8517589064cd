package io.giaovan.routingengine.explain;

/** Why a vehicle does not serve a stop; each word is stable and part of the API. */
public enum Reason {
    /** The stop names other vehicles. */
    NOT_ALLOWED,
    /** The vehicle lacks a skill that the stop needs. */
    SKILL_MISSING,
    /** The stop alone is more than the vehicle carries. */
    LOAD_TOO_LARGE,
    /** The cash at the door alone is more than the courier may hold. */
    CASH_LIMIT,
    /** No road leads there or back for this kind of vehicle. */
    UNREACHABLE,
    /** What was picked up is on another vehicle. */
    ON_OTHER_VEHICLE,
    /** The trip under way left before the goods were ready. */
    NOT_READY,
    /** Even alone on the route it would be served after the last window and its tolerated lateness. */
    WINDOW_MISSED,
    /** Even alone on the route the vehicle would come back after its shift. */
    SHIFT_TOO_SHORT,
    /** Even alone on the route it would be more stops, metres, seconds or trips than the route may have. */
    ROUTE_LIMIT,
    /** Even alone on the route it would leave no time for a break. */
    BREAK_MISSED,
    /** The stop lies in a zone that is closed to the vehicle at every time it could come. */
    ZONE_CLOSED,
    /** Alone it would fit, but the routes have no room left for it. */
    ROUTES_FULL,
    /** There is room, but serving it costs more than leaving it out. */
    NOT_WORTH_IT,
    /** There is room; the search ended before it found it. */
    SEARCH_ENDED
}
