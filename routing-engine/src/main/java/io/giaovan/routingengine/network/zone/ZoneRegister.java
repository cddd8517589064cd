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
import java.util.TreeMap;

/** The zones in memory, with those that close roads handed to the road network whenever the set in force changes. */
public final class ZoneRegister implements RestrictedZones {
    private final RoadClosing roads;
    private final Clock clock;
    private final TreeMap<String, RestrictedZone> zones = new TreeMap<>();
    private List<RestrictedZone> closuresInForce = List.of();

    public ZoneRegister(RoadClosing roads, Clock clock) {
        this.roads = roads;
        this.clock = clock;
    }

    @Override
    public synchronized List<RestrictedZone> list() {
        return List.copyOf(zones.values());
    }

    @Override
    public synchronized void put(RestrictedZone zone) {
        if (zones.size() >= ZONES_MAX && !zones.containsKey(zone.id().value())) {
            throw new ProblemException(
                    ErrorCode.LIMIT_REACHED, "zones: there are " + ZONES_MAX + " already, which is the most");
        }
        zones.put(zone.id().value(), zone);
        refresh();
    }

    @Override
    public synchronized boolean remove(RestrictedZoneId id) {
        boolean removed = zones.remove(id.value()) != null;
        refresh();
        return removed;
    }

    /** Closes and opens roads according to the clock; does nothing when nothing begins or ends. */
    public synchronized void refresh() {
        Instant now = clock.instant();
        List<RestrictedZone> closures = zones.values().stream()
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
