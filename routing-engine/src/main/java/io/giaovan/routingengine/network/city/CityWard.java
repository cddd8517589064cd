package io.giaovan.routingengine.network.city;

import io.giaovan.contracts.place.GeoPoint;
import java.util.List;

/**
 * A ward.
 *
 * @param name for instance Phường Bến Mây
 * @param outline corners in order, not closed by repeating the first
 */
public record CityWard(String name, List<GeoPoint> outline) {
    public CityWard {
        outline = List.copyOf(outline);
    }
}
