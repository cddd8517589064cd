package io.giaovan.routingengine.dispatch.board;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.dispatch.day.DayPlanning;
import io.giaovan.routingengine.dispatch.day.PlanAnswer;
import io.giaovan.routingengine.dispatch.day.PlanDesk;
import io.giaovan.routingengine.dispatch.day.PlanResult;
import io.giaovan.routingengine.dispatch.day.PlanState;
import io.giaovan.routingengine.dispatch.delivery.Deliveries;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState;
import io.giaovan.routingengine.dispatch.route.CourierTrail;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteState;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.dispatch.route.StopProgress;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a dispatcher sees of the depot at this moment. It names no recipient. */
@Singleton
public final class Board {
    private static final int PLANS_SHOWN = 5;

    private final Fleet fleet;
    private final Routes routes;
    private final Deliveries deliveries;
    private final PlanDesk plans;
    private final CourierTrail trail;
    private final Clock clock;

    Board(Fleet fleet, Routes routes, Deliveries deliveries, PlanDesk plans, CourierTrail trail, Clock clock) {
        this.fleet = fleet;
        this.routes = routes;
        this.deliveries = deliveries;
        this.plans = plans;
        this.trail = trail;
        this.clock = clock;
    }

    public record View(
            String depot,
            String name,
            GeoPoint point,
            String zone,
            Instant at,
            List<RouteView> routes,
            List<WaitingView> waiting,
            @Nullable PlanView plan) {}

    record RouteView(
            String routeId,
            String courierId,
            String courierName,
            String vehicle,
            String status,
            Instant departAt,
            Instant backAt,
            int metres,
            int late,
            int done,
            List<StopView> stops,
            @Nullable PositionView position) {}

    record StopView(
            String stopId,
            String deliveryId,
            int sequence,
            GeoPoint point,
            TimeWindow window,
            Instant eta,
            boolean late,
            String progress) {}

    record PositionView(double lat, double lon, Instant at) {}

    record WaitingView(
            String deliveryId,
            GeoPoint point,
            TimeWindow window,
            int attempt,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String unlock) {}

    record PlanView(String planId, String status, Instant askedAt) {}

    public View of(Depot depot) {
        Map<String, Courier> couriers = new HashMap<>();
        fleet.listCouriers(depot.id())
                .forEach(courier -> couriers.put(courier.id().value(), courier));
        List<RouteView> views = new ArrayList<>();
        Set<CourierId> seen = new HashSet<>();
        for (Route stored : routes.listLive(depot.id())) {
            Route route = stored.expected(clock.instant());
            CourierId courier = route.id().courier();
            views.add(route(route, couriers.get(courier.value()), seen.add(courier)));
        }
        List<DayPlanning> newest = plans.listNewest(depot.id(), PLANS_SHOWN);
        return new View(
                depot.id().value(),
                depot.name(),
                depot.point(),
                depot.zone().getId(),
                clock.instant(),
                views,
                waiting(depot, newest),
                newest.stream()
                        .findFirst()
                        .map(plan -> new PlanView(plan.id().value(), PlanAnswer.status(plan.state()), plan.askedAt()))
                        .orElse(null));
    }

    private List<WaitingView> waiting(Depot depot, List<DayPlanning> newest) {
        Map<String, PlanResult.Unplanned> reasons = new HashMap<>();
        newest.stream()
                .map(Board::result)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(result -> result.unplanned()
                        .forEach(left -> reasons.put(left.delivery().value(), left)));
        return deliveries.listOpen(depot.id()).stream()
                .filter(delivery -> delivery.state() instanceof DeliveryState.Requested)
                .sorted(Comparator.comparing(
                        delivery -> delivery.request().promised().start()))
                .map(delivery -> {
                    PlanResult.Unplanned left = reasons.get(delivery.id().value());
                    return new WaitingView(
                            delivery.id().value(),
                            delivery.point(),
                            delivery.request().promised(),
                            delivery.attempt(),
                            left == null ? null : left.reason(),
                            left == null ? null : left.detail(),
                            left == null || left.unlocks().isEmpty()
                                    ? null
                                    : left.unlocks().getFirst().detail());
                })
                .toList();
    }

    private static Optional<PlanResult> result(DayPlanning plan) {
        return switch (plan.state()) {
            case PlanState.Proposed proposed -> Optional.of(proposed.result());
            case PlanState.Releasing releasing -> Optional.of(releasing.result());
            case PlanState.Released released -> Optional.of(released.result());
            case PlanState.Solving _, PlanState.Discarded _, PlanState.Failed _ -> Optional.empty();
        };
    }

    private RouteView route(Route route, @Nullable Courier courier, boolean first) {
        List<StopView> stops = new ArrayList<>();
        for (RouteStop stop : route.stops()) {
            if (stop.progress() != StopProgress.DROPPED) {
                stops.add(new StopView(
                        route.ref(stop).toString(),
                        stop.delivery().value(),
                        stops.size() + 1,
                        stop.point(),
                        stop.promised(),
                        stop.eta(),
                        stop.late(),
                        stop.progress().name()));
            }
        }
        return new RouteView(
                route.id().toString(),
                route.id().courier().value(),
                courier == null ? "" : courier.contact().name(),
                courier == null ? "" : courier.vehicle().kind().name(),
                route.state() instanceof RouteState.UnderWay ? "UNDER_WAY" : "RELEASED",
                route.state() instanceof RouteState.UnderWay underWay ? underWay.departedAt() : route.departAt(),
                route.backAt(),
                route.metres(),
                (int) route.stops().stream().filter(RouteStop::late).count(),
                (int) route.stops().stream()
                        .filter(stop -> stop.progress().isOver())
                        .count(),
                stops,
                trail.findLast(route.id().courier())
                        .filter(_ -> first)
                        .map(last -> new PositionView(
                                last.point().lat(), last.point().lon(), last.at()))
                        .orElse(null));
    }
}
