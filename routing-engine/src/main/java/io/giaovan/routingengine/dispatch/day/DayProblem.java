package io.giaovan.routingengine.dispatch.day;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.FleetSettings;
import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Prices;
import io.giaovan.routingengine.model.Reloading;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Shift;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.WarmStart;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.model.ZoneBan;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.zone.VehicleTraits;
import io.giaovan.routingengine.promise.PromiseSettings;
import io.giaovan.routingengine.travel.SpeedByHour;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A depot's day as a planning problem. Stops are ordered and named by what they are (window, place, load), never by their
 * ids, so that the same day gives the same problem whatever the parcels are called.
 *
 * @param problem the problem, seconds counting from the day's midnight
 * @param midnight its epoch
 * @param deliveries the delivery behind each stop, by the stop's id
 * @param notDue deliveries that no shift of the day reaches, which are not part of the problem
 */
public record DayProblem(
        PlanningProblem problem, Instant midnight, Map<String, Delivery> deliveries, List<Delivery> notDue) {
    private static final int DAY_SECONDS = 86_400;
    private static final Comparator<Delivery> BY_WHAT_THEY_ARE = Comparator.comparing(
                    (Delivery delivery) -> delivery.request().promised().start())
            .thenComparing(delivery -> delivery.request().promised().end())
            .thenComparing(delivery -> delivery.point().lat())
            .thenComparing(delivery -> delivery.point().lon())
            .thenComparing(delivery -> delivery.request().load().grams())
            .thenComparing(delivery -> delivery.request().load().cubicCentimetres())
            .thenComparing(delivery -> delivery.request().cashToCollect().amount())
            .thenComparing(delivery -> delivery.request().readyAt())
            .thenComparing(delivery -> delivery.id().value());

    /**
     * A courier who may be planned.
     *
     * @param freeFrom from when
     * @param cashHeld minor units of cash that the courier will have by then and hands over only after the shift
     */
    record Driver(Courier courier, Instant freeFrom, long cashHeld) {}

    /** What a problem is made from. */
    public record Settings(
            FleetSettings fleet,
            PromiseSettings promise,
            DispatchSettings dispatch,
            ZoneHours zones,
            SpeedByHour speeds) {}

    /** When a vehicle must not stand at a point on a day. */
    public interface ZoneHours {
        List<TimeWindow> bans(GeoPoint point, VehicleTraits vehicle, ServiceDay day);
    }

    public static DayProblem of(
            Depot depot,
            PlanOrder order,
            Instant departAt,
            List<Driver> drivers,
            List<Delivery> wanted,
            TravelTimes travel,
            Settings settings) {
        Instant midnight = depot.day(order.day()).at(LocalTime.MIDNIGHT);
        List<Vehicle> vehicles = vehicles(depot, midnight, departAt, drivers, settings);
        int firstSecond =
                vehicles.stream().mapToInt(v -> v.shift().startSeconds()).min().orElse(0);
        int lastSecond =
                vehicles.stream().mapToInt(v -> v.shift().lastSecond()).max().orElse(0);
        List<Delivery> sorted = wanted.stream().sorted(BY_WHAT_THEY_ARE).toList();
        Map<GeoPoint, Integer> locations = new LinkedHashMap<>();
        locations.put(depot.point(), 0);
        List<Stop> stops = new ArrayList<>();
        Map<String, Delivery> deliveries = new LinkedHashMap<>();
        List<Delivery> notDue = new ArrayList<>();
        for (Delivery delivery : sorted) {
            int location = locations.computeIfAbsent(delivery.point(), _ -> locations.size());
            String id = String.format("s%05d", stops.size() + 1);
            Stop stop = stop(id, location, delivery, midnight, departAt, settings)
                    .withZoneBans(bans(delivery.point(), depot.day(order.day()), midnight, drivers, settings));
            boolean beyond =
                    !stop.windows().isEmpty() && stop.windows().getFirst().startSeconds() > lastSecond;
            if (vehicles.isEmpty() || beyond) {
                notDue.add(delivery);
                continue;
            }
            if (!stop.windows().isEmpty() && stop.windows().getLast().endSeconds() < firstSecond) {
                stop = stop.withWindows();
            }
            stops.add(stop);
            deliveries.put(id, delivery);
        }
        Map<String, TravelMatrix> matrices = new HashMap<>();
        List<GeoPoint> points = List.copyOf(locations.keySet());
        TravelTimes byHour = settings.speeds().during(travel, depot.opens(), depot.closes());
        for (Driver driver : drivers) {
            VehicleProfile kind = driver.courier().vehicle().kind();
            matrices.computeIfAbsent(kind.key(), _ -> byHour.between(kind, points));
        }
        PlanningProblem problem =
                new PlanningProblem(vehicles, stops, List.of(), new TreeMap<>(matrices), Objective.COST, 0, null);
        return new DayProblem(problem, midnight, deliveries, notDue);
    }

    /** The same day, begun from what couriers have been given already, trip by trip. */
    public DayProblem startingFrom(Map<CourierId, List<List<DeliveryId>>> given, long movePrice) {
        Map<VehicleId, List<StopId>> whole = new HashMap<>();
        rows(given)
                .forEach((vehicle, trips) ->
                        whole.put(vehicle, trips.stream().flatMap(List::stream).toList()));
        return new DayProblem(problem.withWarmStart(new WarmStart(whole, movePrice)), midnight, deliveries, notDue);
    }

    /** What couriers have been given, in terms of the problem; parcels that are not part of it are left out. */
    public Map<VehicleId, List<List<StopId>>> rows(Map<CourierId, List<List<DeliveryId>>> given) {
        Map<DeliveryId, StopId> stops = new HashMap<>();
        deliveries.forEach((stop, delivery) -> stops.put(delivery.id(), new StopId(stop)));
        Map<VehicleId, List<List<StopId>>> rows = new HashMap<>();
        given.forEach((courier, trips) -> rows.put(
                new VehicleId(courier.value()),
                trips.stream()
                        .map(trip -> trip.stream()
                                .map(stops::get)
                                .filter(Objects::nonNull)
                                .toList())
                        .toList()));
        return rows;
    }

    Instant at(int seconds) {
        return midnight.plusSeconds(seconds);
    }

    private static Stop stop(
            String id, int location, Delivery delivery, Instant midnight, Instant departAt, Settings settings) {
        DeliveryRequest request = delivery.request();
        int service = (int) settings.promise().service().toSeconds();
        Instant ready = request.readyAt().plus(settings.promise().handling());
        Stop stop = Stop.of(id, location, request.load().grams(), request.load().cubicCentimetres())
                .withService(service, 0)
                .withCash(request.cashToCollect().amount())
                .withLateness(DAY_SECONDS, settings.dispatch().latePricePerHour());
        if (ready.isAfter(departAt)) {
            stop = stop.withRelease(seconds(midnight, ready));
        }
        TimeWindow promised = request.promised();
        if (!promised.end().isAfter(departAt)) {
            return stop;
        }
        int start = seconds(midnight, promised.start());
        return stop.withWindows(new Window(start, Math.max(start, seconds(midnight, promised.end()) - service)));
    }

    private static ZoneBan[] bans(
            GeoPoint point, ServiceDay day, Instant midnight, List<Driver> drivers, Settings settings) {
        Map<TimeWindow, Set<String>> closedTo =
                new TreeMap<>(Comparator.comparing(TimeWindow::start).thenComparing(TimeWindow::end));
        drivers.stream()
                .map(driver -> driver.courier().vehicle().traits())
                .distinct()
                .forEach(traits -> settings.zones()
                        .bans(point, traits, day)
                        .forEach(ban -> closedTo.computeIfAbsent(ban, _ -> new TreeSet<>())
                                .add(type(traits))));
        return closedTo.entrySet().stream()
                .map(ban -> new ZoneBan(
                        ban.getValue(),
                        seconds(midnight, ban.getKey().start()),
                        seconds(midnight, ban.getKey().end())))
                .limit(Stop.WINDOWS_MAX)
                .toArray(ZoneBan[]::new);
    }

    private static List<Vehicle> vehicles(
            Depot depot, Instant midnight, Instant departAt, List<Driver> drivers, Settings settings) {
        List<Vehicle> vehicles = new ArrayList<>();
        drivers.stream()
                .sorted(Comparator.comparing(driver -> driver.courier().id().value()))
                .forEach(driver -> {
                    Courier courier = driver.courier();
                    int start = Math.max(
                            Math.max(
                                    courier.shiftStart().toSecondOfDay(),
                                    depot.opens().toSecondOfDay()),
                            Math.max(seconds(midnight, departAt), seconds(midnight, driver.freeFrom())));
                    int end = Math.min(
                            courier.shiftEnd().toSecondOfDay(), depot.closes().toSecondOfDay());
                    if (start < end) {
                        vehicles.add(vehicle(driver, start, end, settings));
                    }
                });
        return vehicles;
    }

    /** Vehicles that every zone treats alike, for instance {@code van petrol 3000}. */
    private static String type(VehicleTraits traits) {
        return traits.profile().key() + " " + traits.fuel().name().toLowerCase(Locale.ROOT) + " "
                + traits.grossKilograms();
    }

    /** What a courier costs. */
    public static Prices prices(Courier courier, FleetSettings fleet) {
        return courier.vehicle().kind() == VehicleProfile.MOTORBIKE
                ? new Prices(0, fleet.motorbikePerHour(), fleet.motorbikePerKilometre())
                : new Prices(fleet.vanFixed(), fleet.vanPerHour(), fleet.vanPerKilometre());
    }

    private static Vehicle vehicle(Driver driver, int start, int end, Settings settings) {
        Courier courier = driver.courier();
        FleetSettings fleet = settings.fleet();
        Prices prices = prices(courier, fleet);
        Vehicle plain = Vehicle.of(
                courier.id().value(),
                0,
                courier.vehicle().gramsMax(),
                courier.vehicle().cubicCentimetresMax());
        String kind = courier.vehicle().kind().key();
        RouteLimits limits = new RouteLimits(
                RouteLimits.NONE,
                RouteLimits.NONE,
                RouteLimits.NONE,
                settings.promise().tripsMax(),
                Math.max(0, courier.cashLimit().amount() - driver.cashHeld()));
        return new Vehicle(
                plain.id(),
                kind,
                type(courier.vehicle().traits()),
                0,
                0,
                plain.capacities(),
                plain.skills(),
                Shift.between(start, end),
                List.of(),
                prices,
                limits,
                new Reloading(0, (int) settings.promise().reload().toSeconds()),
                100,
                null);
    }

    private static int seconds(Instant midnight, Instant instant) {
        return (int) Math.clamp(Duration.between(midnight, instant).toSeconds(), 0, DAY_SECONDS * 2L);
    }
}
