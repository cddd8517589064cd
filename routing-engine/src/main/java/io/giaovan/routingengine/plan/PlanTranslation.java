package io.giaovan.routingengine.plan;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.explain.Wording;
import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Prices;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Shift;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.network.RoadBounds;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.network.Snap;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.travel.SpeedByHour;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a request into a planning problem whose seconds count from the earliest shift. */
final class PlanTranslation {
    private final PlanRequest request;
    private final Instant epoch;
    private final SpeedByHour speeds;
    private final ZoneId zone;
    private final Map<GeoPoint, Integer> locations = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<Snapped, Integer> snapped = new HashMap<>();
    private final Map<String, PlanRequest.VehicleBody> vehicles = new HashMap<>();
    private final Map<String, GeoPoint> points = new HashMap<>();

    /** A point on the roads of a kind of vehicle. */
    private record Snapped(VehicleProfile kind, GeoPoint point) {}

    /**
     * @param speeds how fast each kind gets on at each hour
     * @param zone whose hours these are
     */
    PlanTranslation(PlanRequest request, PlanSettings settings, SpeedByHour speeds, ZoneId zone) {
        if (request.vehicles().isEmpty() || request.vehicles().size() > settings.vehiclesMax()) {
            throw tooMany("vehicles", request.vehicles().size(), settings.vehiclesMax());
        }
        if (request.stops().isEmpty() || request.stops().size() > settings.stopsMax()) {
            throw tooMany("stops", request.stops().size(), settings.stopsMax());
        }
        this.request = request;
        this.speeds = speeds;
        this.zone = zone;
        this.epoch = request.vehicles().stream()
                .map(vehicle -> vehicle.shift().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    Instant at(int seconds) {
        return epoch.plusSeconds(seconds);
    }

    /** What a location of the problem is called: {@code stop a}, {@code start of v1} or {@code end of v1}. */
    String name(int location) {
        return names.get(location);
    }

    /** Metres from where a vehicle starts to the road that it starts on, or null when it starts anywhere. */
    @Nullable
    Integer startSnapped(VehicleId vehicle) {
        PlanRequest.VehicleBody body = vehicle(vehicle);
        return snapped(kind(body), body.start());
    }

    /** Metres from the road to where a vehicle ends, or null when it ends anywhere. */
    @Nullable
    Integer endSnapped(VehicleId vehicle) {
        PlanRequest.VehicleBody body = vehicle(vehicle);
        return snapped(kind(body), body.end());
    }

    /** Metres between a stop and the road for one vehicle. */
    @Nullable
    Integer snapped(StopId stop, VehicleId vehicle) {
        return snapped(kind(vehicle(vehicle)), point(stop));
    }

    /** Metres between a stop and the nearest road for any vehicle of the request. */
    @Nullable
    Integer snapped(StopId stop) {
        Integer nearest = null;
        for (VehicleProfile kind : VehicleProfile.values()) {
            Integer metres = snapped(kind, point(stop));
            if (metres != null && (nearest == null || metres < nearest)) {
                nearest = metres;
            }
        }
        return nearest;
    }

    private @Nullable Integer snapped(VehicleProfile kind, @Nullable GeoPoint point) {
        return point == null ? null : snapped.get(new Snapped(kind, point));
    }

    private PlanRequest.VehicleBody vehicle(VehicleId id) {
        return Objects.requireNonNull(vehicles.get(id.value()), id.value());
    }

    private GeoPoint point(StopId id) {
        return Objects.requireNonNull(points.get(id.value()), id.value());
    }

    /** A detail with its seconds told as instants. */
    String told(String detail) {
        return Wording.at(detail, second -> at(second).toString());
    }

    /** The problem, or a refusal that names the field. */
    PlanningProblem problem(TravelTimes roads, RoadNetwork network) {
        try {
            return translated(roads, network);
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(ErrorCode.INVALID_FIELD, String.valueOf(refused.getMessage()), refused);
        }
    }

    private PlanningProblem translated(TravelTimes roads, RoadNetwork network) {
        List<Vehicle> drivers = new ArrayList<>();
        for (int i = 0; i < request.vehicles().size(); i++) {
            PlanRequest.VehicleBody body = request.vehicles().get(i);
            drivers.add(vehicle(body, "vehicles[" + i + "]"));
            vehicles.put(body.id(), body);
        }
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < request.stops().size(); i++) {
            PlanRequest.StopBody body = request.stops().get(i);
            stops.add(stop(body, "stops[" + i + "]"));
            points.put(body.id(), body.point());
        }
        onRoads(network);
        List<GeoPoint> places = List.copyOf(locations.keySet());
        Map<String, TravelMatrix> travel = new HashMap<>();
        for (PlanRequest.VehicleBody vehicle : request.vehicles()) {
            VehicleProfile kind = kind(vehicle);
            travel.computeIfAbsent(kind.key(), _ -> byHour(roads, kind).between(kind, places));
        }
        return new PlanningProblem(
                drivers,
                stops,
                List.of(),
                travel,
                Objects.requireNonNullElse(request.objective(), Objective.COST),
                0,
                null);
    }

    /** Travel at the average speed of the hours in which vehicles of the kind are on shift. */
    private TravelTimes byHour(TravelTimes roads, VehicleProfile kind) {
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (PlanRequest.VehicleBody vehicle : request.vehicles()) {
            if (kind(vehicle) == kind) {
                TimeWindow shift = vehicle.shift();
                first = shift.start().isBefore(first) ? shift.start() : first;
                last = shift.end().isAfter(last) ? shift.end() : last;
            }
        }
        boolean wholeDays = Duration.between(first, last).compareTo(Duration.ofDays(1)) >= 0;
        LocalTime from = first.atZone(zone).toLocalTime();
        return speeds.during(roads, from, wholeDays ? from : last.atZone(zone).toLocalTime());
    }

    /** A place that no vehicle of the request can drive to is a mistake of the request; one that some can is not. */
    private void onRoads(RoadNetwork network) {
        List<VehicleProfile> kinds = request.vehicles().stream()
                .map(PlanTranslation::kind)
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < request.vehicles().size(); i++) {
            PlanRequest.VehicleBody vehicle = request.vehicles().get(i);
            onRoad(network, List.of(kind(vehicle)), vehicle.start(), "vehicles[" + i + "].start");
            onRoad(network, List.of(kind(vehicle)), vehicle.end(), "vehicles[" + i + "].end");
        }
        for (int i = 0; i < request.stops().size(); i++) {
            onRoad(network, kinds, request.stops().get(i).point(), "stops[" + i + "].point");
        }
    }

