package io.giaovan.routingengine.dispatch.api;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.delivery.SlotHold;
import io.giaovan.contracts.delivery.SlotOffer;
import io.giaovan.contracts.delivery.SlotQuery;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.Forecast;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.dispatch.delivery.Deliveries;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep;
import io.giaovan.routingengine.dispatch.route.RouteDesk;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.promise.Place;
import io.giaovan.routingengine.promise.PlaceFinder;
import io.giaovan.routingengine.promise.Promises;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The last mile as order-service calls it. Safe for use by many threads. */
@Singleton
final class EngineLastMile implements LastMile {
    private final Promises promises;
    private final PlaceFinder places;
    private final Fleet fleet;
    private final Deliveries deliveries;
    private final DeliveryDesk desk;
    private final Routes routes;
    private final RouteDesk routeDesk;
    private final DispatchSettings settings;
    private final Clock clock;

    EngineLastMile(
            Promises promises,
            PlaceFinder places,
            Fleet fleet,
            Deliveries deliveries,
            DeliveryDesk desk,
            Routes routes,
            RouteDesk routeDesk,
            DispatchSettings settings,
            Clock clock) {
        this.promises = promises;
        this.places = places;
        this.fleet = fleet;
        this.deliveries = deliveries;
        this.desk = desk;
        this.routes = routes;
        this.routeDesk = routeDesk;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<SlotOffer> offerSlots(SlotQuery query) {
        return promises.offer(query);
    }

    @Override
    public SlotHold hold(SlotQuery query, String slotId, HoldId holdId, Duration timeToLive) {
        return promises.hold(query, slotId, holdId, timeToLive);
    }

    @Override
    public SlotHold confirm(HoldId holdId) {
        return promises.confirm(holdId);
    }

    @Override
    public void release(HoldId holdId) {
        promises.release(holdId);
    }

    @Override
    public DeliveryView request(DeliveryRequest request) {
        Depot depot = fleet.getDepot(new DepotId(request.depot()));
        if (deliveries.find(request.id()).isEmpty()) {
            GeoPoint point = places.find(request.address(), depot);
            LocalDate day = depot.dayAt(request.promised().start());
            Delivery fresh = new Delivery(at(request, point), day, day, 0, false, new DeliveryState.Requested(), 0);
            deliveries.insert(fresh, clock.instant());
        }
        Delivery kept = owned(request.merchantId(), request.id())
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.OUT_OF_SEQUENCE, "Delivery id " + request.id() + " is taken; choose another"));
        if (kept.state() instanceof DeliveryState.Requested && kept.attempt() == 0) {
            promises.request(
                    kept.id(),
                    depot,
                    kept.bookDay(),
                    request.hold(),
                    new Place(kept.point(), request.promised(), request.load(), request.readyAt()));
        }
        return view(kept);
    }

    @Override
    public DeliveryView cancel(MerchantId merchantId, DeliveryId id) {
        Delivery before = get(merchantId, id);
        Delivery cancelled = desk.takeOrRefuse(id, new DeliveryStep.Withdrawn(clock.instant()));
        promises.drop(id, fleet.getDepot(new DepotId(before.request().depot())), cancelled.bookDay());
        if (before.state() instanceof DeliveryState.Planned planned) {
            routeDesk.dropped(planned.stop());
        }
        return view(cancelled);
    }

    @Override
    public Optional<DeliveryView> find(MerchantId merchantId, DeliveryId id) {
        return owned(merchantId, id).map(this::view);
    }

    private Delivery get(MerchantId merchantId, DeliveryId id) {
        return owned(merchantId, id).orElseThrow(() -> ProblemException.notFound("delivery", id.value()));
    }

    private Optional<Delivery> owned(MerchantId merchantId, DeliveryId id) {
        return deliveries
                .find(id)
                .filter(delivery -> delivery.request().merchantId().equals(merchantId));
    }

    private DeliveryView view(Delivery delivery) {
        Optional<Forecast> forecast = switch (delivery.state()) {
            case DeliveryState.Planned planned -> Optional.of(live(planned.stop(), planned.forecast()));
            case DeliveryState.OutForDelivery out -> Optional.of(live(out.stop(), out.forecast()));
            case DeliveryState.Requested _,
                    DeliveryState.Arrived _,
                    DeliveryState.Delivered _,
                    DeliveryState.PartlyDelivered _,
                    DeliveryState.RestReturned _,
                    DeliveryState.AttemptFailed _,
                    DeliveryState.Returning _,
                    DeliveryState.Returned _,
                    DeliveryState.Cancelled _ -> Optional.empty();
        };
        return new DeliveryView(
                delivery.id(),
                delivery.state().status(),
                delivery.request().promised(),
                forecast.map(Forecast::expected).orElse(null),
                forecast.map(Forecast::stopsBefore).orElse(null),
                delivery.attempt());
    }

    /** As the route is now, which may be newer than what was last told. */
    private Forecast live(StopRef stop, Forecast told) {
        return routes.find(stop.route())
                .map(route -> route.expected(clock.instant()))
                .flatMap(route -> route.findStop(stop.number()).map(found -> route.forecast(found, settings)))
                .orElse(told);
    }

    private static DeliveryRequest at(DeliveryRequest request, GeoPoint point) {
        return new DeliveryRequest(
                request.id(),
                request.merchantId(),
                request.orderId(),
                request.parcelCode(),
                request.depot(),
                request.address().at(point),
                request.recipient(),
                request.promised(),
                request.load(),
                request.cashToCollect(),
                request.readyAt(),
                request.hold(),
                request.choice());
    }
}
