package io.giaovan.routingengine.dispatch.route;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.routingengine.dispatch.delivery.Deliveries;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Shifts;
import io.giaovan.routingengine.promise.Place;
import io.giaovan.routingengine.promise.Promises;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes parcels back that came to the depot with couriers whose shift has ended. Every part may be repeated. */
@Singleton
public final class ReturnsDesk {
    private final Deliveries deliveries;
    private final DeliveryDesk desk;
    private final Routes routes;
    private final RouteDesk routeDesk;
    private final Shifts shifts;
    private final Promises promises;
    private final Clock clock;

    ReturnsDesk(
            Deliveries deliveries,
            DeliveryDesk desk,
            Routes routes,
            RouteDesk routeDesk,
            Shifts shifts,
            Promises promises,
            Clock clock) {
        this.deliveries = deliveries;
        this.desk = desk;
        this.routes = routes;
        this.routeDesk = routeDesk;
        this.shifts = shifts;
        this.promises = promises;
        this.clock = clock;
    }

    /**
     * What became of the parcels.
     *
     * @param requestedAgain those with attempts left, which can be planned again
     * @param returned those that go back to their sellers
     * @param restReturned those of which a part goes back to their sellers
     */
    public record Received(List<DeliveryId> requestedAgain, List<DeliveryId> returned, List<DeliveryId> restReturned) {}

    public Received receive(Depot depot) {
        Instant now = clock.instant();
        LocalDate today = depot.dayAt(now);
        for (Route route : routes.listLive(depot.id())) {
            if (route.state() instanceof RouteState.Released && route.id().day().isBefore(today)) {
                routeDesk.giveUp(route.id());
            }
        }
        List<DeliveryId> again = new ArrayList<>();
        List<DeliveryId> returned = new ArrayList<>();
        List<DeliveryId> restReturned = new ArrayList<>();
        for (Delivery delivery : deliveries.listOpen(depot.id())) {
            switch (delivery.state()) {
                case DeliveryState.AttemptFailed failed -> {
                    if (isBack(failed.stop().route().courier(), depot, now)) {
                        Delivery due = desk.takeOrRefuse(delivery.id(), new DeliveryStep.BroughtBack(today, now));
                        promises.request(
                                due.id(),
                                depot,
                                due.bookDay(),
                                null,
                                new Place(due.point(), null, due.request().load(), now));
                        again.add(due.id());
                    }
                }
                case DeliveryState.Returning returning -> {
                    if (isBack(returning.stop().route().courier(), depot, now)) {
                        desk.takeOrRefuse(delivery.id(), new DeliveryStep.BroughtBack(today, now));
                        returned.add(delivery.id());
                    }
                }
                case DeliveryState.PartlyDelivered partly -> {
                    if (isBack(partly.stop().route().courier(), depot, now)) {
                        desk.takeOrRefuse(delivery.id(), new DeliveryStep.BroughtBack(today, now));
                        restReturned.add(delivery.id());
                    }
                }
                case DeliveryState.Requested _,
                        DeliveryState.Planned _,
                        DeliveryState.OutForDelivery _,
                        DeliveryState.Arrived _,
                        DeliveryState.Delivered _,
                        DeliveryState.RestReturned _,
                        DeliveryState.Returned _,
                        DeliveryState.Cancelled _ -> {}
            }
        }
        return new Received(again, returned, restReturned);
    }

    private boolean isBack(CourierId courier, Depot depot, Instant now) {
        return shifts.findOpen(courier, depot, now).isEmpty();
    }
}
