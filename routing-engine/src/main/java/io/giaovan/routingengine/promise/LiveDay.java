package io.giaovan.routingengine.promise;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.FleetSettings;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.zone.RestrictedZone;
import io.giaovan.routingengine.network.zone.VehicleTraits;
import io.giaovan.routingengine.travel.SpeedByHour;
import io.giaovan.routingengine.travel.TravelTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One depot's day in memory: what its book says, and routes that keep it. Whoever uses it holds its lock and has called
 * {@link #readOn} first.
 */
final class LiveDay {
    private static final long HOURS_STEP_SECONDS = 300;
    private static final int DAY_SECONDS = 86_399;
    private static final int POINTS_SPARE = 2_000;

    private final BookId id;
    private final DayBooks books;
    private final RoadNetwork roads;
    private final TravelTimes travelTimes;
    private final SpeedByHour speeds;
    private final DayZones zones;
    private final PromiseSettings settings;
    private final FleetSettings prices;
    private final ReentrantLock lock = new ReentrantLock();
    private final BookState state = new BookState();
    private long linesRead;
    private String roadsRead = "";
    private Set<VehicleProfile> kinds = Set.of();
    private List<DayVehicle> vehicles = List.of();
    private @Nullable DayTravel travel;
    private @Nullable DayPlan plan;
    private List<RestrictedZone> zonesRead = List.of();
    /** The point asked about last, about which one asks for each slot of a day, and its bans. */
    private @Nullable GeoPoint bansAt;

    private List<DayStop.Ban> bansThere = List.of();

    LiveDay(
            BookId id,
            DayBooks books,
            RoadNetwork roads,
            TravelTimes travelTimes,
            SpeedByHour speeds,
            DayZones zones,
            PromiseSettings settings,
            FleetSettings prices) {
        this.id = id;
        this.books = books;
        this.roads = roads;
        this.travelTimes = travelTimes;
        this.speeds = speeds;
        this.zones = zones;
        this.settings = settings;
        this.prices = prices;
    }

    ReentrantLock lock() {
        return lock;
    }

    BookState state() {
        return state;
    }

    /** Brings the day up to date: lines of other processes, lapsed holds, couriers, roads, the hour. */
    void readOn(Depot depot, List<Courier> couriers, Instant now) {
        List<BookState.Effect> effects = new ArrayList<>();
        for (BookEntry entry : books.read(id, linesRead + 1)) {
            effects.addAll(state.apply(entry));
            linesRead++;
        }
        effects.addAll(state.expire(now));
        follow(depot, couriers, now, effects);
    }

    /** Appends a line; false when another process was quicker, and everything has to be looked at again. */
    boolean append(BookEntry entry, Depot depot, List<Courier> couriers) {
        if (!books.append(id, linesRead + 1, entry)) {
            return false;
        }
        linesRead++;
        follow(depot, couriers, entry.at(), state.apply(entry));
        return true;
    }

    /** Đồng for taking the place in as the routes are now; empty when there is no room. */
    Optional<Long> price(Place place, Depot depot, Instant now) {
        return isOverbooked() ? Optional.empty() : plan().price(guest(place, depot, now));
    }

    /** Whether there is room, if need be by planning the day anew. */
    boolean fits(Place place, Depot depot, Instant now) {
        return !isOverbooked() && plan().fits(guest(place, depot, now));
    }

    /** True when a promise that was proven once has lost its room, say by a closed road: then nothing more is promised. */
    private boolean isOverbooked() {
        if (state.booked().size() >= settings.placesMax()) {
            return true;
        }
        for (String key : plan().leftOut()) {
            BookState.Booked booked = state.booked().get(key);
            if (booked != null && booked.proven()) {
                return true;
            }
        }
        return false;
    }

    private void follow(Depot depot, List<Courier> couriers, Instant now, List<BookState.Effect> effects) {
        List<DayVehicle> present = vehicles(depot, couriers, now);
        if (isStale(couriers)) {
            rebuild(depot, couriers, present, now);
            return;
        }
        if (!present.equals(vehicles)) {
            DayPlan moved =
                    present.size() == vehicles.size() ? plan().with(present).orElse(null) : null;
            vehicles = present;
            bansAt = null;
            if (moved == null) {
                rebuild(depot, couriers, present, now);
                return;
            }
            plan = moved;
        }
        for (BookState.Effect effect : effects) {
            switch (effect) {
                case BookState.Effect.Added(String key) -> {
                    BookState.Booked booked = state.booked().get(key);
                    if (booked != null) {
                        plan().remove(key);
                        plan().add(stop(key, booked.place(), depot, now), booked.proven());
                    }
                }
                case BookState.Effect.Removed(String key) -> {
                    if (!state.booked().containsKey(key)) {
                        plan().remove(key);
                    }
                }
                case BookState.Effect.Renamed(String key, String newKey) -> plan().rename(key, newKey);
                case BookState.Effect.HoursChanged _ -> {}
            }
        }
    }

    private boolean isStale(List<Courier> couriers) {
        DayTravel known = travel;
        return known == null
                || plan == null
                || !roadsRead.equals(roads.snapshotId())
                || !zonesRead.equals(zones.list())
                || !kinds.containsAll(kinds(couriers))
                || known.size() > settings.placesMax() + POINTS_SPARE;
    }

    private void rebuild(Depot depot, List<Courier> couriers, List<DayVehicle> present, Instant now) {
        roadsRead = roads.snapshotId();
        zonesRead = zones.list();
        kinds = kinds(couriers);
        vehicles = present;
        bansAt = null;
        Set<GeoPoint> points = new HashSet<>();
        state.booked().values().forEach(booked -> points.add(booked.place().point()));
        TravelTimes byHour = speeds.during(travelTimes, depot.opens(), depot.closes());
        travel = new DayTravel(byHour, depot.point(), kinds, points);
        DayPlan fresh = new DayPlan(present, travel, (int) settings.reload().toSeconds(), settings.tripsMax());
        plan = fresh;
        state.booked().entrySet().stream()
                .map(entry -> stop(entry.getKey(), entry.getValue().place(), depot, now))
                .sorted(Comparator.comparingInt(DayStop::latest).thenComparing(DayStop::key))
                .forEach(stop -> fresh.add(stop, false));
    }

    private List<DayVehicle> vehicles(Depot depot, List<Courier> couriers, Instant now) {
        Instant midnight = depot.day(id.day()).at(LocalTime.MIDNIGHT);
        long sinceMidnight = Duration.between(midnight, now).toSeconds();
        int hour = (int) Math.clamp(sinceMidnight / HOURS_STEP_SECONDS * HOURS_STEP_SECONDS, 0, DAY_SECONDS);
        List<DayVehicle> present = new ArrayList<>();
        for (Courier courier : couriers) {
            Instant busyUntil = state.busy().getOrDefault(courier.id(), midnight);
            int free = (int) Math.clamp(Duration.between(midnight, busyUntil).toSeconds(), 0, DAY_SECONDS);
            present.add(vehicle(depot, courier).startingAt(Math.max(hour, free)));
        }
        return present;
    }

    private DayVehicle vehicle(Depot depot, Courier courier) {
        boolean motorbike = courier.vehicle().kind() == VehicleProfile.MOTORBIKE;
        return new DayVehicle(
                courier.id(),
                courier.vehicle().traits(),
                courier.vehicle().gramsMax(),
                courier.vehicle().cubicCentimetresMax(),
                Math.max(courier.shiftStart().toSecondOfDay(), depot.opens().toSecondOfDay()),
                Math.min(courier.shiftEnd().toSecondOfDay(), depot.closes().toSecondOfDay()),
                motorbike ? prices.motorbikePerHour() : prices.vanPerHour(),
                motorbike ? prices.motorbikePerKilometre() : prices.vanPerKilometre());
    }

    /** A stop that is only asked about. */
    private DayStop guest(Place place, Depot depot, Instant now) {
        return stop("?", place, travel().guestLocation(place.point()), depot, now);
    }

    private DayStop stop(String key, Place place, Depot depot, Instant now) {
        return stop(key, place, travel().location(place.point()), depot, now);
    }

    private DayTravel travel() {
        DayTravel known = travel;
        if (known == null) {
            throw new IllegalStateException("the day was not read");
        }
        return known;
    }

    private DayStop stop(String key, Place place, int location, Depot depot, Instant now) {
        ServiceDay day = depot.day(id.day());
        Instant midnight = day.at(LocalTime.MIDNIGHT);
        int service = (int) settings.service().toSeconds();
        TimeWindow window = place.window();
        int earliest = 0;
        int latest = DAY_SECONDS;
        if (window != null && window.end().isAfter(now)) {
            earliest = seconds(midnight, window.start());
            latest = Math.max(0, seconds(midnight, window.end()) - service);
        }
        return new DayStop(
                key,
                location,
                earliest,
                latest,
                service,
                seconds(midnight, place.readyAt().plus(settings.handling())),
                place.load().grams(),
                place.load().cubicCentimetres(),
                bans(place.point(), day, midnight));
    }

    /** When which of the day's vehicles must not stand at a point. */
    private List<DayStop.Ban> bans(GeoPoint point, ServiceDay day, Instant midnight) {
        if (!point.equals(bansAt)) {
            List<DayStop.Ban> found = new ArrayList<>();
            Set<VehicleTraits> traits = new LinkedHashSet<>();
            vehicles.forEach(vehicle -> traits.add(vehicle.traits()));
            for (VehicleTraits vehicle : traits) {
                for (TimeWindow ban : zones.bans(point, vehicle, day)) {
                    found.add(new DayStop.Ban(
                            vehicle,
                            (int) Duration.between(midnight, ban.start()).toSeconds(),
                            (int) Duration.between(midnight, ban.end()).toSeconds()));
                }
            }
            bansThere = List.copyOf(found);
            bansAt = point;
        }
        return bansThere;
    }

    private static int seconds(Instant midnight, Instant instant) {
        return (int) Math.clamp(Duration.between(midnight, instant).toSeconds(), 0, DAY_SECONDS);
    }

    private static Set<VehicleProfile> kinds(List<Courier> couriers) {
        Set<VehicleProfile> kinds = EnumSet.noneOf(VehicleProfile.class);
        couriers.forEach(courier -> kinds.add(courier.vehicle().kind()));
        return kinds;
    }

    private DayPlan plan() {
        DayPlan known = plan;
        if (known == null) {
            throw new IllegalStateException("the day was not read");
        }
        return known;
    }
}