    private void onRoad(RoadNetwork network, List<VehicleProfile> kinds, @Nullable GeoPoint point, String field) {
        if (point == null) {
            return;
        }
        String trouble = "";
        boolean found = false;
        for (VehicleProfile kind : kinds) {
            switch (network.snap(kind, point)) {
                case Snap.OnRoad on -> {
                    snapped.put(new Snapped(kind, point), (int) Math.round(on.metres()));
                    found = true;
                }
                case Snap.TooFar far ->
                    trouble = "lies " + Math.round(far.metres()) + " m from the nearest road for " + kind.key()
                            + ", the limit is " + Math.round(far.limitMetres()) + " m";
                case Snap.OutsideBounds outside -> {
                    RoadBounds bounds = outside.bounds();
                    trouble = "lies outside the road data, which covers " + bounds.south() + " to " + bounds.north()
                            + " north and " + bounds.west() + " to " + bounds.east() + " east";
                }
            }
        }
        if (found) {
            return;
        }
        String where = "(" + point.lat() + ", " + point.lon() + ")";
        throw ProblemException.invalid(field, where, where + " " + trouble);
    }

    private Vehicle vehicle(PlanRequest.VehicleBody body, String at) {
        PlanRequest.PricesBody prices = body.prices();
        List<Break> breaks = new ArrayList<>();
        for (PlanRequest.BreakBody pause : orEmpty(body.breaks())) {
            breaks.add(new Break(
                    seconds(pause.earliest(), at + ".breaks.earliest"),
                    seconds(pause.latest(), at + ".breaks.latest"),
                    length(pause.duration())));
        }
        return new Vehicle(
                new VehicleId(body.id()),
                kind(body).key(),
                kind(body).key(),
                place(body.start(), "start of " + body.id()),
                place(body.end(), "end of " + body.id()),
                orEmpty(body.capacities()),
                new HashSet<>(orEmpty(body.skills())),
                Shift.between(
                        seconds(body.shift().start(), at + ".shift.start"),
                        seconds(body.shift().end(), at + ".shift.end")),
                breaks,
                prices == null ? Prices.DISTANCE : new Prices(prices.fixed(), prices.perHour(), prices.perKilometre()),
                new RouteLimits(
                        Objects.requireNonNullElse(body.stopsMax(), RouteLimits.NONE),
                        Objects.requireNonNullElse(body.metresMax(), RouteLimits.NONE),
                        RouteLimits.NONE,
                        1,
                        Objects.requireNonNullElse(body.cashMax(), RouteLimits.NO_CASH_LIMIT)),
                null,
                100,
                null);
    }

