package io.giaovan.routingengine.network.zone;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The zones as last read from their shelf, with those that close roads handed to the road network whenever the set in force
 * changes. Questions are answered from memory.
 */
public final class ZoneRegister implements RestrictedZones {
    private final ZoneShelf shelf;
    private final RoadClosing roads;
    private final Clock clock;
    private volatile List<RestrictedZone> zones;
    private List<RestrictedZone> closuresInForce = List.of();

    /** Reads the shelf and closes roads at once. */
    public ZoneRegister(ZoneShelf shelf, RoadClosing roads, Clock clock) {
        this.shelf = shelf;
        this.roads = roads;
        this.clock = clock;
        zones = List.of();
        refresh();
    }

    @Override
    public List<RestrictedZone> list() {
        return zones;
    }

    @Override
    public synchronized void put(RestrictedZone zone) {
        List<RestrictedZone> present = shelf.list();
        if (present.size() >= ZONES_MAX
                && present.stream().noneMatch(other -> other.id().equals(zone.id()))) {
            throw new ProblemException(
                    ErrorCode.LIMIT_REACHED, "zones: there are " + ZONES_MAX + " already, which is the most");
        }
        shelf.put(zone);
        refresh();
    }

    @Override
    public synchronized boolean remove(RestrictedZoneId id) {
        boolean removed = shelf.remove(id);
        refresh();
        return removed;
    }

    /** Takes in what other engines entered and what the clock begins or ends; cheap when nothing has changed. */
    public synchronized void refresh() {
        List<RestrictedZone> read = List.copyOf(shelf.list());
        if (!read.equals(zones)) {
            zones = read;
        }
        Instant now = clock.instant();
        List<RestrictedZone> closures = zones.stream()
                .filter(zone -> zone.closesRoads() && zone.isValidAt(now))
                .toList();
        if (!closures.equals(closuresInForce)) {
            roads.closeRoads(closures);
            closuresInForce = closures;
        }
    }

    @Override
    public List<TimeWindow> bans(GeoPoint point, VehicleTraits vehicle, ServiceDay day) {
        List<TimeWindow> sorted = list().stream()
                .filter(zone -> zone.appliesTo(vehicle) && zone.contains(point))
                .flatMap(zone -> zone.hoursOn(day).stream())
                .sorted(Comparator.comparing(TimeWindow::start))
                .toList();
        List<TimeWindow> merged = new ArrayList<>();
        for (TimeWindow window : sorted) {
            if (!merged.isEmpty() && !merged.getLast().end().isBefore(window.start())) {
                TimeWindow last = merged.removeLast();
                Instant end = last.end().isAfter(window.end()) ? last.end() : window.end();
                merged.add(new TimeWindow(last.start(), end));
            } else {
                merged.add(window);
            }
        }
        return List.copyOf(merged);
    }
}
