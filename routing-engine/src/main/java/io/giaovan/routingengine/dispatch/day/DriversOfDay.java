package io.giaovan.routingengine.dispatch.day;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.money.Money;
import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.dispatch.delivery.Deliveries;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.fleet.FleetSettings;
import io.giaovan.routingengine.fleet.Shift;
import io.giaovan.routingengine.fleet.ShiftState;
import io.giaovan.routingengine.fleet.Shifts;
import io.giaovan.routingengine.network.zone.RestrictedZones;
import io.giaovan.routingengine.promise.PromiseSettings;
import io.giaovan.routingengine.travel.SpeedByHour;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who can be planned for on a day, and by which settings. */
@Singleton
public final class DriversOfDay {
    private final Fleet fleet;
    private final Shifts shifts;
    private final Routes routes;
    private final Deliveries deliveries;
    private final LostVehicles lost;
    private final DayProblem.Settings settings;

    DriversOfDay(
            Fleet fleet,
            Shifts shifts,
            Routes routes,
            Deliveries deliveries,
            LostVehicles lost,
            FleetSettings fleetSettings,
            PromiseSettings promiseSettings,
            DispatchSettings settings,
            SpeedByHour speeds,
            @Nullable RestrictedZones zones) {
        this.fleet = fleet;
        this.shifts = shifts;
        this.routes = routes;
        this.deliveries = deliveries;
        this.lost = lost;
        this.settings = new DayProblem.Settings(fleetSettings, promiseSettings, settings, hours(zones), speeds);
    }

    public DayProblem.Settings settings() {
        return settings;
    }

    /** Couriers whose shift of the day is not over and whose vehicle is not lost, each free when these routes are done. */
    public List<DayProblem.Driver> list(Depot depot, LocalDate day, List<Route> given) {
        Set<CourierId> off = new HashSet<>();
        Set<CourierId> on = new HashSet<>();
        Map<CourierId, Instant> uncountedSince = new HashMap<>();
        for (Shift shift : shifts.list(depot.id(), day)) {
            CourierId courier = shift.id().courier();
            (shift.state() instanceof ShiftState.Open ? on : off).add(courier);
            if (!(shift.state() instanceof ShiftState.Counted)) {
                uncountedSince.merge(courier, shift.startedAt(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        off.removeAll(on);
        Map<CourierId, Instant> freeFrom = new HashMap<>();
        for (Route route : given) {
            Instant free = route.backAt().plus(settings.promise().reload());
            freeFrom.merge(route.id().courier(), free, (one, other) -> one.isAfter(other) ? one : other);
        }
        Set<RouteId> kept = given.stream().map(Route::id).collect(Collectors.toSet());
        List<Courier> couriers = fleet.listCouriers(depot.id());
        Map<CourierId, Long> cashHeld = cashHeld(couriers, day, kept, uncountedSince);
        List<DayProblem.Driver> drivers = new ArrayList<>();
        for (Courier courier : couriers) {
            if (!off.contains(courier.id()) && !lost.isLost(courier.id(), day)) {
                drivers.add(new DayProblem.Driver(
                        courier,
                        freeFrom.getOrDefault(courier.id(), Instant.EPOCH),
                        cashHeld.getOrDefault(courier.id(), 0L)));
            }
        }
        drivers.sort(Comparator.comparing(driver -> driver.courier().id().value()));
        return drivers;
    }

    /**
     * Cash that each courier has when the kept routes are done: taken since the first shift of the day whose cash was not
     * counted, or still to be taken on those routes. Routes and deliveries are read once for all couriers.
     */
    private Map<CourierId, Long> cashHeld(
            List<Courier> couriers, LocalDate day, Set<RouteId> kept, Map<CourierId, Instant> uncountedSince) {
        List<Route> driven = routes.list(couriers.stream().map(Courier::id).toList(), day);
        Map<DeliveryId, Delivery> carried = new HashMap<>();
        deliveries
                .list(driven.stream()
                        .flatMap(route -> route.stops().stream())
                        .map(RouteStop::delivery)
                        .distinct()
                        .toList())
                .forEach(delivery -> carried.put(delivery.id(), delivery));
        Map<CourierId, Long> held = new HashMap<>();
        for (Route route : driven) {
            CourierId courier = route.id().courier();
            Instant since = uncountedSince.getOrDefault(courier, Instant.MAX);
            for (RouteStop stop : route.stops()) {
                Delivery delivery = carried.get(stop.delivery());
                if (delivery != null) {
                    held.merge(courier, cashOf(delivery, route, kept.contains(route.id()), since), Long::sum);
                }
            }
        }
        return held;
    }

    private static long cashOf(Delivery delivery, Route route, boolean isKept, Instant uncountedSince) {
        long toCollect = isKept ? delivery.request().cashToCollect().amount() : 0;
        return switch (delivery.state()) {
            case DeliveryState.Delivered done -> taken(done.stop(), route, done.at(), uncountedSince, done.cash());
            case DeliveryState.PartlyDelivered done ->
                taken(done.stop(), route, done.at(), uncountedSince, done.cash());
            case DeliveryState.RestReturned done ->
                taken(done.stop(), route, done.proof().takenAt(), uncountedSince, done.cash());
            case DeliveryState.Planned planned -> on(planned.stop(), route, toCollect);
            case DeliveryState.OutForDelivery out -> on(out.stop(), route, toCollect);
            case DeliveryState.Arrived arrived -> on(arrived.stop(), route, toCollect);
            case DeliveryState.Requested _,
                    DeliveryState.AttemptFailed _,
                    DeliveryState.Returning _,
                    DeliveryState.Returned _,
                    DeliveryState.Cancelled _ -> 0;
        };
    }

    private static long taken(StopRef stop, Route route, Instant at, Instant uncountedSince, Money cash) {
        return at.isBefore(uncountedSince) ? 0 : on(stop, route, cash.amount());
    }

    private static long on(StopRef stop, Route route, long cash) {
        return stop.route().equals(route.id()) ? cash : 0;
    }

    private static DayProblem.ZoneHours hours(@Nullable RestrictedZones zones) {
        return (point, vehicle, day) -> zones == null ? List.of() : zones.bans(point, vehicle, day);
    }
}
