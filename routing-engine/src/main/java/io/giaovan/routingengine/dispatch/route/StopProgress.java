package io.giaovan.routingengine.dispatch.route;

/** How far a route is at one of its stops. */
public enum StopProgress {
    WAITING,
    ARRIVED,
    DELIVERED,
    FAILED,
    /** The delivery was withdrawn or could not be claimed: nobody goes there. */
    DROPPED;

    /** Whether the courier is through with it. */
    public boolean isOver() {
        return switch (this) {
            case WAITING, ARRIVED -> false;
            case DELIVERED, FAILED, DROPPED -> true;
        };
    }
}