    private Stop stop(PlanRequest.StopBody body, String at) {
        List<Window> windows = new ArrayList<>();
        for (TimeWindow window : orEmpty(body.windows())) {
            if (window.end().isBefore(epoch)) {
                throw ProblemException.invalid(at + ".windows", window.end(), "ends before the first shift begins");
            }
            int start = window.start().isBefore(epoch) ? 0 : seconds(window.start(), at + ".windows.start");
            windows.add(new Window(start, seconds(window.end(), at + ".windows.end")));
        }
        Instant ready = body.readyAt();
        Stop stop = Stop.of(body.id(), place(body.point(), "stop " + body.id()))
                .withService(length(body.service()), length(body.setup()))
                .withLoads(orEmpty(body.deliver()), orEmpty(body.collect()))
                .withWindows(windows.toArray(Window[]::new))
                .withSkills(orEmpty(body.skills()).toArray(String[]::new))
                .withCash(Objects.requireNonNullElse(body.cash(), 0L))
                .withLateness(length(body.lateMax()), Objects.requireNonNullElse(body.latePricePerHour(), 0L))
                .withPriority(Objects.requireNonNullElse(body.priority(), 1));
        if (ready != null && ready.isAfter(epoch)) {
            stop = stop.withRelease(seconds(ready, at + ".readyAt"));
        }
        Long skipPrice = body.skipPrice();
        return skipPrice == null ? stop : stop.optionalAt(skipPrice);
    }

    private int place(@Nullable GeoPoint point, String name) {
        if (point == null) {
            return Vehicle.OPEN;
        }
        Integer known = locations.putIfAbsent(point, names.size());
        if (known != null) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    private int seconds(Instant instant, String field) {
        long seconds = Duration.between(epoch, instant).toSeconds();
        if (seconds < 0 || seconds > PlanningProblem.SECONDS_MAX) {
            throw ProblemException.invalid(
                    field, instant, "lies further than " + PlanningProblem.SECONDS_MAX + " s after " + epoch);
        }
        return (int) seconds;
    }

    private static int length(@Nullable Duration duration) {
        return duration == null ? 0 : (int) Math.clamp(duration.toSeconds(), -1, Integer.MAX_VALUE);
    }

    private static VehicleProfile kind(PlanRequest.VehicleBody vehicle) {
        return Objects.requireNonNullElse(vehicle.profile(), VehicleProfile.MOTORBIKE);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static ProblemException tooMany(String field, int size, int max) {
        return new ProblemException(
                ErrorCode.LIMIT_REACHED, field + ": there are " + size + ", allowed are 1 to " + max);
    }
}
