package io.giaovan.routingengine.network.zone;

import java.util.List;
import java.util.TreeMap;

/** Zones for tests that need no database. */
public final class ShelfInMemory implements ZoneShelf {
    private final TreeMap<String, RestrictedZone> zones = new TreeMap<>();

    @Override
    public List<RestrictedZone> list() {
        return List.copyOf(zones.values());
    }

    @Override
    public void put(RestrictedZone zone) {
        zones.put(zone.id().value(), zone);
    }

    @Override
    public boolean remove(RestrictedZoneId id) {
        return zones.remove(id.value()) != null;
    }
}
