package io.giaovan.routingengine.dispatch.route;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stop of a route.
 *
 * @param number names the stop on its route for good, 1 being the first as planned; the order is that of the route's list
 * @param delivery what is brought
 * @param point where
 * @param promised the promised window
 * @param travelSeconds driving time from the stop before, or from the depot
 * @param metres way from there
 * @param serviceSeconds time planned at the door
 * @param plannedEta arrival as planned
 * @param eta arrival as expected now
 * @param toldEta arrival as last told
 * @param late whether it will be, or was, served after the promised window
 * @param progress how far it is
 * @param arrivedAt when the courier came, null before
 * @param overAt when the courier was through, null before
 */
public record RouteStop(
        int number,
        DeliveryId delivery,
        GeoPoint point,
        TimeWindow promised,
        int travelSeconds,
        int metres,
        int serviceSeconds,
        Instant plannedEta,
        Instant eta,
        Instant toldEta,
        boolean late,
        StopProgress progress,
        @Nullable Instant arrivedAt,
        @Nullable Instant overAt) {

    public RouteStop expectedAt(Instant newEta, boolean isLate) {
        return new RouteStop(
                number,
                delivery,
                point,
                promised,
                travelSeconds,
                metres,
                serviceSeconds,
                plannedEta,
                newEta,
                toldEta,
                isLate,
                progress,
                arrivedAt,
                overAt);
    }

    /** Reached by another way. */
    public RouteStop after(int newTravelSeconds, int newMetres) {
        return new RouteStop(
                number,
                delivery,
                point,
                promised,
                newTravelSeconds,
                newMetres,
                serviceSeconds,
                plannedEta,
                eta,
                toldEta,
                late,
                progress,
                arrivedAt,
                overAt);
    }

    RouteStop told() {
        return new RouteStop(
                number,
                delivery,
                point,
                promised,
                travelSeconds,
                metres,
                serviceSeconds,
                plannedEta,
                eta,
                eta,
                late,
                progress,
                arrivedAt,
                overAt);
    }

    RouteStop arrived(Instant at) {
        return with(StopProgress.ARRIVED, at, null);
    }

    public RouteStop over(StopProgress how, Instant at) {
        return with(how, arrivedAt, at);
    }

    private RouteStop with(StopProgress next, @Nullable Instant arrived, @Nullable Instant over) {
        return new RouteStop(
                number,
                delivery,
                point,
                promised,
                travelSeconds,
                metres,
                serviceSeconds,
                plannedEta,
                eta,
                toldEta,
                late,
                next,
                arrived,
                over);
    }
}
