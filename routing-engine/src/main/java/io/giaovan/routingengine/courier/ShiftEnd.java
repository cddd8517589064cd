package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.DoorChoice;
import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteDesk;
import io.giaovan.routingengine.dispatch.route.RouteState;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.dispatch.route.StopProgress;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.fleet.Shift;
import io.giaovan.routingengine.fleet.ShiftId;
import io.giaovan.routingengine.fleet.Shifts;
import io.giaovan.routingengine.promise.Promises;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends a courier's shift: stops not made have failed for want of time, routes not begun are given up, and what the courier
 * carries back is counted from the deliveries. The shift is closed last, so a call that was cut short is finished by
 * repeating it.
 */
@Singleton
final class ShiftEnd {
    private final Fleet fleet;
    private final Shifts shifts;
    private final Routes routes;
    private final RouteDesk routeDesk;
    private final DeliveryDesk deliveries;
    private final Promises promises;
    private final Clock clock;

    ShiftEnd(
            Fleet fleet,
            Shifts shifts,
            Routes routes,
            RouteDesk routeDesk,
            DeliveryDesk deliveries,
            Promises promises,
            Clock clock) {
        this.fleet = fleet;
        this.shifts = shifts;
        this.routes = routes;
        this.routeDesk = routeDesk;
        this.deliveries = deliveries;
        this.promises = promises;
        this.clock = clock;
    }

    /**
     * What the courier brings back.
     *
     * @param shiftId the shift
     * @param cashToHandOver cash taken at doors
     * @param parcelsToReturn codes of the parcels that were not handed over
     * @param itemsToReturn what buyers handed back at the door
     */
    record HandOver(
            String shiftId, Money cashToHandOver, List<String> parcelsToReturn, List<HandedBack> itemsToReturn) {}

    /** Pieces of one article out of a parcel that was handed over in part. */
    record HandedBack(String parcelCode, String sku, String name, int quantity) {
        static List<HandedBack> of(DeliveryRequest request, Proof proof) {
            DoorChoice choice = request.choice();
            PartAccepted part = proof.part();
            List<HandedBack> back = new ArrayList<>();
            if (choice != null && part != null) {
                for (int i = 0; i < choice.lines().size(); i++) {
                    OrderLine line = choice.lines().get(i);
                    int quantity = line.quantity() - part.quantity(i + 1);
                    if (quantity > 0) {
                        back.add(new HandedBack(request.parcelCode(), line.sku(), line.name(), quantity));
                    }
                }
            }
            return back;
        }
    }

    HandOver end(Courier courier) {
        Instant now = clock.instant();
        Depot depot = fleet.getDepot(courier.depot());
        Optional<Shift> open = shifts.findOpen(courier.id(), depot, now);
        Shift shift = open.or(() -> latest(courier, depot, now))
                .orElseThrow(() -> new ProblemException(ErrorCode.OUT_OF_SEQUENCE, "No shift is open"));
        if (open.isPresent()) {
            for (Route route : routes.list(courier.id(), shift.id().day())) {
                end(route, now);
            }
        }
        HandOver handOver = handOver(courier, shift);
        if (open.isPresent()) {
            promises.occupy(
                    courier.id(),
                    depot,
                    shift.id().day(),
                    depot.day(shift.id().day()).at(depot.closes()));
            shifts.end(shift.id(), handOver.cashToHandOver(), now);
        }
        return handOver;
    }

    private void end(Route route, Instant now) {
        switch (route.state()) {
            case RouteState.Released _ -> routeDesk.giveUp(route.id());
            case RouteState.UnderWay _ -> {
                for (RouteStop stop : route.ahead()) {
                    deliveries.take(
                            stop.delivery(), new DeliveryStep.Failed(route.ref(stop), FailureReason.OUT_OF_TIME, now));
                    routeDesk.over(route.ref(stop), StopProgress.FAILED, now);
                }
                routeDesk.close(route.id(), now);
            }
            case RouteState.Done _ -> {}
        }
    }

    private HandOver handOver(Courier courier, Shift shift) {
        Money cash = Money.zero(courier.cashLimit().currency());
        List<String> parcels = new ArrayList<>();
        List<HandedBack> items = new ArrayList<>();
        for (Route route : routes.list(courier.id(), shift.id().day())) {
            List<Delivery> carried = deliveries.list(
                    route.stops().stream().map(RouteStop::delivery).toList());
            for (Delivery delivery : carried) {
                switch (delivery.state()) {
                    case DeliveryState.Delivered done -> {
                        if (done.stop().route().equals(route.id()) && !done.at().isBefore(shift.startedAt())) {
                            cash = cash.plus(done.cash());
                        }
                    }
                    case DeliveryState.PartlyDelivered partly -> {
                        if (partly.stop().route().equals(route.id())) {
                            cash = partly.at().isBefore(shift.startedAt()) ? cash : cash.plus(partly.cash());
                            items.addAll(HandedBack.of(delivery.request(), partly.proof()));
                        }
                    }
                    case DeliveryState.RestReturned rest -> {
                        boolean ofShift = !rest.proof().takenAt().isBefore(shift.startedAt());
                        if (rest.stop().route().equals(route.id()) && ofShift) {
                            cash = cash.plus(rest.cash());
                        }
                    }
                    case DeliveryState.AttemptFailed failed -> {
                        if (failed.stop().route().equals(route.id())) {
                            parcels.add(delivery.request().parcelCode());
                        }
                    }
                    case DeliveryState.Returning returning -> {
                        if (returning.stop().route().equals(route.id())) {
                            parcels.add(delivery.request().parcelCode());
                        }
                    }
                    case DeliveryState.Requested _,
                            DeliveryState.Planned _,
                            DeliveryState.OutForDelivery _,
                            DeliveryState.Arrived _,
                            DeliveryState.Returned _,
                            DeliveryState.Cancelled _ -> {}
                }
            }
        }
        return new HandOver(shift.id().toString(), cash, parcels, items);
    }

    private Optional<Shift> latest(Courier courier, Depot depot, Instant now) {
        Optional<Shift> latest = Optional.empty();
        for (int number = 1; number <= ShiftId.NUMBER_MAX; number++) {
            Optional<Shift> found = shifts.find(new ShiftId(courier.id(), depot.dayAt(now), number));
            if (found.isEmpty()) {
                break;
            }
            latest = found;
        }
        return latest;
    }
}
