package io.giaovan.routingengine.network.zone;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.contracts.time.TimeWindow;
import java.util.List;

/**
 * The zones in force. A zone that closes roads for everyone takes effect on the road network before {@link #put} returns;
 * the others bind stops through {@link #bans}. Safe for use by many threads.
 */
public interface RestrictedZones {
    int ZONES_MAX = 500;

    /** All zones, by id. */
    List<RestrictedZone> list();

    /** Enters a zone or replaces the one with its id. */
    void put(RestrictedZone zone);

    /** Takes a zone away; false when there is none with this id. */
    boolean remove(RestrictedZoneId id);

    /** When on this day the vehicle must not be at the point, in order of start, overlaps merged; empty when always allowed. */
    List<TimeWindow> bans(GeoPoint point, VehicleTraits vehicle, ServiceDay day);
}
