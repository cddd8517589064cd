package io.giaovan.routingengine.network.zone;

import java.util.List;

/** Where zones are kept between starts, shared by all engines. */
public interface ZoneShelf {
    /** All zones, by id, at most {@link RestrictedZones#ZONES_MAX} and one. */
    List<RestrictedZone> list();

    /** Enters a zone or replaces the one with its id. */
    void put(RestrictedZone zone);

    /** False when there is none with this id. */
    boolean remove(RestrictedZoneId id);
}
